/**
 * Where an element's listings come from and how it is set up: its own properties and attributes,
 * then its own config, then the nearest provider, then the defaults.
 */
import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FootholdErrorEvent } from '../events/error.ts';
import { Localizer } from '../i18n/localizer.ts';
import type { FootholdConfig } from '../source/config.ts';
import type { ListingsSource } from '../source/listings-source.ts';
import { isSame } from '../lib/is-same.ts';
import { loadConfig, openOrigin, readConfig } from '../source/opener.ts';
import { sharedOf } from '../source/shared-source.ts';
import {
  defaultSettings,
  settingsContext,
  sourceContext,
  type IdentityProvider,
  type Settings,
} from './context.ts';

/** What an element may say for itself. Absent is not said. */
export interface ConnectionOptions {
  api?: string | undefined;
  file?: string | undefined;
  preset?: string | undefined;
  configSrc?: string | undefined;
  config?: FootholdConfig | undefined;
  source?: ListingsSource | undefined;
  locale?: string | undefined;
  headingLevel?: number | undefined;
  imageOrigins?: string | undefined;
  privacyUrl?: string | undefined;
  demo?: boolean | undefined;
  token?: (() => string | Promise<string>) | undefined;
  identity?: IdentityProvider | undefined;
}

/** What `@lit/context` says of a provider that has come. */
type ProviderEvent = Event & { readonly context: unknown; readonly contextTarget: Element };

type Host = ReactiveControllerHost & HTMLElement & ConnectionOptions;

/** How long an element without listings waits for a provider or a property before it complains, in ms. */
const PATIENCE = 1000;

/** The language nearest to an element, also across shadow roots. */
function nearestLanguage(element: Element): string | undefined {
  const found = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return found?.lang || (root instanceof ShadowRoot ? nearestLanguage(root.host) : undefined);
}

export class ConnectionController implements ReactiveController {
  /** Absent while a config is on its way, and where none is set. */
  source: ListingsSource | undefined;
  settings: Settings = defaultSettings;
  localizer = new Localizer();

  readonly #host: Host;
  readonly #draws: boolean;
  readonly #outerSource;
  readonly #outerSettings;
  readonly #innerSource: ContextProvider<typeof sourceContext> | undefined;
  readonly #innerSettings: ContextProvider<typeof settingsContext> | undefined;
  #config: FootholdConfig | undefined;
  #configFrom: unknown;
  #loading: AbortController | undefined;
  /** There is a config, and it cannot be used. */
  #isRefused = false;
  #settingsFrom: readonly unknown[] = [];
  #localizerFrom: readonly unknown[] = [];
  #opened: ListingsSource | undefined;
  #openedFrom: readonly unknown[] = [];
  /** Listings are named, and cannot be opened. */
  #isUnusable = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** Why there is nothing to draw from, and what the console has said of that. */
  #problem = '';
  #said = '';

