import type { Receipt, Report, Submission } from '../domain/application.ts';
import { availabilityOf } from '../domain/project-rules.ts';
import type { Project } from '../domain/project.ts';
import type { Query } from '../domain/query.ts';
import type {
  ApplyOptions,
  ListingsSource,
  Page,
  PageRequest,
  RequestOptions,
} from './listings-source.ts';
import { ProjectList } from './project-list.ts';
import { abortError, systemClock, untilAborted } from './retry.ts';
import { SourceError } from './source-error.ts';
import { fingerprintOf } from './submission-fingerprint.ts';

export type Operation = 'list' | 'detail' | 'apply' | 'report';

export interface MemorySourceOptions {
  /** Milliseconds that every answer takes; default none. */
  readonly latency?: number | (() => number) | undefined;
  /** The error with which an operation shall fail; undefined lets it succeed. Asked each time. */
  readonly fail?: ((operation: Operation) => SourceError | undefined) | undefined;
  /**
   * What a list says of a project; the rest then comes with its detail. Default: everything, so that no
   * detail needs to be asked.
   */
  readonly summarize?: ((project: Project) => Project) | undefined;
  /** Milliseconds since 1970; default the system's clock. */
  readonly now?: (() => number) | undefined;
}

/** An application that was taken. */
export interface StoredApplication extends Submission {
  readonly projectId: string;
  readonly receipt: Receipt;
}

const gone = () => new SourceError('http', 'No such project.', { status: 404 });
const refused = (code: string, detail: string, receipt?: Receipt) =>
  new SourceError('rejected', detail, { status: 409, code, detail, receipt });

const emailOf = ({ application }: Submission) => application.applicant.email.trim().toLowerCase();

/**
 * Listings from an array, with the meaning of the native API: for demonstrations, tests and pages
 * that bring their own data. Applications stay in memory; what is in them is not checked.
 */
export class MemorySource implements ListingsSource {
  /** One key, one application, as in the native API. */
  readonly idempotent = true;
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #list: ProjectList;
  readonly #options: MemorySourceOptions;
  readonly #applications: (StoredApplication & { fingerprint: string })[] = [];
  readonly #reports: { projectId: string; report: Report }[] = [];

  /** Of projects with the same id the last one counts. */
  constructor(projects: readonly Project[], options: MemorySourceOptions = {}) {
    this.#projects = new Map(projects.map((project) => [project.id, project]));
    this.#list = new ProjectList(this.#projects.values());
    this.#options = options;
  }

  /** What was sent, oldest first. */
  get applications(): readonly StoredApplication[] {
    return this.#applications;
  }

  get reports(): readonly { readonly projectId: string; readonly report: Report }[] {
    return this.#reports;
  }

  async list(query: Query, request: PageRequest, options?: RequestOptions): Promise<Page> {
    await this.#answer('list', options);
    const asked = this.#list.page(query, request, this.#now());
    const page = await untilAborted(asked, options?.signal);
    const { summarize } = this.#options;
    return {
      ...page,
      projects: page.projects.map((project) =>
        summarize ? summarize(project) : { ...project, complete: true },
      ),
    };
  }

  async detail(id: string, options?: RequestOptions): Promise<Project> {
    await this.#answer('detail', options);
    return { ...this.#find(id), ...(this.#options.summarize ? {} : { complete: true }) };
  }

  async apply(id: string, submission: Submission, options?: ApplyOptions): Promise<Receipt> {
    await this.#answer('apply', options);
    const fingerprint = await fingerprintOf(submission);
    // From here on nothing waits, so that two equal requests cannot both find nothing.
    const project = this.#find(id);
    const others = this.#applications.filter(({ projectId }) => projectId === id);
    const same = others.find(({ key }) => key === submission.key);
    if (same?.fingerprint === fingerprint) return same.receipt;
    if (same) {
      throw refused(
        'already-received',
        'This application was changed after it was sent.',
        same.receipt,
      );
    }
    if (availabilityOf(project, this.#now()) !== 'open') {
      throw refused('closed', 'This project takes no more applications.');
    }
    if (others.some((other) => emailOf(other) === emailOf(submission))) {
      throw refused('duplicate-applicant', 'This person has applied to this project before.');
    }
    options?.onProgress?.(1);
    const number = String(this.#applications.length + 1).padStart(4, '0');
    const receipt: Receipt = {
      id: `application-${number}`,
      reference: `FH-${number}`,
      submittedAt: new Date(this.#now()).toISOString(),
      status: 'received',
      nextSteps: [`${project.employer.name} answers by email.`],
    };
    this.#applications.push({ ...submission, projectId: id, receipt, fingerprint });
    return receipt;
  }

  async report(id: string, report: Report, options?: RequestOptions): Promise<void> {
    await this.#answer('report', options);
    this.#find(id);
    this.#reports.push({ projectId: id, report });
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #find(id: string): Project {
    const project = this.#projects.get(id);
    if (!project) throw gone();
    return project;
  }

  /** Takes its time, or fails. */
  async #answer(operation: Operation, { signal }: RequestOptions = {}): Promise<void> {
    const { latency = 0, fail } = this.#options;
    if (signal?.aborted) throw abortError();
    await systemClock.sleep(typeof latency === 'number' ? latency : latency(), signal);
    const error = fail?.(operation);
    if (error) throw error;
  }
}
