/** Above a list that is not all that it could be: what is wrong with it, and "Try again". */
import type { TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import type { SourceFailure } from '../../source/listings-source.ts';
import { note } from '../internal/note.ts';
import { linkButton } from './link-button.ts';

const listNote = (
  { t }: Localizer,
  icon: 'clock' | 'alert',
  lead: string,
  text: string,
  onRetry: () => void,
): TemplateResult =>
  note({
    icon,
    lead,
    text,
    action: linkButton(t('tryAgain'), onRetry),
    role: 'status',
    tone: 'warning',
  });

/**
 * The list could not be brought up to date: from when it is.
 * @param at milliseconds since 1970
 */
export function staleNote(l10n: Localizer, at: number, onRetry: () => void): TemplateResult {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const time = l10n.date(at, {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return listNote(l10n, 'clock', l10n.t('staleSince', { time }), l10n.t('staleHint'), onRetry);
}

/** Sources are missing from it: which. */
export function missingNote(
  l10n: Localizer,
  failures: readonly SourceFailure[],
  onRetry: () => void,
): TemplateResult {
  const n = failures.length;
  // Each name runs in its own direction.
  const sources = l10n.list(failures.map(({ source }) => `\u2068${source}\u2069`));
  return listNote(
    l10n,
    'alert',
    l10n.t('sourcesFailed', { n, sources }),
    l10n.t('sourcesMissing', { n }),
    onRetry,
  );
}
