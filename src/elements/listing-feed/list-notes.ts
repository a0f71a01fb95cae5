import type { TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import { note } from '../internal/note.ts';
import { linkButton } from './link-button.ts';

/**
 * Above a list that could not be brought up to date: from when it is.
 * @param at milliseconds since 1970
 */
export function staleNote(l10n: Localizer, at: number, onRetry: () => void): TemplateResult {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const time = l10n.date(at, {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return note({
    icon: 'clock',
    lead: l10n.t('staleSince', { time }),
    text: l10n.t('staleHint'),
    action: linkButton(l10n.t('tryAgain'), onRetry),
    role: 'status',
    tone: 'warning',
  });
}
