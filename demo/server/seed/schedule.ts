/** The dates of a project, relative to today where it is listed, so that a demonstration never grows old. */
import { addDays, dateIn } from '../../../src/domain/dates.ts';
import type { Deliverable, Milestone } from '../../../src/domain/project.ts';
import type { Random } from './random.ts';
import type { ProjectTemplate } from './template.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Schedule {
  readonly postedAt: string;
  readonly applyBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly days: number;
}

export const todayIn = (timeZone: string | undefined, now: number): string =>
  (timeZone && dateIn(timeZone, now)) ?? new Date(now).toISOString().slice(0, 10);

/** Work starts on a weekday. */
function nextWeekday(date: string): string {
  const weekday = new Date(date).getUTCDay();
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** Posted to the minute, on an earlier day, so that it stays the same all day and no two are alike. */
function postedAt(random: Random, now: number, daysAgo: number): string {
  const midnight = Math.floor(now / DAY) * DAY;
  const instant = midnight - daysAgo * DAY + 8 * HOUR + random.between(0, 10 * 60) * 60_000;
  return new Date(instant).toISOString();
}

export function makeSchedule(random: Random, today: string, now: number, past: boolean): Schedule {
  const posted = postedAt(random, now, past ? random.between(25, 60) : random.between(1, 30));
  const applyBy = addDays(today, past ? -random.between(1, 20) : random.between(2, 38));
  const startsOn = nextWeekday(addDays(applyBy, random.between(3, 10)));
  const days = random.pick([7, 10, 14, 14, 21, 21, 21, 28, 28]);
  return { postedAt: posted, applyBy, startsOn, endsOn: addDays(startsOn, days), days };
}

const fill = (date: string, days: number, part: number) => addDays(date, Math.round(days * part));

export function makeMilestones({ startsOn, endsOn, days }: Schedule): Milestone[] {
  const middle: Milestone[] =
    days < 14
      ? []
      : [{ title: 'Mid-project check-in', kind: 'checkin', dueOn: fill(startsOn, days, 0.5) }];
  return [
    { title: 'Kick-off call', kind: 'kickoff', dueOn: startsOn },
    ...middle,
    {
      title: 'Draft for comment',
      description: 'We answer within two working days.',
      kind: 'draft',
      dueOn: fill(startsOn, days, 0.75),
    },
    { title: 'Final hand-over', kind: 'final', dueOn: endsOn },
  ];
}

export function makeDeliverables(template: ProjectTemplate, schedule: Schedule): Deliverable[] {
  const count = template.deliverables.length;
  return template.deliverables.map(([title, description], index) => ({
    title,
    description,
    dueOn: fill(schedule.startsOn, schedule.days, (index + 1) / count),
  }));
}
