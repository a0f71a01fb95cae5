import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { REPORT_REASONS, type ReportReason } from '../../domain/application.ts';
import { FootholdErrorEvent } from '../../events/error.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ListingsSource } from '../../source/listings-source.ts';
import { asSourceError } from '../../source/source-error.ts';
import { note } from '../internal/note.ts';

type Phase = 'closed' | 'open' | 'sending' | 'failed' | 'sent';

/** "Report this listing": a short form in place, which passes on what seems wrong. */
export class ReportForm {
  readonly #host: LitElement;
  #phase: Phase = 'closed';
  #id = '';
  #source: ListingsSource | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Draws it, for a project that may be reported to a source that takes reports. */
  render({ t }: Localizer, id: string, source: ListingsSource): TemplateResult {
    if (id !== this.#id) this.#phase = 'closed';
    this.#id = id;
    this.#source = source;
    const phase = this.#phase;
    return html`<div class="report" part="report">
      <button
        class="link action"
        type="button"
        aria-expanded=${phase === 'closed' ? 'false' : 'true'}
        @click=${this.#onToggle}
      >
        ${t('report')}
      </button>
      ${phase === 'closed' || phase === 'sent' ? nothing : this.#renderForm(t)}
      <div role="status">
        ${phase === 'sent' ? note({ icon: 'tick', tone: 'positive', lead: t('reportSent') }) : nothing}
      </div>
    </div>`;
  }

  #renderForm(t: Localizer['t']): TemplateResult {
    const isSending = this.#phase === 'sending';
    return html`<form @submit=${this.#onSubmit}>
      <fieldset>
        <legend>${t('reportReason')}</legend>
        ${REPORT_REASONS.map(
          (reason) =>
            html`<label
              ><input type="radio" name="reason" .value=${reason} required />
              ${t(reason === 'unpaid' ? 'unpaidWork' : reason)}</label
            >`,
        )}
      </fieldset>
      <label
        >${t('reportDetails')}
        <textarea class="field" name="details" rows="3" maxlength="2000"></textarea>
      </label>
      ${
        this.#phase === 'failed'
          ? note({ icon: 'alert', tone: 'negative', lead: t('reportFailed'), role: 'alert' })
          : nothing
      }
      <button class="button" aria-disabled=${isSending ? 'true' : nothing}>
        ${t(isSending ? 'reportSending' : 'reportSend')}
      </button>
    </form>`;
  }

  #go(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  readonly #onToggle = (): void => {
    this.#go(this.#phase === 'closed' ? 'open' : 'closed');
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.#phase === 'sending') return;
    const form = new FormData(event.target as HTMLFormElement);
    const details = (form.get('details') as string).trim();
    const id = this.#id;
    this.#go('sending');
    try {
      await this.#source?.report?.(id, {
        reason: form.get('reason') as ReportReason,
        ...(details && { details }),
      });
      if (id !== this.#id) return;
      this.#go('sent');
      // The form goes, and with it the button that has focus.
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>('.report > button')?.focus();
    } catch (error) {
      this.#host.dispatchEvent(new FootholdErrorEvent('report', asSourceError(error)));
      if (id === this.#id) this.#go('failed');
    }
  };
}
