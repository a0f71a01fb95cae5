/**
 * The manifest from the sources' own documentation. The analyzer takes every dispatched `new
 * Something()` for an event without a name; what counts is what `@fires` names, with its class.
 */
const namedEventsOnly = () => ({
  name: 'named-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (!declaration.events) continue;
        const named = declaration.events.filter(({ name }) => name);
        declaration.events = [...new Map(named.map((event) => [event.name, event])).values()];
      }
    }
  },
});

/** Published paths are those of the built modules. */
const builtPaths = () => ({
  name: 'built-paths',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^\/?src\//, '').replace(/\.ts$/, '.js');
    const visit = (node) => {
      if (Array.isArray(node)) return node.forEach(visit);
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'string') visit(value);
        else if ((key === 'path' && 'kind' in node) || key === 'module') node[key] = built(value);
      }
    };
    visit(customElementsManifest.modules);
  },
});

export default {
  globs: ['src/{elements,events,define}/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [namedEventsOnly(), builtPaths()],
};
