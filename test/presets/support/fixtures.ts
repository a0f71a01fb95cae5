/**
 * Real responses of real APIs. Their publishers' words are not ours to pass on, so they are kept beside the
 * checkout and not in it; where they are missing, what is tested on them is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../shared/fixtures/', import.meta.url);

/**
 * A block of tests on real responses.
 * @param names file names
 * @param tests is given what reads one of them, which works inside of tests and hooks
 */
export function onRealResponses<Name extends string>(
  title: string,
  names: readonly Name[],
  tests: (read: (name: Name) => string) => void,
): void {
  describe(title, () => {
    before(function () {
      const missing = names.filter((name) => !existsSync(new URL(name, folder)));
      if (missing.length === 0) return;
      console.warn(
        `  Not in ${folder.pathname}: ${missing.join(', ')}. Tests on them are skipped.`,
      );
      this.skip();
    });
    tests((name) => readFileSync(new URL(name, folder), 'utf8'));
  });
}
