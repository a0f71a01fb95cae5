import { html, nothing, type TemplateResult } from 'lit';
import { openSteps } from '../../domain/form-sections.ts';
import type { FormView } from './form-view.ts';

/** What leads on: to the next step, or out; and how far sending has come. The button keeps its width. */
export function sendRow(view: FormView): TemplateResult {
  const { l10n, busy, snapshot, onStop, onBack } = view;
  const { t } = l10n;
  const { phase, files, steps, step, reviewed, fields, values } = snapshot;
  const isLast = step === steps.length;
  const leadsOn = openSteps(steps, fields, values).includes(true, step + 1);
  const hasFile = Object.values(files).some((each) => each.length);
  const sending = phase.status === 'sending' ? phase : undefined;
  const progress = hasFile ? sending?.progress : undefined;
  return html`<div class="actions">
    ${
      isLast
        ? html`<button
            class="button primary send"
            part="submit-button"
            aria-disabled=${busy ? 'true' : nothing}
          >
            <span ?data-off=${busy}>${t('send')}</span>
            <span ?data-off=${!busy}
              >${t(sending?.stage === 'again' ? 'stillTrying' : 'sending')}</span
            >
          </button>`
        : html`<button class="button primary" part="next-button">
            ${t(reviewed || !leadsOn ? 'review' : 'next')}
          </button>`
    }
    ${
      busy
        ? html`<button class="link action" part="stop-button" type="button" @click=${onStop}>
            ${t('stop')}
          </button>`
        : step > 0
          ? html`<button class="button" part="previous-button" type="button" @click=${onBack}>
              ${t('back')}
            </button>`
          : nothing
    }
    ${
      progress !== undefined
        ? html`<span class="progress" part="progress">
            <progress max="1" .value=${progress} aria-label=${t('sending')}></progress>
            ${
              progress < 1
                ? t('sendingPart', {
                    part: l10n.number(progress, { style: 'percent', maximumFractionDigits: 0 }),
                  })
                : t('awaiting')
            }
          </span>`
        : isLast
          ? html`<span class="muted">${t('sendEmail')}</span>`
          : nothing
    }
  </div>`;
}
