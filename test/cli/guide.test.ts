/** The example of the guide is what the command says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { check } from '../../cli/check/check.ts';
import { reportLines } from '../../cli/print/report.ts';
import { styleFor } from '../../cli/print/style.ts';
import { ROOT } from '../../scripts/lib/run.ts';

const guide = readFileSync(join(ROOT, 'docs/guides/check.md'), 'utf8');

/** The first example in a language. */
const fence = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(guide)?.[1] ?? '';

describe('the guide to checking', () => {
  it('shows what the command says of its example', async () => {
    const samples = new Map([['', fence('jsonc')]]);
    const report = await check(JSON.parse(fence('json')), { samples });
    const lines = reportLines(report, 120, styleFor(false, {}));
    expect(fence('text')).to.equal(`${lines.join('\n')}\n`);
  });
});
