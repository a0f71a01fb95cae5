/**
 * The order of the layers: imports point one way, also those of types.
 *
 *   domain ← source ← store ← controllers ← elements ← define ← embed
 *   events, i18n, styles, lib: leaves
 */
const layers = ['domain', 'source', 'store', 'controllers', 'elements', 'define', 'embed'];
const leaves = ['events', 'i18n', 'styles', 'lib'];

const any = (names) => `^src/(${names.join('|')})(/|\\.ts$|-any\\.ts$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no bottom to read from. This counts imports of types, too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    ...layers.slice(0, -1).map((layer, index) => ({
      name: `${layer}-knows-no-layer-above`,
      severity: 'error',
      from: { path: any([layer]) },
      to: { path: `${any(layers.slice(index + 1))}|^src/index\\.ts$` },
    })),
    ...leaves.map((leaf) => ({
      name: `${leaf}-is-a-leaf`,
      comment: 'A leaf imports packages and itself. Types of the domain are the one exception.',
      severity: 'error',
      from: { path: `^src/${leaf}/` },
      to: { path: '^src/', pathNot: [`^src/${leaf}/`, '^src/domain/'] },
    })),
    ...leaves.map((leaf) => ({
      name: `${leaf}-takes-only-types-of-the-domain`,
      severity: 'error',
      from: { path: `^src/${leaf}/` },
      to: { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'layers-without-dom-know-no-lit',
      severity: 'error',
      from: { path: any(['domain', 'source', 'store', 'i18n']) },
      to: { path: 'node_modules/(lit|lit-.*|@lit)/' },
    },
    {
      name: 'elements-do-not-know-each-other',
      comment: 'The board arranges them.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/', pathNot: '^src/elements/board/' },
      to: { path: '^src/elements/', pathNot: ['^src/elements/internal/', '^src/elements/$1/'] },
    },
    {
      name: 'index-has-no-side-effects',
      comment: 'Importing `foothold` defines nothing.',
      severity: 'error',
      from: { path: '^src/(index|source/index)\\.ts$' },
      to: { path: any(['define', 'embed']), reachable: true },
    },
    {
      name: 'sources-stand-alone',
      comment: 'What is published knows neither its demo nor its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cli|demo|test|bench|scripts)/' },
    },
    {
      name: 'the-command-knows-sources-alone',
      comment: 'It runs in Node: the layers without a DOM, the wording, and what Node brings.',
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        pathNot: ['^cli/', any(['domain', 'source', 'i18n'])],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'nothing-needs-the-command',
      severity: 'error',
      from: { pathNot: '^(cli|test)/' },
      to: { path: '^cli/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'The published modules may import only what they bring as dependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
