/** Calendar files (iCalendar, RFC 5545) with one event in them. */

export interface CalendarEvent {
  /** The same for the same event: a second file changes the entry instead of adding one. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly url?: string | undefined;
  /** A whole day, `YYYY-MM-DD`, or an instant in milliseconds since 1970. */
  readonly when: string | number;
  /** When the file was made, in milliseconds since 1970. */
  readonly now: number;
}

/** `20261205T235900Z`: the start of the minute. */
const instant = (milliseconds: number): string =>
  new Date(milliseconds)
    .toISOString()
    .replace(/\d\d\.\d+Z$/, '00Z')
    .replace(/[-:]/g, '');

/** A TEXT value; control characters have no place in one. */
const escape = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- to take them out
    .replace(/[\0-\x1f\x7f]/g, ' ');

/** Lines have 75 octets at most, and go on after a line break and a space. No character is cut in two. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (length + more > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += more;
  }
  return folded;
}

/** The text of a file with one event, and a reminder a day before it. It takes nobody's time: it is a deadline. */
export function calendarFile({ uid, title, description, url, when, now }: CalendarEvent): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foothold//EN',
    'BEGIN:VEVENT',
    `UID:${escape(uid)}`,
    `DTSTAMP:${instant(now)}`,
    typeof when === 'number'
      ? `DTSTART:${instant(when)}`
      : `DTSTART;VALUE=DATE:${when.replaceAll('-', '')}`,
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(description)}`,
    ...(url ? [`URL:${url}`] : []),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}
