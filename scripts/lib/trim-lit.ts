/**
 * Takes out of Lit what the scripts have no use for: its hooks for polyfills and for hydration, and the
 * marks by which Lit's development build warns of a second copy; and renames its Trusted Types policy.
 * Each cut must be found, so that another version of Lit does not pass through untrimmed.
 */
import type { Plugin } from 'vite';

const CUTS: readonly (readonly [module: string, cut: RegExp, instead?: string])[] = [
  // A page that allows `lit-html` for its own Lit would refuse a second policy of that name, and a
  // school should see whom it allows.
  ['lit-html/lit-html', /createPolicy\("lit-html"/, 'createPolicy("foothold-lit"'],
  ['lit-html/lit-html', /,\w=\w\.litHtmlPolyfillSupport;\w\?\.[^;]*\.litHtmlVersions[^;]*/],
  // A minifier drops this where it is not used, and keeps a pattern.
  ['lit-html/directive-helpers', /const\{I:(\w)\}=(\w),/, 'const $1=$2.I,'],
  ['lit-element/lit-element', /,\w\.litElementHydrateSupport\?\..*?(?=;const \w=\{)/],
  ['lit-element/lit-element', /\(\w\.litElementVersions\?\?=[^;]*;/],
  ['@lit/reactive-element/reactive-element', /,\w=\w\.reactiveElementPolyfillSupport/],
  [
    '@lit/reactive-element/reactive-element',
    /,\w\?\.\(\{ReactiveElement:\w\}\),\(\w\.reactiveElementVersions[^;]*/,
  ],
];

export const trimLit = (): Plugin => ({
  name: 'foothold:trim-lit',
  transform(code, id) {
    let trimmed = code;
    for (const [module, cut, instead = ''] of CUTS) {
      if (!id.endsWith(`/node_modules/${module}.js`)) continue;
      const before = trimmed;
      trimmed = before.replace(cut, instead);
      if (trimmed === before)
        throw new Error(`${module} has changed: ${String(cut)} is not there.`);
    }
    return trimmed === code ? null : { code: trimmed, map: null };
  },
});
