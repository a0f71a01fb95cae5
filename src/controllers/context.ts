/**
 * What a provider hands to the elements inside it: the port to the listings, and settings. Never
 * listings themselves. Keys carry a protocol version, so that two copies of Foothold of one
 * protocol understand each other and those of different ones ignore each other.
 */
import { createContext } from '@lit/context';
import type { Identity } from '../domain/application.ts';
import type { WordingByLocale } from '../i18n/localizer.ts';
import type { FootholdConfig } from '../source/config.ts';
import type { ListingsSource } from '../source/listings-source.ts';

/** The page's word on who applies, or how to find out. */
export type IdentityProvider =
  Identity | (() => Identity | undefined | Promise<Identity | undefined>);

export interface Settings {
  /** Requested BCP 47 language; absent means the nearest `lang`, `browser` the browser's. */
  readonly locale?: string | undefined;
  readonly wording: WordingByLocale;
  /** Level of an element's own heading, 1 to 6. */
  readonly headingLevel: number;
  /** Origins besides the API's from which logos may load. */
  readonly imageOrigins: readonly string[];
  /** Where the school says what happens with an application. */
  readonly privacyUrl?: string | undefined;
  /** Applications work without a privacy notice, and say that they are a demonstration. */
  readonly demo: boolean;
  /** Gives the token that requests for listings need. */
  readonly token?: (() => string | Promise<string>) | undefined;
  readonly identity?: IdentityProvider | undefined;
  readonly ui: NonNullable<FootholdConfig['ui']>;
  readonly form: NonNullable<FootholdConfig['form']>;
  /** True while nothing can be said: a config file is on its way, or the provider around has failed. */
  readonly pending: boolean;
}

export const defaultSettings: Settings = {
  wording: {},
  headingLevel: 2,
  imageOrigins: [],
  demo: false,
  ui: {},
  form: {},
  pending: false,
};

export const sourceContext = createContext<ListingsSource | undefined>(
  Symbol.for('foothold:source:1'),
);
export const settingsContext = createContext<Settings>(Symbol.for('foothold:settings:1'));

/** A place that an element can lead to. */
export type View =
  | { readonly name: 'list' }
  | { readonly name: 'project'; readonly id: string }
  | { readonly name: 'application'; readonly id: string };

/** How elements inside a board lead to each other without knowing each other. */
export interface Navigation {
  /** The view's address, for a real link; undefined where the view is in no URL. */
  hrefFor(view: View): string | undefined;
  /** Opens the view in place. */
  open(view: View): void;
}

export const navigationContext = createContext<Navigation | undefined>(
  Symbol.for('foothold:navigation:1'),
);
