import { expect } from 'chai';
import { parseBody } from '../../../src/source/formats/parse.ts';

/** What is said of a text that cannot be read. */
export function problem(
  format: Parameters<typeof parseBody>[0],
  text: string,
  type: ErrorConstructor = SyntaxError,
): string {
  try {
    parseBody(format, text);
  } catch (error) {
    expect(error).to.be.instanceOf(type);
    return (error as Error).message;
  }
  throw new Error(`It could be read: ${text.slice(0, 50)}`);
}
