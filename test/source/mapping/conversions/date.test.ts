import { expect } from 'chai';
import fc from 'fast-check';
import { convert } from './convert-with.ts';

const date = (value: unknown, options = {}, zone?: string): unknown =>
  convert('date', value, options, { zone });

/** The instant in milliseconds that a text became. */
const instant = (value: unknown, options = {}, zone?: string): number =>
  Date.parse(String(date(value, options, zone)));

const moments = fc
  .date({
    min: new Date('2001-10-01T00:00:00Z'),
    max: new Date('2099-12-30T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((each) => new Date(Math.trunc(each.getTime() / 1_000) * 1_000));

/** Zones with half hours, with clocks that change, and at the ends of the world. */
const zones = [
  'UTC',
  'America/Chicago',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];

describe('date', () => {
  it('is a day, however that is written', () => {
    const written = [
      '2026-08-05',
      ' 2026/8/5 ',
      '20260805',
      '5 August 2026',
      '5. Aug. 2026',
      'Aug 5, 2026',
      'August 5th, 2026',
      'Wednesday, 5 Aug 2026',
      '05-Aug-2026',
      '5 Sept 2026',
    ];
    const days = written.map((text) => date(text));
    expect(days.slice(0, -1)).to.deep.equal(Array<unknown>(9).fill('2026-08-05'));
    expect(days.at(-1)).to.equal('2026-09-05');
  });

  it('takes neither day for the month', () => {
    expect(date('12/25/2026')).to.equal('2026-12-25');
    expect(date('25/12/2026')).to.equal('2026-12-25');
    expect(date('5/5/2026')).to.equal('2026-05-05');
    expect(date('3/4/2026')).to.equal(undefined);
    expect(date('3/4/2026', { format: 'M/D/YYYY' })).to.equal('2026-03-04');
    expect(date('3/4/2026', { format: 'D/M/YYYY' })).to.equal('2026-04-03');
    expect(date('3.4.2026', { format: 'D.M.YYYY' })).to.equal('2026-04-03');
  });

  it('is an instant, of which the offset stays as written', () => {
    expect(date('2026-08-05T09:00:00.5+02:00')).to.equal('2026-08-05T09:00:00.5+02:00');
    expect(date('Dec 5, 2026 at 11:59 p.m. EST')).to.equal('2026-12-05T23:59:00-05:00');
    expect(date('2026-08-05 09:41:37+0530')).to.equal('2026-08-05T09:41:37+05:30');
    expect(date('12/5/2026 12:30 AM PDT', { format: 'M/D/YYYY' })).to.equal(
      '2026-12-05T00:30:00-07:00',
    );
  });

  it('counts seconds or milliseconds', () => {
    const expected = Date.parse('2026-08-05T09:00:00Z');
    for (const value of [expected, expected / 1_000, String(expected), `${expected / 1_000}.0`])
      expect(instant(value)).to.equal(expected);
    expect(instant(100_000_000_000, { unit: 's' })).to.equal(100_000_000_000_000);
    expect(instant(99_999_999_999, { unit: 'ms' })).to.equal(99_999_999_999);
  });

  it('reads the numbers of OData', () => {
    expect(date('/Date(1785920400000)/')).to.equal('2026-08-05T09:00:00.000Z');
    expect(date('/Date(1785920400000+0000)/')).to.equal('2026-08-05T09:00:00.000Z');
    expect(date('/Date(-1)/')).to.equal(undefined);
  });

  it('counts days back from the present one', () => {
    const ago = (text: string, today?: string) => convert('date', text, {}, { today });
    expect(ago('Posted 3 Days Ago', '2026-03-02')).to.equal('2026-02-27');
    expect(ago('1 day ago', '2026-03-02')).to.equal('2026-03-01');
    expect(ago('Posted Today', '2026-03-02')).to.equal('2026-03-02');
    expect(ago('yesterday', '2026-03-01')).to.equal('2026-02-28');
    for (const text of ['Posted 30+ Days Ago', '3 days', 'Closes in 3 days', 'Mondaytoday'])
      expect(ago(text, '2026-03-02'), text).to.equal(undefined);
    expect(ago('today')).to.equal(undefined);
  });

  it('reads a time without a zone in the zone of the config, of the value first', () => {
    const text = '2026-12-05T17:00:00';
    expect(date(text, {}, 'America/Chicago')).to.equal('2026-12-05T17:00:00-06:00');
    expect(date(text, { zone: 'Asia/Tokyo' }, 'America/Chicago')).to.equal(
      '2026-12-05T17:00:00+09:00',
    );
    expect(date('2026-06-12T23:59:59.9970', {}, 'America/Chicago')).to.equal(
      '2026-06-12T23:59:59-05:00',
    );
  });

  it('knows a time on the day on which clocks change', () => {
    // In Chicago on 1 November 2026 there is 01:30 twice, on 8 March no 02:30.
    expect(instant('2026-11-01 00:30', {}, 'America/Chicago')).to.equal(
      Date.parse('2026-11-01T05:30:00Z'),
    );
    expect(instant('2026-11-01 01:30', {}, 'America/Chicago')).to.equal(
      Date.parse('2026-11-01T06:30:00Z'),
    );
    expect(instant('2026-11-01 02:30', {}, 'America/Chicago')).to.equal(
      Date.parse('2026-11-01T08:30:00Z'),
    );
    expect(instant('2026-03-08 02:30', {}, 'America/Chicago')).to.equal(
      Date.parse('2026-03-08T08:30:00Z'),
    );
  });

  it('is the day alone where nobody knows the zone of the time', () => {
    expect(date('2026-12-05T17:00:00')).to.equal('2026-12-05');
    expect(date('2026-12-05T17:00:00', {}, 'Mars/Olympus_Mons')).to.equal('2026-12-05');
    expect(date('2026-12-05 17:00 CET', {}, 'America/Chicago')).to.equal('2026-12-05');
  });

  it('can be the day alone: as written, or in a zone that is named', () => {
    const options = { part: 'day' };
    expect(date('2026-12-05T02:00:00Z', options, 'America/Chicago')).to.equal('2026-12-05');
    expect(date('2026-12-05T02:00:00Z', { ...options, zone: 'America/Chicago' })).to.equal(
      '2026-12-04',
    );
    expect(date('2026-12-05', { ...options, zone: 'America/Chicago' })).to.equal('2026-12-05');
    expect(date(Date.parse('2026-12-05T02:00:00Z'), options)).to.equal('2026-12-05');
  });

  it('is nothing of what databases write for none', () => {
    const none = [
      0,
      '0',
      '0000-00-00',
      '0000-00-00 00:00:00',
      '1970-01-01',
      '1970-01-01T00:00:00Z',
    ];
    const ends = [
      '1969-12-31T18:00:00-06:00',
      '0001-01-01T00:00:00',
      '9999-12-31',
      '9999-12-31T23:59:59Z',
    ];
    for (const value of [...none, ...ends]) expect(date(value), String(value)).to.equal(undefined);
  });

  it('is nothing of what is no date', () => {
    const texts = [
      '2026-02-30',
      '2026-13-01',
      '31/31/2026',
      '8/5/26',
      'August 2026',
      '2026',
      'Posted 3 Days Ago',
      '2026-12-05T25:00:00Z',
      '2026-12-05 25:00',
      '2026-12-05/2026-12-10',
      'May 3-5, 2026',
      'soon',
      true,
      `${'x'.repeat(100)} 2026-12-05`,
    ];
    for (const text of texts)
      expect(date(text, {}, 'America/Chicago'), String(text)).to.equal(undefined);
  });

  it('is the same instant, in whatever form it is written', () => {
    const offset = (minutes: number) =>
      `${minutes < 0 ? '-' : '+'}${String(Math.trunc(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(moments, fc.integer({ min: -56, max: 56 }), (moment, quarters) => {
        const minutes = quarters * 15;
        const shown = new Date(moment.getTime() + minutes * 60_000).toISOString();
        const [day = '', time = ''] = shown.slice(0, 19).split('T');
        const zone = offset(minutes);
        const utc = moment.toUTCString();
        const forms: unknown[] = [
          moment.toISOString(),
          `${day}T${time}${zone}`,
          `${day} ${time} ${zone.replace(':', '')}`,
          `${day} ${time} GMT${zone}`,
          utc,
          utc.replace('GMT', '+0000'),
          utc.replace('GMT', 'UTC').replace(/^\w+, /, ''),
          `${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
          moment.getTime() / 1_000,
          moment.getTime(),
        ];
        for (const form of forms) expect(instant(form), String(form)).to.equal(moment.getTime());
      }),
    );
  });

  it('finds the instant at which the clocks of a zone show a time', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, timeZone) => {
        const parts = Object.fromEntries(
          new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
            timeZone,
            hourCycle: 'h23',
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
          })
            .formatToParts(moment)
            .map(({ type, value }) => [type, value]),
        );
        const { year, month, day, hour, minute, second } = parts;
        const found = instant(`${year}-${month}-${day} ${hour}:${minute}:${second}`, {}, timeZone);
        // In the hour that is there twice, it is the first.
        expect(moment.getTime() - found).to.be.oneOf([0, 3_600_000]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what it made as it is', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom('UTC', 'America/Chicago'), (moment, zone) => {
        const made = date(moment.toISOString().slice(0, 19), {}, zone);
        expect(date(made, {}, zone)).to.equal(made);
      }),
    );
  });
});
