/** Files that are named on the command line. */
import { readFileSync } from 'node:fs';
import { UsageError } from './arguments.ts';

/** @throws UsageError where there is none */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Where in a text the JSON parser has stopped, as its message tells. */
function placeIn(text: string, message: string): string {
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
  if (Number.isNaN(at) || message.includes('line')) return '';
  const lines = text.slice(0, at).split('\n');
  return ` (line ${lines.length}, column ${lines.at(-1)!.length + 1})`;
}

/** @throws SyntaxError with the place */
export function parseConfig(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    throw new SyntaxError(`The config is not JSON: ${message}${placeIn(text, message)}.`, {
      cause: error,
    });
  }
}
