import { html, nothing, type TemplateResult } from 'lit';
import type { Employer } from '../../domain/project.ts';
import type { Settings } from '../../controllers/context.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { initials } from './facts.ts';

/** A logo covers the initials once it is there, and uncovers them when it is not to be had. */
const onLogo = ({ type, target }: Event): void => {
  (target as HTMLImageElement).classList.toggle('loaded', type === 'load');
};

/**
 * An employer's initials, under its logo. A logo loads only from the API's own origin or one that the
 * school has listed: any other address would tell a third party who reads the page.
 */
export function employerTile(
  employer: Employer,
  { imageOrigins }: Settings,
  apiUrl: string | undefined,
): TemplateResult {
  const logo = safeUrl(employer.logoUrl);
  const isAllowed =
    logo && [...imageOrigins, apiUrl].some((each) => safeUrl(each)?.origin === logo.origin);
  return html`<div class="tile" part="tile" aria-hidden="true">
    <span .textContent=${initials(employer.name)}></span>
    ${
      isAllowed
        ? html`<img
            src=${logo.href}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @error=${onLogo}
            @load=${onLogo}
          />`
        : nothing
    }
  </div>`;
}
