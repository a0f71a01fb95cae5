import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { foothold } from './scripts/lib/eslint-rules.js';

const noDom = (why) =>
  [
    'window',
    'document',
    'customElements',
    'HTMLElement',
    'Element',
    'DOMParser',
    'localStorage',
  ].map((name) => ({ name, message: why }));

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.cache/', '.data/', 'demo/dist/']),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler says so where it matters; in a template `${n}` of a number is plain.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: false },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // With unchecked indexed access on, `!` says what the line above made sure of.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The platform's types promise more than every browser has, and Node has none of it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      // An async listener handles its own failures.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      // What a control gives is text, but for files and sets, which are not read that way.
      '@typescript-eslint/no-base-to-string': 'off',
      // `[...text]` gives code points, which is what it is written for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `byRole<HTMLInputElement>(…)` says what the caller knows.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
      noUnsanitized.configs.recommended,
    ],
    plugins: { foothold },
    settings: { wc: { elementBaseClasses: ['LitElement', 'FootholdElement'] } },
    rules: {
      'foothold/templates': 'error',
      // A listener on a container hears the buttons inside it, which have their own keyboard.
      'lit-a11y/click-events-have-key-events': 'off',
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/ban-attributes': ['error', 'style'],
      'lit/lifecycle-super': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-private-properties': ['error', { private: '^_' }],
      'lit/no-template-bind': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/value-after-constraints': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-constructor-params': 'error',
      'wc/require-listener-teardown': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
          property,
          message: 'Text goes in as text; rich text through the allow-list renderer.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['unsafe-html', 'unsafe-svg', 'unsafe-mathml'].map((name) => ({
            name: `lit/directives/${name}.js`,
            message: 'Text goes in as text; rich text through the allow-list renderer.',
          })),
          patterns: [
            {
              group: ['**/style-map.js'],
              message: 'It writes a style attribute, which a strict policy blocks.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/{domain,source,store}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noDom('This layer knows no DOM: it runs in Node.')],
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest'].map((name) => ({
          name,
          message: 'Elements ask the store; only sources make requests.',
        })),
        { name: 'customElements', message: 'Only src/define defines elements.' },
      ],
    },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `expect(x).to.be.true` is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types of @open-wc/testing reach chai through a package that has none, and elsewhere they
      // make a promise of every `equal`. What must be awaited is named.
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // A source may reject with anything at all.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ExpressionStatement > CallExpression:matches([callee.property.name="accessible"], [callee.name=/^(waitUntil|aTimeout|oneEvent|elementUpdated|nextFrame|fixture|send[A-Z].*)$/])',
          message: 'Await it: a promise that nobody waits for cannot fail the test.',
        },
      ],
    },
  },
);
