import { html, type TemplateResult } from 'lit';
import type { Employer } from '../../domain/project.ts';
import type { Settings } from '../../controllers/context.ts';
import { initials } from './facts.ts';

/**
 * An employer's logo, or its initials. A logo loads only from the API's own origin or one that the
 * school has listed: any other address would tell a third party who reads the page.
 */
export function employerTile(
  employer: Employer,
  { imageOrigins }: Settings,
  apiUrl: string | undefined,
): TemplateResult {
  const origins = [...imageOrigins, apiUrl ?? ''].map(originOf);
  const logo = employer.logoUrl;
  const isAllowed = logo !== undefined && origins.includes(originOf(logo));
  return html`<div class="tile" part="tile" aria-hidden="true">
    ${
      isAllowed
        ? html`<img
            src=${logo}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          />`
        : html`<span>${initials(employer.name)}</span>`
    }
  </div>`;
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}
