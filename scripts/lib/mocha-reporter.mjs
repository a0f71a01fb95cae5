/** Mocha's own `spec` output; also writes the counts for `scripts/test.ts`. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class CountingReporter extends Mocha.reporters.Spec {
  done(failures, end) {
    const { passes, pending } = this.stats;
    const file = process.env['FOOTHOLD_COUNTS'];
    if (file) {
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    }
    end(failures);
  }
}
