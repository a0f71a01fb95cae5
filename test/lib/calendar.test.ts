import { expect } from 'chai';
import fc from 'fast-check';
import { calendarFile, type CalendarEvent } from '../../src/lib/calendar.ts';

const event: CalendarEvent = {
  uid: 'mkt-204@school.example',
  title: 'Apply for Competitor pricing study',
  description: 'Lakeside Analytics\nhttps://school.example/?id=mkt-204',
  url: 'https://school.example/?id=mkt-204',
  when: Date.parse('2026-12-06T05:59:59.999Z'),
  now: Date.parse('2026-11-22T10:20:30.400Z'),
};

/** The lines of a file as a calendar reads them: unfolded. */
const lines = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');

/** A text as a calendar reads it. */
const unescape = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );

const valueOf = (file: string, name: string): string =>
  lines(file)
    .find((line) => line.startsWith(`${name}:`))!
    .slice(name.length + 1);

describe('calendarFile', () => {
  it('is one event at an instant, with a reminder', () => {
    expect(lines(calendarFile(event))).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Foothold//EN',
      'BEGIN:VEVENT',
      'UID:mkt-204@school.example',
      'DTSTAMP:20261122T102000Z',
      'DTSTART:20261206T055900Z',
      'SUMMARY:Apply for Competitor pricing study',
      'DESCRIPTION:Lakeside Analytics\\nhttps://school.example/?id=mkt-204',
      'URL:https://school.example/?id=mkt-204',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Apply for Competitor pricing study',
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is a whole day where only the date is known', () => {
    expect(lines(calendarFile({ ...event, when: '2026-12-05' }))).to.include(
      'DTSTART;VALUE=DATE:20261205',
    );
  });

  it('has no address where there is none', () => {
    const { url: _url, ...without } = event;
    expect(calendarFile(without)).not.to.match(/^URL/m);
  });

  /** Any text, also such as would end a line, a value or the file. */
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('\r', '\n', '\\', ';', ',', ':', 'é', '漢', '😀', ' ', '\0'),
    }),
    fc.constant('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://evil.example'),
  );

  it('has lines of 75 octets at most, whatever is in it', () => {
    fc.assert(
      fc.property(text, text, text, (uid, title, description) => {
        const file = calendarFile({ ...event, uid, title, description });
        expect(file.endsWith('END:VCALENDAR\r\n')).to.equal(true);
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).to.be.at.most(75);
          // eslint-disable-next-line no-control-regex -- they have no place in it
          expect(line).not.to.match(/[\0-\x1f\x7f]/);
        }
      }),
    );
  });

  it('gives back what was put in, and nothing can add a line', () => {
    fc.assert(
      fc.property(text, text, (title, description) => {
        const file = calendarFile({ ...event, title, description });
        expect(lines(file)).to.have.length(19);
        const clean = (input: string) =>
          input
            .replace(/\r\n?/g, '\n')
            // eslint-disable-next-line no-control-regex -- as above
            .replace(/[\0-\x09\x0b-\x1f\x7f]/g, ' ');
        expect(unescape(valueOf(file, 'SUMMARY'))).to.equal(clean(title));
        expect(unescape(valueOf(file, 'DESCRIPTION'))).to.equal(clean(description));
      }),
    );
  });

  it('cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        for (const line of calendarFile({ ...event, title }).split('\r\n')) {
          expect(line).not.to.match(/[\ud800-\udbff]$/);
        }
      }),
    );
  });
});
