/**
 * Counts the tests of a Web Test Runner run for `scripts/test.ts`. A file that fails without a
 * failed test in it (a module did not load) counts as one failure.
 */
import { writeFileSync } from 'node:fs';

const countSuite = (counts, { tests, suites }) => {
  for (const { passed, skipped } of tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  }
  for (const suite of suites) countSuite(counts, suite);
  return counts;
};

export const countingReporter = () => ({
  onTestRunFinished({ sessions }) {
    const file = process.env['FOOTHOLD_COUNTS'];
    if (!file) return;
    const total = { passed: 0, failed: 0, skipped: 0 };
    for (const { testResults, passed } of sessions) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      if (testResults) countSuite(counts, testResults);
      if (!passed && counts.failed === 0) counts.failed = 1;
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
    writeFileSync(file, JSON.stringify(total));
  },
});
