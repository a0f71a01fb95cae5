/** The command as it is run: files, output and exit codes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../../cli/check/report.ts';
import { ROOT } from '../../scripts/lib/run.ts';

const config = {
  version: 1,
  api: {
    url: 'https://jobs.example.edu/v2',
    mode: 'client',
    list: { items: '$.jobs' },
    fields: {
      id: '$.id',
      title: '$.title',
      'employer.name': '$.company',
      url: '$.link',
      applyBy: ['$.closes', '$.ends'],
    },
  },
};
const jobs = [
  {
    id: 1,
    title: 'Competitor pricing study',
    company: 'Lakeside Analytics',
    link: 'https://a.example/1',
    ends: '2026-12-01',
  },
  { id: 2, title: 'Map the campus', company: 'Harbor Design', link: 'https://a.example/2' },
];

describe('the command', () => {
  let folder: string;

  const write = (name: string, value: unknown): string => {
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
    return name;
  };

  const foothold = (...args: readonly string[]) => {
    const { FORCE_COLOR: _colour, ...env } = process.env;
    const command = [join(ROOT, 'bin', 'foothold.mjs'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'foothold-command-'));
    write('good.json', config);
    write('jobs.json', { jobs });
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with 0 when all is well, and shows it as a table', () => {
    const { status, stdout, stderr } = foothold('check', 'good.json', '--sample', 'jobs.json');
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    expect(stdout).to.include(
      '2 of 2 records become projects.\nSearch: yes. Filters: Apply by. Hidden: Work mode, Pay',
    );
    expect(stdout).to.match(/^applyBy +1\/2 +\$\.ends \(2nd of 2\) +2026-12-01 +2026-12-01$/m);
  });

  it('ends with 1 when the config or the listings have problems', () => {
    write('misspelled.json', { ...config, api: { ...config.api, feilds: {} } });
    write('misled.json', { ...config, api: { ...config.api, list: { items: '$.job' } } });
    write('broken.json', '{\n  "version": 1,\n}');
    for (const [name, words] of [
      ['misspelled.json', 'Did you mean "fields"?'],
      ['misled.json', 'did you mean `jobs`?'],
      ['broken.json', 'line 3'],
    ] as const) {
      const { status, stdout } = foothold('check', name, 'jobs.json');
      expect(status, name).to.equal(1);
      expect(stdout).to.include(words);
    }
  });

  it('ends with 2, and says how it is used, when it is used wrongly', () => {
    for (const args of [
      ['chekc'],
      ['check'],
      ['check', 'none.json'],
      ['check', 'good.json', '--sample', 'none.json'],
      ['init'],
      ['init', 'none.json', '--out', 'new.json'],
    ]) {
      const { status, stdout, stderr } = foothold(...args);
      expect(status, args.join(' ')).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr).to.include('foothold check CONFIG');
    }
  });

  it('gives a report for programs', () => {
    const { status, stdout } = foothold('check', 'good.json', '--sample', 'jobs.json', '--json');
    const { sources, ...report } = JSON.parse(stdout) as Report;
    expect(status).to.equal(0);
    expect(report).to.have.all.keys('ok', 'problems', 'summary');
    expect(report).to.deep.include({ ok: true, problems: [] });
    const [{ list, ...source } = {}] = sources;
    expect(source).to.have.all.keys(
      'key',
      'url',
      'mode',
      'format',
      'requests',
      'paging',
      'outlook',
      'problems',
      'warnings',
    );
    expect(list).to.have.all.keys(
      'records',
      'dropped',
      'projects',
      'merged',
      'skipped',
      'fields',
      'unused',
    );
    expect(list?.fields.find(({ name }) => name === 'applyBy')).to.deep.equal({
      name: 'applyBy',
      records: 1,
      ways: [
        { value: '$.closes', hits: 0 },
        { value: '$.ends', hits: 1 },
      ],
      example: { from: '$.ends', raw: '2026-12-01', steps: [], result: '2026-12-01' },
      failures: [],
      hints: ['$.closes: no `closes`; there are `id`, `title`, `company`, `link`, `ends`'],
    });
  });

  it('writes a config that it then finds good, and writes over none', () => {
    const made = foothold('init', 'jobs.json');
    expect(made.status).to.equal(0);
    expect(made.stderr).to.include('foothold.json is written, by what the response looks like.');
    expect(foothold('check', 'foothold.json', 'jobs.json').status).to.equal(0);
    const before = readFileSync(join(folder, 'foothold.json'), 'utf8');
    expect(JSON.parse(before)).to.have.property('$comment').that.is.an('array');
    expect(foothold('init', 'jobs.json').status).to.equal(2);
    expect(readFileSync(join(folder, 'foothold.json'), 'utf8')).to.equal(before);
    expect(
      foothold('init', 'jobs.json', '--force', '--url', 'https://jobs.example.edu/v2/jobs').status,
    ).to.equal(0);
    expect(readFileSync(join(folder, 'foothold.json'), 'utf8')).to.include('"mode": "client"');
    const shown = foothold('init', 'jobs.json', '--out', '-');
    expect(JSON.parse(shown.stdout)).to.have.property('version', 1);
  });
}).timeout(60_000);
