import { html, nothing, type TemplateResult } from 'lit';
import { CLOSING_SOON_DAYS, deadlineOf, type Deadline } from '../../domain/project-rules.ts';
import { calendarFile } from '../../lib/calendar.ts';
import { download } from '../../lib/download.ts';
import { deadlineClock } from './deadline-clock.ts';
import { icon } from './icons.ts';
import { linkTo } from './project-link.ts';
import { shortDate, type Reading } from './reading.ts';

export interface DeadlineWords {
  readonly deadline: Deadline;
  /** `Sat, Dec 5`, and the same without the weekday. */
  readonly day: string;
  readonly shortDay: string;
  /** `13 days left`, `Tomorrow`; absent where nobody can say. */
  readonly left: string | undefined;
  /** `11:59 PM Central Standard Time`; absent where the time, or whose time it is, is not known. */
  readonly time: string | undefined;
  /** Within two days: said by a word, an icon and weight. */
  readonly soon: boolean;
}

/** Until when applications are taken, in words that leave no doubt about whose clock counts. */
export function deadlineWords(reading: Reading): DeadlineWords | undefined {
  const { l10n, project, now } = reading;
  const deadline = deadlineOf(project, now);
  if (!deadline) return undefined;
  const { at, daysLeft } = deadline;
  const { date, zone, hasTime } = deadlineClock(project, deadline);
  return {
    deadline,
    day: shortDate(reading, date, 'short'),
    shortDay: shortDate(reading, date),
    left:
      daysLeft === undefined
        ? undefined
        : daysLeft > 1
          ? l10n.t('daysLeft', { n: daysLeft })
          : l10n.t(daysLeft ? 'tomorrow' : 'today'),
    time: hasTime
      ? l10n.date(at, {
          hour: 'numeric',
          minute: '2-digit',
          timeZoneName: 'long',
          timeZone: zone,
        })
      : undefined,
    soon: daysLeft !== undefined && daysLeft <= CLOSING_SOON_DAYS,
  };
}

/** Until when to apply, in a box of its own. */
export const deadlineBox = (
  { l10n: { t } }: Reading,
  { day, left, time, soon }: DeadlineWords,
  onAddToCalendar: () => void,
): TemplateResult =>
  html`<div class="deadline ${soon ? 'soon' : ''}" part="deadline">
    ${icon(soon ? 'clock' : 'calendar')}
    <div>
      <p><b>${t('applyByDate', { date: day })}</b></p>
      ${
        (left ?? time)
          ? html`<p class="muted">
              ${left ? html`<span class="left">${left}</span>` : nothing}
              ${left && time ? '·' : nothing} ${time ? t('closesAt', { time }) : nothing}
            </p>`
          : nothing
      }
      <button class="link action" type="button" @click=${onAddToCalendar}>
        ${t('addToCalendar')}
      </button>
    </div>
  </div>`;

/** Saves a moment of the project as a calendar file. */
function saveEvent(
  { project, now }: Reading,
  name: string,
  { title, when, about = [] }: { title: string; when: string | number; about?: readonly string[] },
): void {
  const url = linkTo(project);
  download(
    `${name}.ics`,
    'text/calendar;charset=utf-8',
    calendarFile({
      // Each kind of moment is an entry of its own.
      uid: `${name === 'deadline' ? '' : `${name}-`}${project.id}@${new URL(url).host}`,
      title,
      description: [project.employer.name, ...about, url].join('\n'),
      url,
      when,
      now,
    }),
  );
}

/** Saves the deadline: a whole day where nobody can say on whose clock it ends. */
export function saveDeadline(reading: Reading): void {
  const { l10n, project, now } = reading;
  const deadline = deadlineOf(project, now);
  if (!deadline) return;
  const when = deadlineClock(project, deadline).hasTime ? deadline.at : deadline.date;
  saveEvent(reading, 'deadline', { title: l10n.t('applyFor', { title: project.title }), when });
}

/** Saves the day on which the project starts, with the reference of the application to it. */
export function saveStart(reading: Reading, reference: string): void {
  const { l10n, project } = reading;
  const { startsOn, title } = project;
  if (startsOn)
    saveEvent(reading, 'start', {
      title,
      when: startsOn.slice(0, 10),
      about: [`${l10n.t('reference')}: ${reference}`],
    });
}
