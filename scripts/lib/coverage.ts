import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './run.ts';

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ESNext,
  verbatimModuleSyntax: true,
  removeComments: true,
};

/** `import`, `export … from` and the `export {}` that is left of a file of types. */
const MODULE_SYNTAX = /^(import|export)\b[^;]*?(\bfrom\s*['"][^'"]*['"]|\{\s*\});?$/gm;

/**
 * Files of a glob that hold nothing but types and re-exports. Nothing in them can be run, so no test
 * can cover it; Node does not even load them, and each of their lines would count as missed.
 */
export const filesWithoutCode = (glob: string): string[] =>
  globSync(glob, { cwd: ROOT }).filter((path) => {
    const source = readFileSync(join(ROOT, path), 'utf8');
    const { outputText } = ts.transpileModule(source, { compilerOptions });
    return outputText.replace(MODULE_SYNTAX, '').trim() === '';
  });