  /**
   * @param provides hand on what holds here to the elements inside the host
   * @param draws the host is nothing without listings; a mere provider may have settings alone
   */
  constructor(host: Host, provides = false, draws = !provides) {
    this.#host = host;
    this.#draws = draws;
    this.#outerSource = new ContextConsumer(host, { context: sourceContext, subscribe: true });
    this.#outerSettings = new ContextConsumer(host, { context: settingsContext, subscribe: true });
    if (provides) {
      this.#innerSource = new ContextProvider(host, { context: sourceContext });
      this.#innerSettings = new ContextProvider(host, {
        context: settingsContext,
        initialValue: { ...defaultSettings, pending: true },
      });
    }
    host.addController(this);
  }

  /** True once it is certain that there is nothing to draw from. */
  get failed(): boolean {
    return !this.source && this.#problem !== '';
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#onProvider);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
    this.#stopWaiting();
  }

  /** Works out what holds now. The host calls it before each of its updates. */
  refresh(): void {
    this.#readConfig();
    this.source = this.#findSource();
    this.#mergeSettings();
    this.#localize();
    if (this.failed) this.#complain();
    else if (this.source || this.settings.pending || !this.#draws) this.#stopWaiting();
    else this.#patience ??= setTimeout(this.#giveUp, PATIENCE);
    this.#innerSource?.setValue(this.source);
    this.#innerSettings?.setValue(this.settings);
  }

  /** A provider that is defined after the host asked for one. */
  readonly #onProvider = (event: Event): void => {
    const { context, contextTarget } = event as ProviderEvent;
    if (context !== settingsContext || contextTarget === this.#host) return;
    this.#outerSource.hostConnected();
    this.#outerSettings.hostConnected();
  };

  #stopWaiting(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  /** A framework may set `source` a moment later, and a provider may be defined after its children. */
  readonly #giveUp = (): void => {
    this.#problem =
      'it has no listings. Set api="https://…" to the base URL of a listings API, or put it inside a <foothold-provider> that has one.';
    this.#host.requestUpdate();
  };

  #mergeSettings(): void {
    const host = this.#host;
    const config = this.#config;
    const outer = this.#outerSettings.value ?? defaultSettings;
    // What is inside a provider that failed has nothing to add to what that one says.
    const hasFailed = this.#innerSource !== undefined && this.failed;
    const pending = this.#loading !== undefined || hasFailed || outer.pending;
    const { locale, headingLevel, imageOrigins, privacyUrl, demo, token, identity } = host;
    const from = [
      ...[outer, config, pending, locale, headingLevel, imageOrigins, privacyUrl, demo],
      ...[token, identity],
    ];
    // The same object as long as nothing changed: it goes through a context, which compares by identity.
    if (isSame(from, this.#settingsFrom)) return;
    this.#settingsFrom = from;
    this.settings = {
      locale: locale ?? outer.locale,
      wording: { ...outer.wording, ...config?.ui?.wording },
      headingLevel: headingLevel || outer.headingLevel,
      imageOrigins: imageOrigins?.split(/\s+/).filter(Boolean) ?? outer.imageOrigins,
      privacyUrl: privacyUrl ?? config?.form?.privacyUrl ?? outer.privacyUrl,
      demo: demo || outer.demo,
      token: token ?? outer.token,
      identity: identity ?? outer.identity,
      ui: { ...outer.ui, ...config?.ui },
      form: { ...outer.form, ...config?.form },
      pending,
    };
  }

  #findSource(): ListingsSource | undefined {
    const { source, file, preset, api, token = this.#outerSettings.value?.token } = this.#host;
    if (source) return sharedOf(source);
    // What the config would have said, for instance what a student agrees to, must not be passed over.
    if (this.#isRefused) return undefined;
    const config = this.#config;
    const locale = this.#language();
    const from = [api, file, preset, config, locale, token];
    if (!isSame(from, this.#openedFrom)) {
      this.#openedFrom = from;
      this.#opened = undefined;
      this.#problem = '';
      this.#isUnusable = false;
      try {
        this.#opened = openOrigin({ api, file, preset, config, locale, token });
      } catch (error) {
        this.#problem = (error as Error).message;
        this.#isUnusable = true;
      }
    }
    const isOwn = this.#isUnusable || this.#loading;
    return this.#opened ?? (isOwn ? undefined : this.#outerSource.value);
  }

  /** The language in which the element speaks. */
  #language(): string {
    const asked = this.#host.locale ?? this.#outerSettings.value?.locale;
    return (
      (asked === 'browser' ? navigator.language : asked) ?? nearestLanguage(this.#host) ?? 'en'
    );
  }

  #readConfig(): void {
    const { config, configSrc } = this.#host;
    const inline = this.#host.querySelector(':scope > script[type="application/json"]');
    const from = config ?? configSrc ?? inline?.textContent;
    if (from === this.#configFrom) return;
    this.#configFrom = from;
    this.#config = undefined;
    this.#problem = '';
    this.#isRefused = false;
    this.#loading?.abort();
    this.#loading = undefined;
    if (!config && configSrc) return void this.#load(configSrc);
    try {
      if (from) this.#config = readConfig(config ?? JSON.parse(from as string));
    } catch (error) {
      this.#refuseConfig(error);
    }
  }

  async #load(url: string): Promise<void> {
    const loading = (this.#loading = new AbortController());
    try {
      const config = await loadConfig(new URL(url, this.#host.baseURI).href, loading.signal);
      if (this.#loading === loading) this.#config = config;
    } catch (error) {
      if (this.#loading === loading) this.#refuseConfig(error);
    }
    if (this.#loading !== loading) return;
    this.#loading = undefined;
    this.#host.requestUpdate();
  }

  #refuseConfig(error: unknown): void {
    this.#isRefused = true;
    this.#problem = `its config cannot be used: ${(error as Error).message}`;
    this.#host.dispatchEvent(new FootholdErrorEvent('config', { kind: 'malformed', status: null }));
  }

  #localize(): void {
    const { wording } = this.settings;
    const requested = this.#language();
    const from = [requested, wording];
    if (isSame(from, this.#localizerFrom)) return;
    this.#localizerFrom = from;
    this.localizer = new Localizer(requested, wording);
  }

  /** Tells the developer, once, why the student sees the fallback. */
  #complain(): void {
    if (this.#said !== this.#problem)
      console.error(`<${this.#host.localName}> shows its fallback: ${this.#problem}`);
    this.#said = this.#problem;
  }
}
