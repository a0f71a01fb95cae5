import { html, type TemplateResult } from 'lit';

/** An action among words, drawn as a link. */
export const linkButton = (words: string, onClick: () => void, name = ''): TemplateResult =>
  html`<button class="link ${name}" type="button" @click=${onClick}>${words}</button>`;
