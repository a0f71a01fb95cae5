/** Whose code is in the scripts, and under which terms. Both licences ask that their text goes along. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';

/** Beside the scripts. */
export const LICENSES = 'licenses.txt';

/** First line of each script. */
export const notice = `/*! Foothold (MIT), with Lit (BSD-3-Clause): ${LICENSES} */`;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8').trim();

export const licenses = (): string =>
  [
    'Foothold',
    read('LICENSE'),
    'Lit (lit, lit-html, lit-element, @lit/reactive-element, @lit/context)',
    read('node_modules/lit/LICENSE'),
    '',
  ].join('\n\n');
