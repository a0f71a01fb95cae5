/** Listings that are fetched once, all of them; the browser searches, filters, sorts and pages. */
import { deadlineOf } from '../../domain/project-rules.ts';
import type { Project } from '../../domain/project.ts';
import { QUERY_KEYS, type Query, type Sort } from '../../domain/query.ts';
import { ConfigError } from '../config-error.ts';
import type {
  Offers,
  Page,
  PageRequest,
  RequestOptions,
  SkippedRecord,
} from '../listings-source.ts';
import { ProjectList } from '../project-list.ts';
import { mostPay } from '../project-values.ts';
import { abortError, untilAborted } from '../retry.ts';
import type { Api } from './api.ts';
import { gone } from './details.ts';
import type { Rest, Stretch } from './listing.ts';
import { MappedSource } from './mapped-source.ts';
import { addTo } from './same-project.ts';

/** Records that are fetched, where the config does not say, and at most. */
const CAP = 2_000;
const MOST_CAP = 10_000;
/** Milliseconds for which what was fetched is searched without asking again. */
const MAX_AGE = 300_000;

interface Holding {
  readonly projects: ReadonlyMap<string, Project>;
  readonly list: ProjectList;
  readonly skipped: readonly SkippedRecord[];
  readonly offers: Offers;
  readonly at: number;
}

/** The filters and orders that do something with these projects: a value has to be known of at least one. */
function offersOf(projects: readonly Project[]): Offers {
  const some = (known: (project: Project) => unknown) => projects.some((each) => known(each));
  const filters: Partial<Record<keyof Query, boolean>> = {
    q: true,
    category: some(({ category }) => category),
    industry: some(({ industry }) => industry),
    skill: some(({ skills }) => skills),
    workMode: some(({ workMode }) => workMode && workMode !== 'unknown'),
    location: some(({ locations }) => locations),
    payMin: some((project) => mostPay(project) !== undefined),
    currency: some(({ pay }) => pay?.currency),
    hoursMax: some(({ hours }) => hours),
    durationDaysMax: some(({ durationDays }) => durationDays),
    applyByFrom: some(({ applyBy }) => applyBy),
    applyByTo: some(({ applyBy }) => applyBy),
    classYear: some(({ eligibility }) => eligibility?.classYears?.length),
    workAuthorization: some(({ eligibility }) => eligibility?.workAuthorization),
    paid: some(({ pay }) => pay && pay.kind !== 'unknown'),
    featured: some(({ featured }) => featured),
  };
  const sorts: Partial<Record<Sort, boolean>> = {
    relevance: true,
    newest: some(({ postedAt }) => postedAt),
    deadline: some((project) => deadlineOf(project, 0)),
    pay: filters.payMin ?? false,
    shortest: filters.hoursMax ?? false,
  };
  const held = <Key extends string>(known: Partial<Record<Key, boolean>>) =>
    (Object.keys(known) as Key[]).filter((key) => known[key]);
  return { filters: held(filters), sorts: held(sorts) };
}

export class ClientSource extends MappedSource {
  #holding: Holding | undefined;
  #loading: Promise<Holding> | undefined;

  /** @throws ConfigError naming what in the definition cannot be used */
  constructor(api: Api) {
    super(api);
    const asked = QUERY_KEYS.find((key) => this.listing.request.uses.has(key));
    if (asked)
      throw new ConfigError(
        `"list" asks with {${asked}}, in mode "client". There everything is fetched once, and the browser searches, filters and sorts it: a list that is narrowed by both would lack what neither shows. Take {${asked}} out, or write "mode": "server".`,
      );
  }

  async list(query: Query, request: PageRequest, options?: RequestOptions): Promise<Page> {
    const held = await this.#load(options);
    const asked = held.list.page(query, request, this.api.clock.now());
    const page = await untilAborted(asked, options?.signal);
    return {
      ...page,
      skipped: request.cursor ? [] : held.skipped,
      offers: held.offers,
    };
  }

  async detail(id: string, options?: RequestOptions): Promise<Project> {
    const held = await this.#load(options);
    const listed = held.projects.get(id);
    if (!listed) throw gone();
    return this.details ? this.details.read(id, listed, options) : listed;
  }

  /** One request for all who wait; nobody's signal ends it for the others. */
  async #load({ signal, reload }: RequestOptions = {}): Promise<Holding> {
    if (signal?.aborted) throw abortError();
    const held = this.#holding;
    if (held && !reload && this.api.clock.now() - held.at < MAX_AGE) return held;
    this.#loading ??= this.#fetch(reload).finally(() => {
      this.#loading = undefined;
    });
    return untilAborted(this.#loading, signal);
  }

  async #fetch(reload: boolean | undefined): Promise<Holding> {
    const { cap = CAP } = this.api.definition.list ?? {};
    const most = Math.min(cap, MOST_CAP);
    const projects = new Map<string, Project>();
    const skipped: SkippedRecord[] = [];
    let rest: Rest | undefined = this.listing.start;
    let seen = 0;
    while (rest && seen < most) {
      const stretch: Stretch | undefined = await this.listing.read({}, rest, most - seen, {
        reload,
      });
      rest = stretch?.rest;
      if (!stretch) break;
      seen += stretch.count;
      const news = stretch.projects.filter((each) => addTo(projects, this.#finish(each)));
      if (rest && stretch.projects.length && !news.length) {
        this.api.warn(
          'one page of the list has the same records as those before, so no more is asked for: does the API know the parameters that name a page?',
        );
        rest = undefined;
      }
      skipped.push(...stretch.skipped);
    }
    if (rest)
      this.api.warn(
        `the list has more than ${most} records, of which the first are shown. Raise "list.cap" (to ${MOST_CAP} at most), or let the API search with "mode": "server"`,
      );
    return (this.#holding = {
      projects,
      list: new ProjectList(projects.values()),
      skipped,
      offers: offersOf([...projects.values()]),
      at: this.api.clock.now(),
    });
  }

  /** A list item is all there is, unless there is a request for more. */
  #finish(project: Project): Project {
    return this.details ? project : { ...project, complete: true };
  }
}
