import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Project } from '../domain/project.ts';
import { valueOf } from '../domain/remote-state.ts';
import { FootholdErrorEvent } from '../events/error.ts';
import type { ListingsSource } from '../source/listings-source.ts';
import type { SourceError } from '../source/source-error.ts';
import { ProjectStore, type ProjectSnapshot } from '../store/project-store.ts';
import { StoreController } from './store-controller.ts';

type Host = ReactiveControllerHost &
  HTMLElement & {
    readonly projectId?: string | undefined;
    readonly projectIdParam?: string | undefined;
  };

/**
 * The project that an element is about: says which one it is, asks for it while the element is in the
 * page, and tells the page by an event when that fails.
 */
export class ProjectController implements ReactiveController {
  readonly #host: Host;
  readonly #stores: StoreController<ProjectSnapshot>;
  #source: ListingsSource | undefined;
  #store: ProjectStore | undefined;
  #told: SourceError | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#stores = new StoreController<ProjectSnapshot>(host, this.#tell);
    host.addController(this);
  }

  /** Which project: the element's own word, or a parameter of the page's address. */
  get id(): string | undefined {
    const { projectId, projectIdParam: param } = this.#host;
    return projectId || (param && new URLSearchParams(location.search).get(param)) || undefined;
  }

  /** Absent while it is not known where listings come from. */
  get snapshot(): ProjectSnapshot | undefined {
    return this.#store?.snapshot;
  }

  get project(): Project | undefined {
    return this.snapshot && valueOf(this.snapshot.project);
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    // Moving an element disconnects it for a moment.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#store?.stop();
    });
  }

  /** Works out what to show. The host calls it before each of its updates. */
  refresh(source: ListingsSource | undefined): void {
    if (source !== this.#source) {
      this.#source = source;
      this.#store?.stop();
      this.#store = source && new ProjectStore(source);
      this.#stores.store = this.#store;
    }
    const { id } = this;
    if (id && this.#host.isConnected) this.#store?.show(id);
  }

  /** Asks again now. */
  retry(): void {
    this.#store?.retry();
  }

  /** Asks whether what is shown still holds; what is shown stays meanwhile. */
  refreshNow(): void {
    this.#store?.refresh();
  }

  readonly #tell = ({ project }: ProjectSnapshot): void => {
    const error = 'error' in project ? project.error : undefined;
    if (error && error !== this.#told)
      this.#host.dispatchEvent(new FootholdErrorEvent('detail', error));
    this.#told = error;
  };

  readonly #onOnline = (): void => {
    if (this.#told) this.retry();
  };
}
