import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ConnectionController, type ConnectionOptions } from '../../controllers/connection.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import type { Params } from '../../i18n/message.ts';
import type { FootholdConfig } from '../../source/config.ts';
import type { ListingsSource } from '../../source/listings-source.ts';

/**
 * The attributes that every element shares, and nothing else: controllers hold the behaviour, but a
 * controller cannot declare an attribute.
 */
export abstract class FootholdElement extends LitElement implements ConnectionOptions {
  /**
   * Base URL of a listings API, resolved against the page; a trailing slash is dropped and a query refused.
   */
  @property() api?: string;

  /** URL of a JSON or CSV file with listings. Needs `foothold-any.js`. */
  @property() file?: string;

  /** A known API, for instance `greenhouse`, together with `api`. Needs `foothold-any.js`. */
  @property() preset?: string;

  /** URL of a config file. */
  @property({ attribute: 'config-src' }) configSrc?: string;

  /** A config as an object, in place of a file. */
  @property({ attribute: false }) config?: FootholdConfig;

  /**
   * Gives the `{token}` that a config's headers ask for. It is called before each request, may be
   * asynchronous, and what it gives is kept nowhere.
   */
  @property({ attribute: false }) token?: () => string | Promise<string>;

  /** Any source of listings, in place of `api`. */
  @property({ attribute: false }) source?: ListingsSource;

  /**
   * BCP 47 language of words, numbers and dates, or `browser` for the browser's. Default: the
   * nearest `lang`. A language without wording falls back to English.
   */
  @property() locale?: string;

  /** Level of the element's own heading, 1 to 6; those below follow. Default 2. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel?: number;

  /** `light`, `dark`, or `auto` for the system's. Default: the page's own `color-scheme`. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme?: 'light' | 'dark' | 'auto';

  /**
   * Origins, separated by spaces, from which logos may load besides the API's own. Other employers
   * show their initials.
   */
  @property({ attribute: 'image-origins' }) imageOrigins?: string;

  /** Where listings come from and how this element is set up. */
  protected readonly connection: ConnectionController = this.createConnection();

  #internals = this.attachInternals();

  /** A provider overrides this to hand on what it has. */
  protected createConnection(): ConnectionController {
    return new ConnectionController(this);
  }

  /** Words in the element's language. */
  protected t = (key: MessageKey, params?: Params): string =>
    this.connection.localizer.t(key, params);

  protected override willUpdate(_changed: PropertyValues): void {
    this.connection.refresh();
  }

  /** Sets exactly one of the states that a page can style with `:state(…)`, or none. */
  protected setCustomState(state: 'loading' | 'empty' | 'failed' | undefined): void {
    try {
      this.#internals.states.clear();
      if (state) this.#internals.states.add(state);
    } catch {
      // Older browsers have no custom states; nothing but styling depends on them.
    }
  }
}
