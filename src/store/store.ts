/**
 * A headless state machine's one outlet: a frozen-by-type snapshot that is replaced as a whole, and
 * those who want to know when it is.
 */
export class Store<Snapshot> {
  #snapshot: Snapshot;
  readonly #listeners = new Set<() => void>();

  constructor(initial: Snapshot) {
    this.#snapshot = initial;
  }

  /** What holds now. Never changed in place: a new state is a new object. */
  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Calls `listener` after every change; the returned function ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  protected update(changes: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }
}
