import { expect } from 'chai';
import fc from 'fast-check';
import { convert, convertEach } from './convert-with.ts';

const amount = fc.integer({ min: 0, max: 99_999_999 });

/** The members that each of several values has; undefined for those that are nothing. */
const ranges = (name: string, values: readonly unknown[], options = {}) =>
  convertEach(name, values, options).map((found) => {
    const { min, max } = (found ?? {}) as { min?: number; max?: number };
    return found ? [min, max] : undefined;
  });

describe('number', () => {
  it('is the only number of a text', () => {
    const texts = ['75000', '1,234.50', '$90k', '12 hrs', "1'000 CHF", '.5', '-5 °C', ' 7 '];
    expect(convertEach('number', texts)).to.deep.equal([
      75_000, 1234.5, 90_000, 12, 1000, 0.5, -5, 7,
    ]);
  });

  it('has the decimals of other languages where they are declared', () => {
    const texts = ['1 234,50', '1.234,5', '1\u202f234', '12,5 h'];
    expect(convertEach('number', texts, { decimal: ',' })).to.deep.equal([
      1234.5, 1234.5, 1234, 12.5,
    ]);
  });

  it('is unknown where there are several, or none', () => {
    const texts = ['10-20', '2026-12-01', '1.234,50', '1,5', '4 of 5', 'none', 'v1.2.3', true];
    expect(convertEach('number', texts).filter((found) => found !== undefined)).to.deep.equal([]);
  });

  it('is scaled without crumbs', () => {
    expect(convert('number', 1_999, { scale: 0.01 })).to.equal(19.99);
    expect(convert('number', '1,999 cents', { scale: 0.01 })).to.equal(19.99);
    fc.assert(
      fc.property(amount, (cents) => {
        const text = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(convert('number', cents, { scale: 0.01 })).to.equal(Number(text));
      }),
    );
  });

  it('brings back what was formatted', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('en', 'de', 'fr', 'de-CH'), (cents, locale) => {
        const text = (cents / 100).toLocaleString(locale);
        const decimal = locale.startsWith('de-') || locale === 'en' ? '.' : ',';
        expect(convert('number', `about ${text} a month`, { decimal }), text).to.equal(cents / 100);
      }),
    );
  });
});

describe('range', () => {
  it('has both ends, however they are joined', () => {
    const texts = ['10-20 hours', '15–20', '10 to 20', '10 hrs - 20 hrs', 'between 10 and 20'];
    expect(ranges('range', texts)).to.deep.equal([
      [10, 20],
      [15, 20],
      [10, 20],
      [10, 20],
      [10, 20],
    ]);
  });

  it('has one end where the text says so', () => {
    const texts = [
      '20+',
      '20+ hours',
      'at least 20',
      'from 20',
      'min. 20',
      'minimum 20 hours',
      '≥20',
    ];
    for (const found of ranges('range', texts)) expect(found).to.deep.equal([20, undefined]);
    const most = ['up to 30', 'at most 30 h', 'max. 30', '≤ 30', 'Up To 30'];
    for (const found of ranges('range', most)) expect(found).to.deep.equal([undefined, 30]);
  });

  it('is one number twice, also where that is about', () => {
    expect(ranges('range', [20, '20', 'about 20 hours', '~20', 'approx. 20'])).to.deep.equal(
      Array<unknown>(5).fill([20, 20]),
    );
  });

  it('reads an object, each end by itself', () => {
    const given = [{ min: '10', max: 20 }, { max: 5 }, { min: 'few' }, { min: '1-2', max: 3 }];
    expect(ranges('range', given)).to.deep.equal([
      [10, 20],
      [undefined, 5],
      undefined,
      [undefined, 3],
    ]);
  });

  it('is scaled', () => {
    expect(ranges('range', ['1000-2000', { min: 1000 }], { scale: 0.01 })).to.deep.equal([
      [10, 20],
      [10, undefined],
    ]);
  });

  it('is unknown where a text says anything else', () => {
    const texts = [
      '10 hours over 2 weeks',
      '2 weeks and 3 days',
      'no more than 20',
      'class of 2026',
      '1, 2 or 3',
      'some',
      `20 ${'x'.repeat(200)}`,
    ];
    expect(ranges('range', texts)).to.deep.equal(texts.map(() => undefined));
  });
});

describe('duration', () => {
  it('is a range of days', () => {
    expect(
      ranges('duration', ['2 weeks', '1-3 weeks', 'up to 1 month', '10 days', '2-week']),
    ).to.deep.equal([
      [14, 14],
      [7, 21],
      [undefined, 30],
      [10, 10],
      [14, 14],
    ]);
  });

  it('reads durations of ISO 8601', () => {
    expect(ranges('duration', ['P2W', 'P14D', 'P1M', 'P1Y'])).to.deep.equal([
      [14, 14],
      [14, 14],
      [30, 30],
      [365, 365],
    ]);
  });

  it('counts what the unit says, unless the text says it', () => {
    const options = { unit: 'weeks' };
    expect(ranges('duration', [3, '3', '3 days', { min: 1, max: 2 }], options)).to.deep.equal([
      [21, 21],
      [21, 21],
      [3, 3],
      [7, 14],
    ]);
    expect(ranges('duration', [36], { unit: 'hours' })).to.deep.equal([[1.5, 1.5]]);
    expect(ranges('duration', [14, '14'])).to.deep.equal([
      [14, 14],
      [14, 14],
    ]);
  });

  it('is unknown in units that are no time', () => {
    const texts = ['3 sprints', '10 hours over 2 weeks', '2 weeks, part-time', 'P', 'soon'];
    expect(ranges('duration', texts)).to.deep.equal(texts.map(() => undefined));
    expect(convert('duration', 3, { unit: 'sprints' })).to.equal(undefined);
    expect(convert('duration', 3, { unit: '__proto__' })).to.equal(undefined);
  });
});
