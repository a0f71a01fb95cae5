import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import type { Phase } from '../../store/application-state.ts';
import { note } from '../internal/note.ts';

function waitText({ t }: Localizer, seconds: number | undefined): string {
  if (!seconds) return t('busyText');
  return seconds <= 90
    ? t('busySeconds', { n: Math.ceil(seconds) })
    : t('busyMinutes', { n: Math.ceil(seconds / 60) });
}

/** How the last attempt to send ended, or what keeps it from ending, beside the button that repeats it. */
export function outcome(l10n: Localizer, phase: Phase): TemplateResult | typeof nothing {
  const { t } = l10n;
  switch (phase.status) {
    case 'editing':
    case 'sent':
      return nothing;
    case 'sending':
      return phase.stage === 'offline'
        ? note({
            icon: 'offline',
            tone: 'warning',
            role: 'status',
            lead: t('offline'),
            text: t('offlineText'),
          })
        : nothing;
    case 'unconfirmed':
      return note({
        icon: 'alert',
        tone: 'warning',
        role: 'alert',
        lead: phase.reason ? `${t(phase.reason)} ${t('unconfirmed')}` : t('unconfirmed'),
        text: t(phase.repeatable ? 'unconfirmedText' : 'unconfirmedOnce'),
      });
    case 'failed': {
      const { reason, wait, detail } = phase;
      const passes = /^(busy|unchecked|stopped|unreached)$/.test(reason);
      const lead = t(reason);
      return note({
        icon: 'alert',
        tone: passes ? 'warning' : 'negative',
        role: 'alert',
        lead: /\p{P}$/u.test(lead) ? lead : `${lead}.`,
        text: html`${reason === 'refused' && detail ? html`<bdi>${detail}</bdi> ` : nothing}${
          reason === 'busy' ? waitText(l10n, wait) : t('nothingSent')
        }`,
      });
    }
  }
}
