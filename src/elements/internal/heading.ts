import { html, type TemplateResult } from 'lit';

/**
 * A native heading of a level that is only known at run time. `tabindex="-1"` lets focus move to it
 * when a view opens.
 */
export function heading(level: number, content: unknown, part = 'heading'): TemplateResult {
  switch (Math.min(Math.max(level, 1), 6)) {
    case 1:
      return html`<h1 part=${part} class=${part} tabindex="-1">${content}</h1>`;
    case 2:
      return html`<h2 part=${part} class=${part} tabindex="-1">${content}</h2>`;
    case 3:
      return html`<h3 part=${part} class=${part} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 part=${part} class=${part} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 part=${part} class=${part} tabindex="-1">${content}</h5>`;
    default:
      return html`<h6 part=${part} class=${part} tabindex="-1">${content}</h6>`;
  }
}
