import type { Project } from '../domain/project.ts';
import type { RemoteState } from '../domain/remote-state.ts';
import type { ListingsSource } from '../source/listings-source.ts';
import { isCachedSource } from '../source/shared-source.ts';
import { asSourceError, type SourceError } from '../source/source-error.ts';
import { AutoRetry } from './auto-retry.ts';
import { Latest } from './latest.ts';
import { Store } from './store.ts';

export interface ProjectSnapshot {
  /** Empty until a project is asked for. */
  readonly id: string;
  readonly project: RemoteState<Project, SourceError>;
  /** True when the source says that there is no such project (any more). That is a state, not an error. */
  readonly gone: boolean;
  /** When it asks again by itself after a failure, in milliseconds since 1970. */
  readonly retryAt?: number | undefined;
}

const isGone = ({ status }: SourceError): boolean => status === 404 || status === 410;

/**
 * One project: asks for it, keeps an older value readable while it asks again, and asks again by
 * itself after a failure.
 */
export class ProjectStore extends Store<ProjectSnapshot> {
  readonly #source: ListingsSource;
  readonly #latest = new Latest();
  readonly #retry = new AutoRetry();
  /** When the value arrived, in milliseconds since 1970. */
  #at = 0;
  #isAsking = false;
  #isStopped = false;

  constructor(source: ListingsSource) {
    super({ id: '', project: { status: 'idle' }, gone: false });
    this.#source = source;
  }

  /**
   * Shows a project: at once where the source remembers it, and asked again where that is not fresh.
   * Showing the same one again changes nothing, but takes up what `stop` has ended.
   */
  show(id: string): void {
    const { snapshot } = this;
    if (id === snapshot.id) {
      if (this.#isStopped && snapshot.project.status !== 'ready' && !snapshot.gone) this.retry();
      return;
    }
    this.#retry.reset();
    const source = this.#source;
    const cached = isCachedSource(source) ? source.cachedDetail(id) : undefined;
    if (cached) this.#at = cached.at;
    if (cached?.fresh) {
      this.#latest.abort();
      this.#isAsking = false;
      this.#settle({ status: 'ready', value: cached.value }, id);
      return;
    }
    void this.#ask(
      id,
      cached ? { status: 'stale', value: cached.value, at: cached.at } : { status: 'loading' },
    );
  }

  /** Asks again now, after a failure. */
  retry(): void {
    const { id, project } = this.snapshot;
    if (!id) return;
    void this.#ask(
      id,
      'value' in project
        ? { status: 'stale', value: project.value, at: this.#at }
        : { status: 'loading' },
      true,
    );
  }

  /** Asks whether what is shown still holds; what is shown stays meanwhile. */
  refresh(): void {
    if (!this.#isAsking) this.retry();
  }

  /** Ends what is under way: nobody looks any more. `show` takes it up again. */
  stop(): void {
    this.#latest.abort();
    this.#retry.cancel();
    this.#isAsking = false;
    this.#isStopped = true;
  }

  async #ask(id: string, meanwhile: ProjectSnapshot['project'], reload = false): Promise<void> {
    this.#retry.cancel();
    this.#isAsking = true;
    this.#isStopped = false;
    this.#settle(meanwhile, id);
    const outcome = await this.#latest.run((signal) => this.#source.detail(id, { signal, reload }));
    if (!outcome) return;
    this.#isAsking = false;
    if ('value' in outcome) {
      this.#retry.reset();
      this.#at = Date.now();
      this.#settle({ status: 'ready', value: outcome.value });
      return;
    }
    const error = asSourceError(outcome.error);
    if (isGone(error)) {
      this.#retry.reset();
      this.update({ project: { status: 'idle' }, gone: true, retryAt: undefined });
      return;
    }
    const { project } = this.snapshot;
    this.#settle(
      'value' in project
        ? { status: 'stale', value: project.value, at: this.#at, error }
        : { status: 'failed', error },
      id,
      // What the page itself forbids stays forbidden until it is loaded anew.
      error.kind === 'blocked'
        ? undefined
        : this.#retry.plan(() => {
            this.retry();
          }, error.retryAfter),
    );
  }

  #settle(project: ProjectSnapshot['project'], id = this.snapshot.id, retryAt?: number): void {
    this.update({ id, project, gone: false, retryAt });
  }
}
