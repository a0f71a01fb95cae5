/** Puts a page into its institution's layout. Used by the server and by the static build alike. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a page says about itself, as JSON in the comment that it begins with. */
interface PageFacts {
  /** A file in `layouts`. */
  readonly layout: string;
  readonly title: string;
  /** What lists of pages call it; default: its title. */
  readonly name?: string;
  /** Its place in the list of pages; pages with none are not listed. */
  readonly order?: number;
  /** One sentence for the list of pages. */
  readonly about?: string;
  /** Where the list leads; default: the page itself. */
  readonly open?: string;
  /** Class of the root element. */
  readonly class?: string;
  /** Served with a strict Content Security Policy. */
  readonly strict?: boolean;
  /** Shows what needs a server, and is not among the static files. */
  readonly live?: boolean;
}

interface Page extends PageFacts {
  /** `/` or `/name.html`. */
  readonly path: string;
  readonly html: string;
}

/** What differs from one request, or one build, to the next. */
export interface PageValues {
  /** Hash of `foothold.js`, and of `foothold-any.js`. */
  readonly integrity: string;
  readonly integrityAny: string;
  readonly nonce?: string;
  /** There is a server, and so the pages that need one. */
  readonly live?: boolean;
  /** Markup for the end of the head. */
  readonly head?: string;
}

const folder = (name: string) => join(import.meta.dirname, name);

async function readPage(file: string): Promise<Page> {
  const text = await readFile(join(folder('pages'), file), 'utf8');
  const [comment = '', facts = ''] = /^<!--(.*?)-->\n/s.exec(text) ?? [];
  const path = file === 'index.html' ? '/' : `/${file}`;
  return { ...(JSON.parse(facts) as PageFacts), path, html: text.slice(comment.length) };
}

/** All pages, in the order of the list of pages. */
export async function readPages(): Promise<readonly Page[]> {
  const files = (await readdir(folder('pages'))).filter((file) => file.endsWith('.html'));
  const pages = await Promise.all(files.map(readPage));
  return pages.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

const listOf = (pages: readonly Page[]): string => {
  const items = pages
    .filter(({ order }) => order !== undefined)
    .map(
      ({ path, open = path, title, name = title, about = '' }) =>
        `<li><a href="${open}">${name}</a><span>${about}</span></li>`,
    );
  return `<ul>${items.join('\n')}</ul>`;
};

/** The hashes in the text of `integrity.json`. */
export function readHashes(manifest: string): Pick<PageValues, 'integrity' | 'integrityAny'> {
  const { files } = JSON.parse(manifest) as {
    files: Record<string, { integrity: string } | undefined>;
  };
  return {
    integrity: files['foothold.js']?.integrity ?? '',
    integrityAny: files['foothold-any.js']?.integrity ?? '',
  };
}

/** The finished document of the page at `path`. */
export async function renderPage(path: string, values: PageValues): Promise<string> {
  const pages = await readPages();
  const page = pages.find((each) => each.path === path);
  if (!page) throw new Error(`There is no page ${path}.`);
  const layout = await readFile(join(folder('layouts'), `${page.layout}.html`), 'utf8');
  const places: Record<string, string> = {
    title: page.title,
    class: page.class ?? '',
    head: values.head ?? '',
    integrity: values.integrity,
    integrityAny: values.integrityAny,
    nonce: values.nonce ?? '',
    pages: listOf(pages.filter((each) => values.live || !each.live)),
  };
  return layout
    .replace('{{main}}', () => page.html)
    .replace(/\{\{(\w+)\}\}/g, (_place, name: string) => places[name] ?? '')
    .replace(`<li><a href="${path}">`, `<li><a href="${path}" aria-current="page">`);
}
