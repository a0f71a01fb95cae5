/** Tells when two sources list one project: by the address where one applies, or by title and employer. */
import type { Project } from '../../domain/project.ts';
import { wordsOf } from '../words.ts';

/** Parameters that say who links to a page, not which page it is. */
const tracking = /^(utm_.*|gh_src|ref)$/i;

/** Where one applies, without what is written differently from link to link. */
function addressOf({ url, application }: Project): string | undefined {
  const address = (application?.mode === 'redirect' && application.url) || url;
  if (!address || !URL.canParse(address)) return undefined;
  const { host, pathname, searchParams } = new URL(address);
  for (const name of [...searchParams.keys()]) if (tracking.test(name)) searchParams.delete(name);
  return `${host}${pathname.replace(/\/$/, '')}?${searchParams}`;
}

/** Title and employer; undefined where a title has no word to go by. */
function namesOf({ title, employer }: Project): string | undefined {
  const words = wordsOf(title).join(' ');
  return words && `${words} / ${wordsOf(employer.name).join(' ')}`;
}

/** What has been shown of several sources. Each source knows its own listings apart: its own are never doubles. */
export class Duplicates {
  /** The source that has shown it, by address and by names. */
  readonly #shown = new Map<string, string>();
  readonly #addresses = new Set<string>();
  /** Addresses at which one source has several projects (one form for all): they tell nothing. */
  readonly #general = new Set<string>();

  /** Takes notice of a project that has come, whenever its turn will be. */
  notice(project: Project, source: string): void {
    const address = addressOf(project) ?? '';
    const own = `${source} ${address}`;
    if (this.#addresses.has(own)) this.#general.add(address);
    this.#addresses.add(own);
  }

  /** True where another source has shown the same project. */
  has(project: Project, source: string): boolean {
    return this.#marks(project).some((mark) => (this.#shown.get(mark) ?? source) !== source);
  }

  /** Remembers that a source has shown a project. */
  add(project: Project, source: string): void {
    for (const mark of this.#marks(project)) this.#shown.set(mark, source);
  }

  #marks(project: Project): string[] {
    const address = addressOf(project) ?? '';
    return [this.#general.has(address) ? '' : address, namesOf(project) ?? ''].filter(Boolean);
  }
}
