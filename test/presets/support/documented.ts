/** What a guide shows, so that a fake API is set up as the guide says. */
import { readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

/** The code of the only example of a document that has these words in it. */
export function exampleIn(document: string, words: string): string {
  const text = readFileSync(new URL(document, root), 'utf8');
  const found = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)]
    .map(([, code = '']) => code)
    .filter((code) => code.includes(words));
  if (found.length !== 1)
    throw new Error(`${document} has ${found.length} examples with "${words}".`);
  return found[0]!;
}

/** An example that is JSON. */
export const jsonIn = (document: string, words: string): unknown =>
  JSON.parse(exampleIn(document, words));

/** The function that an example defines. */
export function functionIn<Result extends (...given: never[]) => unknown>(
  document: string,
  name: string,
): Result {
  const code = exampleIn(document, `function ${name}(`);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- an example of ours
  return new Function(`${code}; return ${name};`)() as Result;
}
