import { expect } from 'chai';
import fc from 'fast-check';
import { convert } from './convert-with.ts';

/** What is paid, without what is unknown. */
const pay = (value: unknown, options = {}): unknown => convert('money', value, options);

describe('money', () => {
  it('is one amount, or a range for a unit', () => {
    expect(pay('$450')).to.deep.equal({ kind: 'unknown', min: 450, max: 450, currency: 'USD' });
    const hourly = { kind: 'hourly', min: 20, max: 25, currency: 'USD', per: 'hour' };
    for (const text of [
      'USD 20-25 per hour',
      '$20–$25/hr',
      '$20 to 25 hourly',
      '20 – 25 USD an hour',
    ])
      expect(pay(text), text).to.deep.equal(hourly);
    expect(pay('1,000 GBP monthly')).to.deep.equal({
      kind: 'unknown',
      min: 1_000,
      max: 1_000,
      currency: 'GBP',
      per: 'month',
    });
    expect(pay('up to €500 per project')).to.deep.equal({
      kind: 'fixed',
      max: 500,
      currency: 'EUR',
      per: 'project',
    });
  });

  it('knows the kind from words', () => {
    expect(pay('€300 stipend')).to.include({ kind: 'stipend', min: 300 });
    expect(pay('$500 fixed fee')).to.include({ kind: 'fixed', min: 500 });
    expect(pay('Unpaid')).to.include({ kind: 'unpaid' });
    expect(pay('Volunteer')).to.include({ kind: 'unpaid' });
  });

  it('only shows what says more than an amount', () => {
    const texts = [
      '$90k - $105k',
      '$65,000',
      '$400–$600',
      'USD 60,000–80,000 a year',
      '$20 per day',
      '$5M',
      '$500 (per month)',
      '$500 + bonus',
      '10% equity',
      '$10 CAD or 8 USD',
      '$10 - €20 per hour',
      '¥5000',
      '500 NET',
      '15 per hour',
      'Competitive',
    ];
    for (const text of texts) expect(pay(text)).to.deep.equal({ kind: 'unknown', display: text });
  });

  it('is a number in the terms of the config', () => {
    const options = { currency: 'USD', per: 'project', scale: 0.01 };
    expect(pay(45_000, options)).to.deep.equal({
      kind: 'fixed',
      min: 450,
      max: 450,
      currency: 'USD',
      per: 'project',
    });
    expect(pay(300, { currency: 'EUR', kind: 'stipend' })).to.include({ kind: 'stipend' });
    expect(pay(60_000, { currency: 'USD', per: 'year' })).to.deep.equal({
      kind: 'unknown',
      display: 'USD 60,000 / year',
    });
  });

  it('takes a currency from the config where the text names none, or just a dollar', () => {
    const options = { currency: 'CAD' };
    expect(pay('450', options)).to.include({ currency: 'CAD' });
    expect(pay('$450', options)).to.include({ currency: 'CAD' });
    expect(pay('€450', options)).to.include({ currency: 'EUR' });
  });

  it('reads objects of APIs and of schema.org', () => {
    expect(pay({ min: '18', max: '22.5', interval: 'hour', currency: 'usd' })).to.deep.equal({
      kind: 'hourly',
      min: 18,
      max: 22.5,
      currency: 'USD',
      per: 'hour',
    });
    const salary = { currency: 'EUR', value: { minValue: 400, unitText: 'MONTH' } };
    expect(pay(salary)).to.deep.equal({ kind: 'unknown', min: 400, currency: 'EUR', per: 'month' });
    expect(pay({ amount: 300, currency: 'USD' })).to.include({ min: 300, max: 300 });
    expect(pay({ min: '60000', max: '75000', period: 'year', currency: 'EUR' })).to.deep.equal({
      kind: 'unknown',
      display: 'EUR 60,000–75,000 / year',
    });
    const yearly = { period: 'year', currency: 'EUR' };
    expect(pay({ min: 60_000, ...yearly })).to.include({ display: 'EUR 60,000+ / year' });
    expect(pay({ max: 75_000, ...yearly })).to.include({ display: 'EUR ≤ 75,000 / year' });
  });

  it('takes no money for no statement about money', () => {
    for (const nothing of [
      0,
      '',
      {},
      { min: 0, max: 0, currency: 'USD' },
      { currency: 'USD' },
      null,
    ])
      expect(pay(nothing)).to.equal(undefined);
  });

  it('leaves what it made as it is', () => {
    const texts = fc.constantFrom('$450', '€20-25/hr', 'unpaid', '$90k', '$500 stipend', '450');
    const objects = fc.record(
      {
        kind: fc.constantFrom('fixed', 'hourly', 'stipend', 'unpaid', 'unknown'),
        min: fc.integer({ min: 1, max: 9 }),
        max: fc.integer({ min: 9, max: 99 }),
        currency: fc.constantFrom('USD', 'EUR'),
        per: fc.constantFrom('project', 'hour', 'week', 'month', 'year'),
        display: fc.constantFrom('$5', 'a little'),
        estimated: fc.boolean(),
        schedule: fc.constantFrom('on_completion', 'milestones'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(texts, objects), (value) => {
        const made = pay(value);
        expect(pay(made)).to.deep.equal(made);
      }),
    );
  });
});
