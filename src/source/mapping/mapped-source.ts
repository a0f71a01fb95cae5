/** What sources that map a foreign API have in common: one project, and how to apply to it. */
import type { Receipt, Submission } from '../../domain/application.ts';
import type { Project } from '../../domain/project.ts';
import type { Query } from '../../domain/query.ts';
import type {
  ApplyOptions,
  ListingsSource,
  Page,
  PageRequest,
  RequestOptions,
} from '../listings-source.ts';
import type { Api } from './api.ts';
import { compileApply } from './apply.ts';
import { Details } from './details.ts';
import { Listing } from './listing.ts';
import { RecordReader } from './record-reader.ts';

export abstract class MappedSource implements ListingsSource {
  readonly url: string;
  readonly apply?: (id: string, submission: Submission, options?: ApplyOptions) => Promise<Receipt>;
  readonly idempotent?: boolean;
  protected readonly api: Api;
  protected readonly listing: Listing;
  protected readonly details: Details | undefined;

  /** @throws ConfigError naming what in the definition cannot be used */
  constructor(api: Api) {
    const { detail, apply } = api.definition;
    this.api = api;
    this.url = api.url;
    const reader = new RecordReader(api);
    this.listing = new Listing(api, reader);
    this.details = detail && new Details(detail, api, reader);
    if (apply?.mode !== 'post') return;
    const applying = compileApply(apply, api);
    this.apply = applying.apply;
    this.idempotent = applying.idempotent;
  }

  abstract list(query: Query, page: PageRequest, options?: RequestOptions): Promise<Page>;

  abstract detail(id: string, options?: RequestOptions): Promise<Project>;
}
