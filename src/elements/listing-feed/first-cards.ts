import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** As many as fit into the first screen, on a phone and on a desktop. */
const FEW = 5;

/** How long a page that paints nothing is waited for, in ms: one in the background paints when it is looked at. */
const PATIENCE = 200;

/** Resolves in a task after the next paint. */
const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });

/**
 * What is seen first is painted first: a few cards of the first list, and after that paint the others, with
 * the filters. On a phone, all of it takes some tenths of a second.
 */
export class FirstCards implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isThere: () => boolean;
  /** How many cards are drawn for now; undefined: all. */
  limit: number | undefined = FEW;
  /** Resolves when the others are asked for. */
  rest: Promise<void> | undefined;

  /** @param isThere true once there are cards to draw */
  constructor(host: ReactiveControllerHost, isThere: () => boolean) {
    this.#host = host;
    this.#isThere = isThere;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.limit === undefined || this.rest || !this.#isThere()) return;
    this.rest = nextPaint().then(() => {
      this.limit = undefined;
      this.#host.requestUpdate();
    });
  }
}
