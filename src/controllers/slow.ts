import type { ReactiveControllerHost } from 'lit';

/** How long something may take before that is said, in ms: what comes sooner needs no skeleton. */
const PATIENCE = 300;

/** Tells its host when loading takes so long that it should be seen. */
export class SlowController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  isSlow = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The host says before each of its updates whether it is loading. */
  watch(isLoading: boolean): void {
    if (isLoading) {
      this.#timer ??= setTimeout(() => {
        this.isSlow = true;
        this.#host.requestUpdate();
      }, PATIENCE);
    } else {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.isSlow = false;
    }
  }
}
