/** What people get who install the package: packed, installed in an empty project, used there. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { codeEntries } from '../../scripts/api-snapshot.ts';
import { buildManifest, buildNpm } from '../../scripts/build.ts';
import { environment, ROOT } from '../../scripts/lib/run.ts';

const { name, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, string | { default: string }>;
};

const specifiers = Object.keys(exports).map((entry) => entry.replace('.', name));
const codeSpecifiers = [...codeEntries().keys()].map((entry) => entry.replace('.', name));

describe('packed tarball', () => {
  let project: string;
  let tarball: string;
  let files: readonly string[];

  /** Runs a program in the empty project; its output, or an error that shows it. */
  const run = (command: string, args: readonly string[], cwd = project): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      env: environment(),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
    return stdout;
  };

  before(async () => {
    if (!existsSync(join(ROOT, 'dist', 'index.js'))) await buildNpm();
    if (!existsSync(join(ROOT, 'dist', 'custom-elements.json'))) await buildManifest();
    project = mkdtempSync(join(tmpdir(), 'foothold-consumer-'));
    const packed = run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', project],
      ROOT,
    );
    const [result] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
    tarball = join(project, result.filename);
    files = result.files.map(({ path }) => path);
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
    );
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball]);
    cpSync(join(ROOT, 'test', 'package', 'consumer.ts.txt'), join(project, 'consumer.ts'));
  });

  after(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('holds what is published and nothing else', () => {
    for (const file of [
      'LICENSE',
      'README.md',
      'dist/cdn/foothold.js',
      'dist/cdn/integrity.json',
      'dist/cdn/licenses.txt',
    ]) {
      expect(files).to.include(file);
    }
    const odd = files.filter(
      (file) =>
        !/^(LICENSE|README\.md|CHANGELOG\.md|package\.json|bin\/foothold\.mjs|dist\/cdn\/licenses\.txt|dist\/.*\.(js|d\.ts|json|yaml))$/.test(
          file,
        ),
    );
    expect(odd).to.deep.equal([]);
    const inside = files.filter((file) => /(^|\/)(test|demo|mocks?|seed|bench)(\/|\.)/.test(file));
    expect(inside).to.deep.equal([]);
  });

  it('tells no path of the machine that built it', () => {
    for (const file of files.filter((path) => path.startsWith('dist/'))) {
      expect(readFileSync(join(ROOT, file), 'utf8').includes(ROOT), file).to.equal(false);
    }
  });

  it('knows its version', () => {
    const script = `import { VERSION } from '${name}'; console.log(VERSION)`;
    const { version } = JSON.parse(
      readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string };
    expect(run('node', ['--input-type=module', '-e', script]).trim()).to.equal(version);
  });

  it('brings Lit and its context, and nothing else', () => {
    const listed = JSON.parse(run('npm', ['ls', '--json'])) as {
      dependencies: Record<string, { dependencies?: Record<string, unknown> }>;
    };
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    expect(Object.keys(listed.dependencies)).to.deep.equal([name]);
    expect(Object.keys(dependencies).sort()).to.deep.equal(['@lit/context', 'lit']);
  });

  it('resolves every export to a file', () => {
    const script = `for (const entry of ${JSON.stringify(specifiers)}) console.log(import.meta.resolve(entry));`;
    const urls = run('node', ['--input-type=module', '-e', script]).trim().split('\n');
    expect(urls).to.have.length(specifiers.length);
    for (const url of urls) expect(existsSync(new URL(url)), url).to.equal(true);
  });

  for (const specifier of codeSpecifiers) {
    it(`imports ${specifier} in Node, without a DOM`, () => {
      const script = `if (typeof document !== 'undefined') throw new Error('There is a DOM.'); await import('${specifier}');`;
      run('node', ['--input-type=module', '-e', script]);
    });
  }

  it('defines nothing when the plain entries are imported', () => {
    const script = `
      const defined = [];
      globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
      await import('${name}');
      await import('${name}/source');
      if (defined.length > 0) throw new Error(defined.join());
      await import('${name}/define');
      console.log(defined.sort().join());`;
    expect(run('node', ['--input-type=module', '-e', script]).trim()).to.equal(
      'foothold-application-form,foothold-board,foothold-listing-feed,foothold-project-detail,foothold-provider',
    );
  });

  it('brings a command that checks a config, and writes one', () => {
    const jobs = [{ id: 1, title: 'Map the campus', company: 'Harbor Design' }];
    writeFileSync(join(project, 'jobs.json'), JSON.stringify(jobs));
    run('npx', ['--no', 'foothold', 'init', 'jobs.json']);
    const report = run('npx', [
      '--no',
      'foothold',
      'check',
      'foothold.json',
      'jobs.json',
      '--json',
    ]);
    expect(JSON.parse(report)).to.include({ ok: true });
    expect(run('npx', ['--no', 'foothold', 'check', 'foothold.json', 'jobs.json'])).to.include(
      '1 of 1 record becomes a project.',
    );
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    it(`type-checks a program that uses it, with ${moduleResolution} resolution`, () => {
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2022',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        resolveJsonModule: true,
      };
      const config = join(project, `tsconfig.${moduleResolution}.json`);
      writeFileSync(config, JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
      run('tsc', ['-p', config]);
    });
  }

  it('satisfies publint', () => {
    run('publint', ['--strict', tarball], ROOT);
  });

  it('gives types that every module system finds', () => {
    // YAML is read as text and has no types.
    const options = ['--profile', 'esm-only', '--exclude-entrypoints', 'openapi.yaml'];
    run('attw', [tarball, '--no-color', ...options], ROOT);
  });
});
