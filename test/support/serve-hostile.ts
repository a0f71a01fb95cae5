/** What the tests of hostile text ask of the test server. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Some 2,200 hostile strings from public collections, which have their own licences and are not kept here. */
const corpus =
  process.env.XSS_CORPUS ??
  fileURLToPath(new URL('../../../shared/corpora/xss.json', import.meta.url));

export const serveHostile = {
  name: 'serve-hostile',
  serve({ path }: { readonly path: string }) {
    // Whatever a hostile string manages to fetch lies here, and is there: a 404 would be noise.
    if (path.startsWith('/probe/')) return { body: '', type: 'text' };
    return path === '/xss-corpus.txt' && existsSync(corpus)
      ? { body: readFileSync(corpus, 'utf8'), type: 'text' }
      : undefined;
  },
};
