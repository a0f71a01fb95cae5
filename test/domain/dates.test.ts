import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDays,
  dateIn,
  daysBetween,
  endOfDay,
  instantIn,
  isDate,
  localDate,
} from '../../src/domain/dates.ts';

const day = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

/** Zones with large offsets, half hours, and clocks that change at midnight. */
const zones = [
  'UTC',
  'America/Chicago',
  'America/Havana',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('dates', () => {
  it('knows real days from impossible ones', () => {
    expect(['2026-12-05', '2024-02-29', '0001-01-01'].every(isDate)).to.equal(true);
    const impossible = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20261205', ''];
    expect(impossible.filter(isDate)).to.deep.equal([]);
    expect(isDate('2026-12-05T00:00:00Z')).to.equal(false);
  });

  it('tells which day it is somewhere', () => {
    const instant = Date.parse('2026-12-06T05:30:00Z');
    expect(dateIn('America/Chicago', instant)).to.equal('2026-12-05');
    expect(dateIn('Asia/Tokyo', instant)).to.equal('2026-12-06');
    expect(dateIn('Mars/Olympus_Mons', instant)).to.equal(undefined);
  });

  it('ends a day when clocks in its zone strike midnight', () => {
    const end = (date: string, zone?: string) => new Date(endOfDay(date, zone)).toISOString();
    expect(end('2026-12-05', 'America/Chicago')).to.equal('2026-12-06T05:59:59.999Z');
    expect(end('2026-07-05', 'America/Chicago')).to.equal('2026-07-06T04:59:59.999Z');
    expect(end('2026-12-05', 'Asia/Kathmandu')).to.equal('2026-12-05T18:14:59.999Z');
  });

  it('ends a day without a usable zone when it has ended everywhere', () => {
    const end = Date.parse('2026-12-06T11:59:59.999Z');
    expect(endOfDay('2026-12-05')).to.equal(end);
    expect(endOfDay('2026-12-05', 'Mars/Olympus_Mons')).to.equal(end);
  });

  it('does not cut a day short where clocks jump over midnight', () => {
    // In Santiago the night to 6 September 2026 has no midnight: 23:59 is followed by 01:00.
    const end = endOfDay('2026-09-05', 'America/Santiago');
    expect(new Date(end).toISOString()).to.equal('2026-09-06T03:59:59.999Z');
  });

  it('ends a day at its first midnight where there are two', () => {
    // In Havana clocks go back from 01:00 to 00:00 on 1 November 2026.
    const end = endOfDay('2026-10-31', 'America/Havana');
    expect(new Date(end).toISOString()).to.equal('2026-11-01T03:59:59.999Z');
  });

  it('ends every day in every zone at its last millisecond', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (date, zone) => {
        const end = endOfDay(date, zone);
        expect(dateIn(zone, end)).to.equal(date);
        expect(dateIn(zone, end + 1)).to.equal(addDays(date, 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds the instant at which clocks show a time, where they show it twice the first', () => {
    const at = (text: string, zone = 'America/Chicago') =>
      instantIn(zone, Date.parse(`${text}Z`)) ?? NaN;
    expect(at('2026-12-05T17:00')).to.equal(Date.parse('2026-12-05T17:00-06:00'));
    expect(at('2026-12-05T17:00', 'Asia/Kathmandu')).to.equal(Date.parse('2026-12-05T17:00+05:45'));
    // On 1 November 2026 there is 01:30 twice in Chicago, on 8 March no 02:30.
    expect(at('2026-11-01T01:30')).to.equal(Date.parse('2026-11-01T01:30-05:00'));
    expect(at('2026-11-01T02:30')).to.equal(Date.parse('2026-11-01T02:30-06:00'));
    expect(at('2026-03-08T02:30')).to.equal(Date.parse('2026-03-08T02:30-06:00'));
    expect(at('2026-12-05T17:00', 'Mars/Olympus_Mons')).to.be.NaN;
  });

  it('adds what it subtracts', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(isDate(other)).to.equal(true);
        expect(daysBetween(date, other)).to.equal(days);
      }),
    );
  });

  it('tells the date on the clock of this machine', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86_399_999 }), (date, time) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
        const midnight = new Date(year, month - 1, dayOfMonth).getTime();
        const instant = new Date(midnight + time);
        // Where clocks change, a day has an hour less or more.
        fc.pre(instant.getDate() === dayOfMonth);
        expect(localDate(instant.getTime())).to.equal(date);
      }),
    );
  });
});
