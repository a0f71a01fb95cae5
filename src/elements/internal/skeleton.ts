import { html, type TemplateResult } from 'lit';

const row = html`<div class="bone"></div>`;

/** Rows as tall as real ones, so that nothing moves when those arrive. */
export const skeleton = (rows: number): TemplateResult =>
  html`<div class="bones" aria-hidden="true">${Array.from({ length: rows }, () => row)}</div>`;
