/**
 * Keeps a view in the page's URL, beside whatever else is there: opening a view adds a history
 * entry, typing replaces the current one; foreign parameters, the fragment and the page's own
 * `history.state` stay.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readRoute, writeRoute, type Route } from '../domain/route.ts';
import { isSame } from '../lib/is-same.ts';

/** Where a view is kept: the query string, the fragment, or nowhere but in memory. */
export type Routing = 'query' | 'hash' | 'memory';

export interface RouteOptions {
  readonly routing: Routing;
  /** Prefix of this element's parameters. */
  readonly routeKey: string;
}

type Host = ReactiveControllerHost & HTMLElement;

/** Who keeps its view in this page's URL, by kind of routing and key. */
const owners = new Map<string, RouteController>();

const STATE_KEY = 'foothold';

/** Stands for a project in an address that is worked out once for all of a list. */
const PLACE = '*foothold-project*';

export class RouteController implements ReactiveController {
  readonly #host: Host;
  readonly #options: () => RouteOptions;
  readonly #onChange: (route: Route, scroll: number | undefined) => void;
  #memory: Route = { query: {}, pages: 1 };
  #claim: string | undefined;
  #routing: Routing = 'memory';
  #key = '';
  #href = '';
  #hrefFrom: readonly unknown[] = [];

  /** @param onChange called when Back, Forward or the page itself changed the route, with the scroll position that was left there */
  constructor(
    host: Host,
    options: () => RouteOptions,
    onChange: (route: Route, scroll: number | undefined) => void,
  ) {
    this.#host = host;
    this.#options = options;
    this.#onChange = onChange;
    host.addController(this);
  }

  get route(): Route {
    return this.#routing === 'memory' ? this.#memory : readRoute(this.#search, this.#key);
  }

  /** True when the view is in the URL, so that a link to it can be given away. */
  get isLinked(): boolean {
    return this.#routing !== 'memory';
  }

  hostConnected(): void {
    this.#claimKey();
    if (!this.isLinked) return;
    addEventListener('popstate', this.#onPopState);
    addEventListener('pagehide', this.#saveScroll);
    const { scroll } = this.#savedState;
    this.#onChange(this.route, scroll);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('pagehide', this.#saveScroll);
    if (this.#claim) owners.delete(this.#claim);
    this.#claim = undefined;
  }

  /** The address of a view: a real link, for a new tab or to pass on. Undefined in memory. */
  hrefFor({ projectId, ...rest }: Route): string | undefined {
    if (!this.isLinked) return undefined;
    if (projectId === undefined) return this.#urlOf(rest).href;
    const from = [location.href, rest.query, rest.pages, rest.applying];
    if (!isSame(from, this.#hrefFrom)) {
      this.#hrefFrom = from;
      this.#href = this.#urlOf({ ...rest, projectId: PLACE }).href;
    }
    return this.#href.replace(PLACE, () => String(new URLSearchParams([['', projectId]])).slice(1));
  }

  /** Opens a view: Back leads to the present one. */
  push(route: Route): void {
    this.#saveScroll();
    this.#go(route, 'pushState');
  }

  /** Says the present view more exactly. */
  replace(route: Route): void {
    this.#go(route, 'replaceState');
  }

  #go(route: Route, method: 'pushState' | 'replaceState'): void {
    this.#memory = route;
    if (!this.isLinked) return;
    const url = this.#urlOf(route);
    if (url.href === location.href) return;
    const state: unknown = history.state;
    try {
      history[method](method === 'pushState' ? withoutSaved(state) : state, '', url);
    } catch {
      // Browsers limit how often history may change. The view is right; only its address is late.
    }
  }

  #claimKey(): void {
    const { routing, routeKey } = this.#options();
    const claim = `${routing} ${routeKey}`;
    this.#key = routeKey;
    this.#routing = routing;
    if (routing === 'memory') return;
    if (owners.has(claim)) {
      this.#routing = 'memory';
      console.warn(
        `<${this.#host.localName}>: another element already keeps its view in this page's URL with route-key="${routeKey}". Give one of them a route-key of its own; until then this one's view is not in the URL.`,
      );
      return;
    }
    owners.set(claim, this);
    this.#claim = claim;
  }

  get #search(): string {
    return this.#routing === 'hash' ? location.hash.slice(1) : location.search;
  }

  #urlOf(route: Route): URL {
    const url = new URL(location.href);
    const written = writeRoute(this.#search, this.#key, route);
    if (this.#routing === 'hash') url.hash = written;
    else url.search = written;
    return url;
  }

  readonly #onPopState = (): void => {
    this.#onChange(this.route, this.#savedState.scroll);
  };

  get #savedState(): { readonly scroll?: number } {
    const state = history.state as { [STATE_KEY]?: { scroll?: unknown } } | null;
    const scroll = state?.[STATE_KEY]?.scroll;
    return typeof scroll === 'number' ? { scroll } : {};
  }

  /** Lays the scroll position beside the page's own state, where that is something to lay it beside. */
  readonly #saveScroll = (): void => {
    const state: unknown = history.state;
    if (!this.isLinked || !isPlain(state)) return;
    try {
      history.replaceState({ ...state, [STATE_KEY]: { scroll: Math.round(scrollY) } }, '');
    } catch {
      // As above.
    }
  };
}

const isPlain = (state: unknown): state is object | null =>
  state === null || Object.getPrototypeOf(state) === Object.prototype;

/** A new entry starts without the scroll position of the one before; what is the page's own goes on. */
function withoutSaved(state: unknown): unknown {
  if (!isPlain(state) || state === null || !Object.hasOwn(state, STATE_KEY)) return state;
  const { [STATE_KEY]: _saved, ...own } = state as Record<string, unknown>;
  return Object.keys(own).length ? own : null;
}
