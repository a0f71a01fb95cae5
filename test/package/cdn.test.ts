import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { expect } from 'chai';
import { buildCdn } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/lib/run.ts';
import { scripts } from '../../vite.config.ts';

interface Integrity {
  readonly version: string;
  readonly files: Readonly<Record<string, { readonly integrity: string; readonly bytes: number }>>;
}

const read = (folder: string, name: string): Buffer => readFileSync(join(ROOT, folder, name));

const integrity = (folder: string): Integrity =>
  JSON.parse(read(folder, 'integrity.json').toString()) as Integrity;

const names = Object.keys(scripts).map((name) => `${name}.js`);

describe('dist/cdn', () => {
  const rebuilt = '.cache/rebuilt-cdn';

  before(async function () {
    this.timeout(120_000);
    await buildCdn('dist/cdn');
    await buildCdn(rebuilt);
  });

  it('is the same to the byte when built again', () => {
    for (const name of [...names, 'integrity.json']) {
      expect(read(rebuilt, name).equals(read('dist/cdn', name)), name).to.equal(true);
    }
  });

  it('lists each script with its hash, size and version', () => {
    const { version, files } = integrity('dist/cdn');
    const { version: expected } = JSON.parse(read('.', 'package.json').toString()) as {
      version: string;
    };
    expect(version).to.equal(expected);
    expect(Object.keys(files)).to.deep.equal(names);
    for (const name of names) {
      const code = read('dist/cdn', name);
      const hash = createHash('sha384').update(code).digest('base64');
      expect(files[name]).to.deep.equal({ integrity: `sha384-${hash}`, bytes: code.byteLength });
    }
  });

  it('comes with the licences of all that is in it', () => {
    const text = read('dist/cdn', 'licenses.txt').toString();
    expect(text).to.contain('MIT License').and.to.contain('BSD 3-Clause License');
    for (const name of names)
      expect(read('dist/cdn', name).toString().split('\n')[0]).to.contain('licenses.txt */');
  });

  for (const name of names) {
    describe(name, () => {
      let code: string;

      before(() => {
        code = read('dist/cdn', name).toString();
      });

      it('is a classic script that loads no further code', () => {
        expect(() => new vm.Script(code)).not.to.throw();
        expect(code).not.to.match(/\bimport\s*\(|\bimport\s*["'`{*]|\bimportScripts\b/);
        expect(code).not.to.match(/\beval\(|\bnew Function\b/);
      });

      it('neither asks for a module loader nor leaves a name behind', () => {
        expect(code).not.to.match(/\b(define\.amd|typeof define|typeof exports|module\.exports)\b/);
        expect(code).to.match(/^\/\*!.*\*\/\n\(function\(\)\{/);
        expect(code.trimEnd()).to.match(/\}\)\(\);?$/);
      });

      it('carries Lit made for production, and creates policies by our own names only', () => {
        expect(code).not.to.contain('Lit is in dev mode');
        const policies = [...code.matchAll(/createPolicy\([`"']([\w-]+)/g)].map(([, each]) => each);
        expect(policies.sort()).to.deep.equal(['foothold', 'foothold-lit']);
      });

      it('tells no path and no version but its own', () => {
        expect(code).not.to.contain('sourceMappingURL');
        expect(code).not.to.contain(ROOT);
        expect(code).not.to.contain('__FOOTHOLD_VERSION__');
        expect(code).to.contain(integrity('dist/cdn').version);
      });

      it('has no white space left in its templates', () => {
        expect(code).not.to.match(/\n\s*</);
        expect(code).not.to.match(/\{\n\s/);
      });
    });
  }
});
