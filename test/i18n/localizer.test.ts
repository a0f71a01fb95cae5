import { expect } from 'chai';
import { Localizer } from '../../src/i18n/localizer.ts';

const arabic = {
  ar: {
    daysLeft: {
      zero: 'اليوم',
      one: 'بقي يوم واحد',
      two: 'بقي يومان',
      few: 'بقيت {n} أيام',
      many: 'بقي {n} يومًا',
      other: 'بقي {n} يوم',
    },
  },
} as const;

describe('Localizer', () => {
  it('fills places and chooses the plural form by the number', () => {
    const english = new Localizer('en');
    expect(english.t('daysLeft', { n: 1 })).to.equal('1 day left');
    expect(english.t('daysLeft', { n: 1200 })).to.equal('1,200 days left');
    expect(english.t('perHour', { pay: '$20' })).to.equal('$20 an hour');
  });

  it("uses a language's own plural forms and falls back to English for what is missing", () => {
    const localizer = new Localizer('ar-EG', arabic);
    expect(localizer.dir).to.equal('rtl');
    expect(localizer.t('daysLeft', { n: 2 })).to.equal('بقي يومان');
    expect(localizer.t('daysLeft', { n: 5 })).to.match(/^بقيت .+ أيام$/);
    expect(localizer.t('today')).to.equal('Today');
  });

  it('keeps ranges and amounts together in right-to-left text', () => {
    const localizer = new Localizer('ar', arabic);
    expect(localizer.range('20', '30')).to.equal('\u206620–30\u2069');
    expect(localizer.money(450, 450, 'USD')).to.match(/^\u2066[^\u200e\u200f]+\u2069$/);
    expect(new Localizer('en').range('20', '30')).to.equal('20–30');
  });

  it('is English as a whole in a language without wording', () => {
    const localizer = new Localizer('he');
    expect(localizer.locale).to.equal('en');
    expect(localizer.dir).to.equal('ltr');
    expect(localizer.date('2026-12-05', { month: 'short', day: 'numeric' })).to.equal('Dec 5');
  });

  it('keeps the formats of a variant of English', () => {
    const localizer = new Localizer('en-GB');
    expect(localizer.date('2026-12-05', { month: 'short', day: 'numeric' })).to.equal('5 Dec');
  });

  it('survives a language tag that is none', () => {
    for (const tag of ['', 'x', '!!', 'en-', 'en_US', '<b>'])
      expect(new Localizer(tag).t('today'), tag).to.equal('Today');
  });

  it('takes words from nowhere but the wording', () => {
    const localizer = new Localizer('en', { en: { today: '{constructor} {n}' } });
    expect(localizer.t('today', { n: 1 })).to.equal('{constructor} 1');
  });

  it('passes over messages that are none', () => {
    const wording = { today: 7, tomorrow: null, daysLeft: { one: 'x' } } as never;
    const localizer = new Localizer('en', { en: wording });
    expect(localizer.t('today')).to.equal('Today');
    expect(localizer.t('tomorrow')).to.equal('Tomorrow');
    expect(localizer.t('daysLeft', { n: 2 })).to.equal('2 days left');
  });

  describe('money', () => {
    const money = (locale: string, min: number, max: number, currency: string) =>
      new Localizer(locale, { [locale]: {} }).money(min, max, currency).replace(/\s/g, ' ');

    it('is written in whole units, with cents only where a lone amount has some', () => {
      expect(money('en', 450, 450, 'USD')).to.equal('$450');
      expect(money('en', 17.5, 17.5, 'USD')).to.equal('$17.50');
      expect(money('en', 15, 22.5, 'USD')).to.equal('$15–23');
      expect(money('en', 1200, 1500, 'USD')).to.equal('$1,200–1,500');
    });

    it('has its symbol once, where the language puts it', () => {
      expect(money('de', 15, 23, 'EUR')).to.equal('15–23 €');
      expect(money('en', 15, 23, 'CAD')).to.equal('CA$15–23');
    });

    it('is one amount where both ends round to the same', () => {
      expect(money('en', 19.8, 20.2, 'USD')).to.equal('$20');
    });

    it('names the code where the currency is not known', () => {
      expect(money('en', 15, 23, 'QQQ'))
        .to.contain('QQQ')
        .and.to.contain('15–23');
      expect(money('en', 15, 23, 'nonsense')).to.equal('nonsense 15–23');
    });
  });

  describe('dates', () => {
    const localizer = new Localizer('en');

    it('a calendar date is the same day everywhere', () => {
      expect(localizer.date('2026-12-05', { dateStyle: 'full' })).to.equal(
        'Saturday, December 5, 2026',
      );
    });

    it('an instant is told in the zone that is asked for', () => {
      const options = { dateStyle: 'short', timeStyle: 'short' } as const;
      const instant = Date.UTC(2026, 11, 6, 5, 59);
      expect(
        localizer.date(instant, { ...options, timeZone: 'America/Chicago' }).replace(/\s/g, ' '),
      ).to.equal('12/5/26, 11:59 PM');
    });

    it('an unknown zone does no harm', () => {
      expect(localizer.date(0, { dateStyle: 'short', timeZone: 'Moon/Tycho' })).to.equal(
        '1970-01-01',
      );
    });
  });

  it('works where pieces of Intl are missing', () => {
    const intl = { ...Object.getOwnPropertyDescriptors(Intl) };
    try {
      for (const name of ['ListFormat', 'PluralRules', 'NumberFormat'] as const)
        Object.defineProperty(Intl, name, { value: undefined, configurable: true, writable: true });
      const localizer = new Localizer('en', { en: { featured: 'x' } });
      expect(localizer.list(['a', 'b'])).to.equal('a, b');
      expect(localizer.t('weeksCount', { n: 1 })).to.equal('1 week');
      expect(localizer.t('weeksCount', { n: 3 })).to.equal('3 weeks');
      expect(localizer.money(15, 23, 'USD')).to.equal('USD 15–23');
    } finally {
      Object.defineProperties(Intl, intl);
    }
  });
});
