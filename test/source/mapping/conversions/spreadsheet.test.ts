import { expect } from 'chai';
import { convert, convertEach } from './convert-with.ts';

describe('what people write into a spreadsheet', () => {
  it('is a date with the day first where dots are between the numbers', () => {
    expect(convertEach('date', ['3.4.2026', '03. 04. 2026', '3/4/2026', '3-4-2026'])).to.deep.equal(
      ['2026-04-03', '2026-04-03', undefined, undefined],
    );
    expect(convert('date', '3.4.2026', { format: 'M.D.YYYY' })).to.equal('2026-03-04');
  });

  it('is an amount in a currency, or else one that is shown as it is written', () => {
    const options = { per: 'project' };
    const pay = { kind: 'fixed', per: 'project' };
    expect(
      convertEach('money', ['$450', '450', '400-450', 'lunch', 'unpaid'], options),
    ).to.deep.equal([
      { ...pay, min: 450, max: 450, currency: 'USD' },
      { ...pay, min: 450, max: 450, display: '450' },
      { ...pay, min: 400, max: 450, display: '400-450' },
      { kind: 'unknown', display: 'lunch' },
      { kind: 'unpaid', display: 'unpaid' },
    ]);
  });
});
