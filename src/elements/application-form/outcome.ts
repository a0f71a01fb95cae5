import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import type { FailureReason, Phase } from '../../store/application-store.ts';
import { note } from '../internal/note.ts';

/** Failures after which sending again does not help. */
const final = new Set<FailureReason>(['closed', 'gone', 'duplicate', 'unsupported', 'blocked']);

function waitText({ t }: Localizer, seconds: number | undefined): string {
  if (!seconds) return t('busyText');
  return seconds <= 90
    ? t('busySeconds', { n: Math.ceil(seconds) })
    : t('busyMinutes', { n: Math.ceil(seconds / 60) });
}

/** How the last attempt to send ended, beside the button that repeats it. */
export function outcome(
  l10n: Localizer,
  phase: Phase,
  copied: 'copied' | 'copyByHand' | undefined,
  onCopy: () => unknown,
): TemplateResult | typeof nothing {
  const { t } = l10n;
  const copy = html`<button class="link" type="button" @click=${onCopy}>
    ${t(copied ?? 'copyAnswers')}
  </button>`;
  if (phase.status === 'unconfirmed') {
    return note({
      icon: phase.offline ? 'offline' : 'alert',
      tone: 'warning',
      role: 'alert',
      lead: phase.offline ? `${t('offline')} ${t('unconfirmed')}` : t('unconfirmed'),
      text: t('unconfirmedText'),
    });
  }
  if (phase.status !== 'failed') return nothing;
  const { reason, wait, detail } = phase;
  const tail =
    reason === 'offline'
      ? t('offlineText')
      : reason === 'busy'
        ? waitText(l10n, wait)
        : t('nothingSent');
  const lead = t(reason);
  return note({
    icon: reason === 'offline' ? 'offline' : 'alert',
    tone: reason === 'offline' || reason === 'busy' ? 'warning' : 'negative',
    role: 'alert',
    lead: /\p{P}$/u.test(lead) ? lead : `${lead}.`,
    text: html`${reason === 'refused' && detail ? html`<bdi>${detail}</bdi> ` : nothing}${tail}`,
    action: final.has(reason) ? copy : undefined,
  });
}
