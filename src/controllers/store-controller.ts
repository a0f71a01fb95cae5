import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../store/store.ts';

/**
 * Redraws its host when a store changes. The store can be exchanged (another API, another project);
 * listening lasts while the host is connected, so that a moved element neither leaks nor misses anything.
 */
export class StoreController<Snapshot> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly isConnected: boolean };
  readonly #onChange: ((snapshot: Snapshot) => void) | undefined;
  #store: Store<Snapshot> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost & { readonly isConnected: boolean },
    onChange?: (snapshot: Snapshot) => void,
  ) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get store(): Store<Snapshot> | undefined {
    return this.#store;
  }

  set store(store: Store<Snapshot> | undefined) {
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    if (this.#host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    this.#unsubscribe ??= this.#store?.subscribe(() => {
      this.#onChange?.(this.#store!.snapshot);
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}
