import { StoreController } from '../../controllers/store-controller.ts';
import { queryKey, type Query } from '../../domain/query.ts';
import { FeedStore, type FeedOptions, type FeedSnapshot } from '../../store/feed-store.ts';

/** What is asked, and how much of it is shown. */
export interface Asked {
  readonly query: Query;
  readonly pages: number;
}

export interface SessionOptions extends Omit<FeedOptions, 'source'> {
  readonly source: FeedOptions['source'] | undefined;
}

interface SessionListeners {
  /** Called before a store is told what to show. */
  readonly onShow: (asked: Asked) => void;
  /** Called when a store has changed, with the pages that it shows. */
  readonly onChange: (snapshot: FeedSnapshot, pages: number) => void;
}

/** Keeps what is asked while stores come and go: another source, or another page size, needs another store. */
export class FeedSession {
  readonly #stores: StoreController<FeedSnapshot>;
  readonly #onShow: SessionListeners['onShow'];
  #store: FeedStore | undefined;
  /** What the store was made for. */
  #source: SessionOptions['source'];
  #from = '';
  #isStopped = false;
  /** What is to be shown next: it was set from outside. */
  #wanted: Asked | undefined;

  constructor(
    host: ConstructorParameters<typeof StoreController>[0],
    { onShow, onChange }: SessionListeners,
  ) {
    this.#onShow = onShow;
    this.#stores = new StoreController<FeedSnapshot>(host, (snapshot) => {
      onChange(snapshot, this.#store!.pages);
    });
  }

  get store(): FeedStore | undefined {
    return this.#store;
  }

  get asked(): Asked {
    const store = this.#store;
    return this.#wanted ?? { query: store?.snapshot.query ?? {}, pages: store?.pages ?? 1 };
  }

  /** Taken up at the next `connect`. */
  set asked(asked: Asked) {
    this.#wanted = asked;
  }

  /** Has the store that fits show what is asked. */
  connect({ source, ...options }: SessionOptions): void {
    const { asked } = this;
    const from = `${options.pageSize} ${options.sort ?? ''} ${queryKey(options.scope ?? {})}`;
    const isOther = source !== this.#source || from !== this.#from;
    if (isOther) {
      this.#source = source;
      this.#from = from;
      this.#store?.stop();
      this.#store = source && new FeedStore({ source, ...options });
      this.#stores.store = this.#store;
    }
    if (!this.#store) this.#wanted = asked;
    else if (isOther || this.#isStopped || this.#wanted) {
      this.#isStopped = false;
      this.#wanted = undefined;
      this.#onShow(asked);
      this.#store.show(asked.query, asked.pages);
    }
  }

  /** Ends what is under way; the next `connect` takes it up again. */
  stop(): void {
    this.#store?.stop();
    this.#isStopped = true;
  }
}
