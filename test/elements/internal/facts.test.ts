import { expect } from '@open-wc/testing';
import type { Pay, Project } from '../../../src/domain/project.ts';
import {
  deadlineFact,
  durationText,
  hoursText,
  initials,
  payFact,
  placeFact,
} from '../../../src/elements/internal/facts.ts';
import { Localizer } from '../../../src/i18n/localizer.ts';

const l10n = new Localizer('en');
const project = (known: Partial<Project>): Project => ({
  id: '1',
  title: 'Map of a shoreline',
  employer: { name: 'Tern & Tide' },
  ...known,
});
const pay = (known: Partial<Pay>, hours?: Project['hours']) =>
  payFact(
    l10n,
    project({ pay: { kind: 'fixed', currency: 'USD', ...known }, ...(hours && { hours }) }),
  );

describe('what is paid', () => {
  it('is a figure, and per hour where hours are known', () => {
    expect(pay({ min: 450, max: 450 }, { min: 20, max: 30 })).to.deep.equal({
      main: '$450',
      more: '$15–23 an hour',
    });
    expect(pay({ min: 450 })).to.deep.equal({ main: '$450' });
  });

  it('is per hour, and in all where hours are known', () => {
    expect(pay({ kind: 'hourly', min: 22 }, { min: 15, max: 20 })).to.deep.equal({
      main: '$22 an hour',
      more: '$330–440 in all',
    });
  });

  it('is called an estimate once, where there is room for it', () => {
    expect(pay({ min: 450, estimated: true }, { min: 30 })).to.deep.equal({
      main: '$450',
      more: '$15 an hour (estimated)',
    });
    expect(pay({ min: 450, estimated: true })).to.deep.equal({ main: '$450 (estimated)' });
  });

  it('is never guessed', () => {
    expect(pay({})).to.equal(undefined);
    expect(payFact(l10n, project({}))).to.equal(undefined);
    expect(payFact(l10n, project({ pay: { kind: 'fixed', min: 450 } }))).to.equal(undefined);
    expect(pay({ kind: 'unknown', display: 'Competitive' })).to.deep.equal({ main: 'Competitive' });
    expect(pay({ kind: 'unpaid' })).to.deep.equal({ main: 'Unpaid' });
  });

  it('says by the week or month, and what is a stipend', () => {
    expect(pay({ per: 'week', min: 200 })?.main).to.equal('$200 a week');
    expect(pay({ per: 'month', min: 200, max: 300 })?.main).to.equal('$200–300 a month');
    expect(pay({ kind: 'stipend', min: 200 })?.main).to.equal('$200 stipend');
  });
});

describe('how long it takes', () => {
  it('is in hours, and in weeks where it is at least one', () => {
    expect(hoursText(l10n, { min: 20, max: 30 })).to.equal('20–30 hours');
    expect(hoursText(l10n, { max: 1 })).to.equal('1 hour');
    expect(durationText(l10n, { min: 14, max: 21 })).to.equal('2–3 weeks');
    expect(durationText(l10n, { min: 7, max: 7 })).to.equal('1 week');
    expect(durationText(l10n, { min: 2, max: 3 })).to.equal('2–3 days');
  });
});

describe('where it is', () => {
  const locations = [{ display: 'Fernhollow' }, { display: 'Millbrook' }];

  it('is the way of working, and the places where that matters', () => {
    expect(placeFact(l10n, project({ workMode: 'hybrid', locations }))).to.deep.equal({
      main: 'Hybrid',
      more: 'Fernhollow · Millbrook',
    });
    expect(placeFact(l10n, project({ workMode: 'remote', locations }))?.more).to.equal(undefined);
    expect(placeFact(l10n, project({ workMode: 'unknown', locations }))?.main).to.contain(
      'Fernhollow',
    );
    expect(placeFact(l10n, project({}))).to.equal(undefined);
  });
});

describe('until when', () => {
  const now = Date.UTC(2026, 11, 3, 18);
  const until = (applyBy: string, timeZone?: string) =>
    deadlineFact(l10n, project({ applyBy, ...(timeZone && { timeZone }) }), now);

  it('is a date and the days left, a word when it is near', () => {
    expect(until('2026-12-16', 'America/Chicago')).to.include({
      main: 'Dec 16',
      more: '13 days left',
      soon: false,
    });
    expect(until('2026-12-04', 'America/Chicago')).to.include({ main: 'Tomorrow', soon: true });
    expect(until('2026-12-03', 'America/Chicago')).to.include({ main: 'Today', soon: true });
  });

  it('is in full with its time and zone', () => {
    expect(until('2026-12-16', 'America/Chicago')?.full.replace(/\s/g, ' ')).to.match(
      /Wednesday, December 16, 2026 at 11:59 PM CST/,
    );
  });

  it('has no countdown without a zone', () => {
    const fact = until('2026-12-04');
    expect(fact).to.include({ main: 'Dec 4', soon: false });
    expect(fact?.more).to.equal(undefined);
  });
});

describe('initials', () => {
  it('are of the first two words, in any script', () => {
    expect(initials('Lakeside Analytics Group')).to.equal('LA');
    expect(initials('"Quoted" (name)')).to.equal('QN');
    expect(initials('بحيرة للتحليلات')).to.equal('بل');
    expect(initials('& Co')).to.equal('C');
    expect(initials('Tern & Tide')).to.equal('TT');
    expect(initials('M1 (North-West) Ltd.')).to.equal('MN');
    expect(initials('—')).to.equal('');
  });
});
