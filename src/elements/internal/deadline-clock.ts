import { dateIn, isDate, localDate } from '../../domain/dates.ts';
import type { Project } from '../../domain/project.ts';
import type { Deadline } from '../../domain/project-rules.ts';

/** A deadline as it is said, and on whose clock. */
export interface DeadlineClock {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The project's zone; absent where it states none, or one that this browser does not know. */
  readonly zone: string | undefined;
  /** True where its time of day can be said: in the zone, else on the reader's own clock. */
  readonly hasTime: boolean;
}

/** A day without a zone is what it is; an instant without one has a date only on a reader's own clock. */
export function deadlineClock(
  { applyBy = '', timeZone }: Pick<Project, 'applyBy' | 'timeZone'>,
  deadline: Deadline,
): DeadlineClock {
  const zone = timeZone && dateIn(timeZone, 0) ? timeZone : undefined;
  const hasTime = zone !== undefined || !isDate(applyBy);
  return {
    date: zone || !hasTime ? deadline.date : localDate(deadline.at),
    zone,
    hasTime,
  };
}
