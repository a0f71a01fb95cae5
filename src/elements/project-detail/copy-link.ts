import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import { copyText } from '../../lib/copy-text.ts';
import { icon } from '../internal/icons.ts';

/** "Copy link": into the clipboard, or, where a page may not write there, to be copied by hand. */
export class CopyLink {
  readonly #host: LitElement;
  #url = '';
  #outcome: 'copied' | 'refused' | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  render({ t }: Localizer, url: string): TemplateResult {
    if (url !== this.#url) this.#outcome = undefined;
    this.#url = url;
    return html`<span class="copy">
      <button class="link action" type="button" @click=${this.#onClick}>
        ${icon('link')} <span>${t('copyLink')}</span>
      </button>
      <span role="status">${this.#outcome === 'copied' ? t('linkCopied') : nothing}</span>
      ${
        this.#outcome === 'refused'
          ? html`<label
              >${t('linkToCopy')}
              <input class="field" readonly .value=${url} @focus=${this.#onFocus} />
            </label>`
          : nothing
      }
    </span>`;
  }

  readonly #onClick = async (): Promise<void> => {
    this.#outcome = (await copyText(this.#url)) ? 'copied' : 'refused';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLInputElement>('.copy input')?.focus();
  };

  readonly #onFocus = ({ target }: FocusEvent): void => {
    (target as HTMLInputElement).select();
  };
}
