/**
 * How many words a text has, in its own language: Chinese or Thai have words without spaces.
 * Where the browser has no `Intl.Segmenter`, runs of letters and digits are counted.
 */
export function countWords(text: string, locale?: string): number {
  if (typeof Intl.Segmenter === 'function') {
    let segmenter: Intl.Segmenter;
    try {
      segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    } catch {
      segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    }
    let count = 0;
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
    return count;
  }
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
