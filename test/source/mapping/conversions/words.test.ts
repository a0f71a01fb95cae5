import { expect } from 'chai';
import { convertEach } from './convert-with.ts';

describe('boolean', () => {
  it('is what says yes or no', () => {
    const yes = [true, 1, '1', 'true', 'TRUE', 'yes', 'Y', 'on'];
    expect(convertEach('boolean', yes)).to.deep.equal(yes.map(() => true));
    const no = [false, 0, '0', 'false', 'No', 'n', 'off'];
    expect(convertEach('boolean', no)).to.deep.equal(no.map(() => false));
  });

  it('is unknown of anything else', () => {
    const words = ['maybe', 2, '-', 'truest', 'null', '__proto__'];
    expect(convertEach('boolean', words)).to.deep.equal(words.map(() => undefined));
  });
});

describe('work-mode', () => {
  it('knows the usual words in any spelling', () => {
    const words: Readonly<Record<string, readonly string[]>> = {
      remote: [
        'Remote',
        'TELECOMMUTE',
        'fully remote',
        '100% remote',
        'Work from home',
        'Remote (US)',
      ],
      onsite: ['On-site', 'on_site', 'ONSITE', 'in person', 'In-Office'],
      hybrid: ['Hybrid', 'HYBRID (2 days in the office)'],
    };
    for (const [mode, all] of Object.entries(words))
      expect(convertEach('work-mode', all)).to.deep.equal(all.map(() => mode));
  });

  it('does not guess', () => {
    const words = ['Remote or hybrid', 'not remote', 'Chicago', 'flexible', true];
    expect(convertEach('work-mode', words)).to.deep.equal(words.map(() => undefined));
  });
});

describe('pay-per', () => {
  it('is the unit that a word stands for', () => {
    const words: Readonly<Record<string, readonly string[]>> = {
      hour: ['PH', 'hourly', 'per hour', 'HOUR', '1 HOUR', '/hr', 'an hour'],
      week: ['weekly', 'per week', 'WEEK'],
      month: ['month', 'MONTHLY', 'per month', '1 MONTH'],
      project: ['fixed', 'per project', 'one-time'],
    };
    for (const [unit, all] of Object.entries(words))
      expect(convertEach('pay-per', all)).to.deep.equal(all.map(() => unit));
  });

  it('is unknown of days, of years, and of other words', () => {
    const words = ['PA', 'year', '1 YEAR', 'annually', 'per annum', 'daily', 'per page', 'NONE'];
    expect(convertEach('pay-per', words)).to.deep.equal(words.map(() => undefined));
  });
});
