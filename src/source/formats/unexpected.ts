/**
 * An error for developers: what was expected, what is wrong with it, and what came instead.
 *
 * @param format what the text should be: `JSON`
 * @param reason what else there is to say; an HTML page is something else altogether
 * @param at where in the text that is
 */
export function unexpected(format: string, text: string, reason: string, at?: number): SyntaxError {
  const start = text.trim().slice(0, 40);
  const line = at === undefined ? '' : `line ${text.slice(0, at).split('\n').length}, `;
  const problem = /^<(?:!doctype html|html|head|body)/i.test(start)
    ? 'it is an HTML page (is a sign-in page in the way?)'
    : line + reason;
  return new SyntaxError(
    `The reply is not ${format}: ` +
      (start ? `${problem}. It begins with ${JSON.stringify(start)}.` : 'it is empty.'),
  );
}
