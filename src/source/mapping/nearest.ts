/** Suggestions for words that are not known. */
import { distance } from '../../domain/distance.ts';

/** The known word that is meant, where one is near enough: a third of its letters may be wrong. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  const wanted = word.slice(0, 60).toLowerCase();
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const each of known) {
    const far = distance(wanted, each.slice(0, 60).toLowerCase());
    if (far < least) [best, least] = [each, far];
  }
  return best;
}

/** ` Did you mean "title"?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
