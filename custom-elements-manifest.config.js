/**
 * The manifest from the sources' own documentation: what an element takes and gives, for editors,
 * for the reference and for the snapshot of the public interface.
 */

const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations = [], path }) =>
    declarations.filter(({ tagName }) => tagName).map((declaration) => ({ declaration, path })),
  );

/**
 * The analyzer takes the first argument of each dispatched `new Something(…)` for an event's name.
 * What counts is what `@fires` names, with its class.
 */
const eventsByName = () => ({
  name: 'events-by-name',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declaration } of elementsOf(customElementsManifest)) {
      const named = (declaration.events ?? []).filter(({ name }) => name?.startsWith('foothold-'));
      declaration.events = [...new Map(named.map((event) => [event.name, event])).values()];
    }
  },
});

/** Only what people may use: no private members, no modules that are not for them. */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = ({ name, privacy }) => !privacy && !/^[#_]/.test(name);
    for (const { declaration } of elementsOf(customElementsManifest)) {
      declaration.members = (declaration.members ?? []).filter(isPublic);
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ path, declarations = [] }) =>
        path.startsWith('src/events/') ||
        path.startsWith('src/define/') ||
        path.endsWith('/foothold-element.ts') ||
        declarations.some(({ tagName }) => tagName),
    );
    for (const module of customElementsManifest.modules) {
      const exported = new Set(module.exports.map(({ name }) => name));
      module.declarations = module.declarations.filter(({ name }) => exported.has(name));
      if (!module.path.startsWith('src/events/')) continue;
      // An event's class dispatches nothing itself; the analyzer reads its `@event` that way.
      for (const declaration of module.declarations) delete declaration.events;
    }
  },
});

/** The board forwards every part of the elements in it; `test/api` sees to that. */
const forwardedParts = () => ({
  name: 'forwarded-parts',
  packageLinkPhase({ customElementsManifest }) {
    const elements = elementsOf(customElementsManifest).map(({ declaration }) => declaration);
    const board = elements.find(({ tagName }) => tagName === 'foothold-board');
    if (!board) return;
    const parts = elements.flatMap(({ cssParts = [] }) => cssParts);
    board.cssParts = [...new Map(parts.map((part) => [part.name, part])).values()];
  },
});

/** Which module of `foothold/define` registers an element; the analyzer does not know our helper. */
const definitions = () => ({
  name: 'definitions',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declaration, path } of elementsOf(customElementsManifest)) {
      const definePath = `src/define/${declaration.tagName}.ts`;
      const module = customElementsManifest.modules.find((each) => each.path === definePath);
      module?.exports.push({
        kind: 'custom-element-definition',
        name: declaration.tagName,
        declaration: { name: declaration.name, module: path },
      });
    }
  },
});

/** Published paths are those of the built modules. */
const builtPaths = () => ({
  name: 'built-paths',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    const visit = (node) => {
      if (Array.isArray(node)) return node.forEach(visit);
      if (typeof node !== 'object' || node === null) return undefined;
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'string') visit(value);
        else if ((key === 'path' && 'kind' in node) || key === 'module') node[key] = built(value);
      }
      return undefined;
    };
    visit(customElementsManifest.modules);
  },
});

export default {
  globs: ['src/{elements,events,define}/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/define/define-element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [eventsByName(), publicOnly(), forwardedParts(), definitions(), builtPaths()],
};
