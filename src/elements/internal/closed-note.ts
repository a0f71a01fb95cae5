import type { TemplateResult } from 'lit';
import type { DeadlineWords } from './deadline.ts';
import { note } from './note.ts';
import { say, type Reading } from './reading.ts';

/** What stands in place of Apply, and why. A status that is not known here is said as it is. */
export function closedNote(
  reading: Reading,
  status: string,
  deadline: DeadlineWords | undefined,
): TemplateResult {
  const { t } = reading.l10n;
  return note({
    icon: 'info',
    lead:
      status === 'open'
        ? t('noApplications')
        : status === 'closed' || status === 'filled' || status === 'paused'
          ? t(status)
          : say(reading, status),
    text:
      status === 'closed' && deadline?.deadline.past
        ? t('deadlineWas', { date: deadline.day })
        : undefined,
  });
}
