import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConnectionController } from '../../controllers/connection.ts';
import type { IdentityProvider } from '../../controllers/context.ts';
import { colorScheme } from '../../styles/color-scheme.ts';
import { FootholdElement } from '../internal/foothold-element.ts';

/**
 * Gives listings, language and settings to the Foothold elements inside it, so that they are said
 * once. Draws nothing of its own.
 *
 * @tagname foothold-provider
 * @slot - The elements that it provides for, at any depth.
 * @fires {FootholdErrorEvent} foothold-error - Its config could not be read.
 *
 * @example
 * ```html
 * <foothold-provider api="https://listings.example.edu/api">
 *   <foothold-listing-feed project-href="/project?id={id}"></foothold-listing-feed>
 * </foothold-provider>
 * ```
 * @example
 * ```html
 * <foothold-provider config-src="/foothold.json" locale="browser">…</foothold-provider>
 * ```
 */
export class FootholdProvider extends FootholdElement {
  static override styles: CSSResultGroup = [
    colorScheme,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /** Address of the notice that says what happens with an application. Forms need it. */
  @property({ attribute: 'privacy-url' }) privacyUrl?: string;

  /** Applications work without a privacy notice, and say that they are a demonstration. */
  @property({ type: Boolean }) demo = false;

  /** Who applies, where the page knows; see the application form. */
  @property({ attribute: false }) identity?: IdentityProvider;

  protected override createConnection(): ConnectionController {
    return new ConnectionController(this, true);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
