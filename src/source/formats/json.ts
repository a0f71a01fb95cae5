import { unexpected } from './unexpected.ts';

/** What some APIs put before JSON, so that a foreign page cannot load it as a script. */
const GUARD = /^\s*(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)/;

/** The beginning of JSONP up to its argument: `callback(`, also behind a comment or a condition. */
const CALL = /^[^{["<(]*\(\s*(?=[{[])/;

/**
 * JSON, also behind a guard against foreign pages or in a call of a function (JSONP). These are cut off as
 * text; nothing is run.
 *
 * @param format what it is called in an error
 * @throws {SyntaxError} when it is no JSON
 */
export function parseJson(text: string, format = 'JSON'): unknown {
  let json = text.replace(GUARD, '');
  const call = CALL.exec(json);
  if (call) json = json.slice(call[0].length, json.lastIndexOf(')'));
  try {
    return JSON.parse(json);
  } catch (error) {
    throw unexpected(format, text, (error as Error).message);
  }
}
