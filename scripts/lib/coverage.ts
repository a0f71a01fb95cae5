import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './run.ts';

const COMMENT = /\/\*[^]*?\*\/|\/\/.*$/gm;
const IMPORT_OR_REEXPORT = /^\s*(import|export)\b[^;]*?\bfrom\s*['"][^'"]*['"];?/gm;

/**
 * Files of a glob that hold nothing but types and re-exports. Nothing in them can be run, so no test
 * can cover it; Node does not even load them, and each of their lines would count as missed.
 */
export const filesWithoutCode = (glob: string): string[] =>
  globSync(glob, { cwd: ROOT }).filter((path) => {
    const code = stripTypeScriptTypes(readFileSync(join(ROOT, path), 'utf8'));
    return /^[\s;]*$/.test(code.replace(COMMENT, '').replace(IMPORT_OR_REEXPORT, ''));
  });
