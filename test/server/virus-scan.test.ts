import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStorage } from '../../demo/server/applications/attachment-storage.ts';
import { startRescan } from '../../demo/server/applications/rescan.ts';
import {
  commandScanner,
  type Scanner,
  type Verdict,
} from '../../demo/server/applications/virus-scan.ts';
import { startServer } from '../../demo/server/server.ts';
import { Client } from './support/client.ts';
import { filesIn, someFolder, someStorage } from './support/folders.ts';
import { application, apply, PROPOSAL, UNASKING, type Attached } from './support/forms.ts';
import { appOn, KINDS, NOW, onEachDatabase, optionsFor } from './support/servers.ts';
import { linkIn, PASSWORD, Staff, textOf } from './support/staff.ts';

const HOUR = 3_600_000;
const VIRUS = 'X5O!P%@AP[4';

/**
 * A program in the manner of `clamdscan`: 1 for a file that has a virus in it, 2 while there is a file `broken`
 * beside it; it never ends while there is one called `hanging`.
 */
const PROGRAM = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
const beside = (name) => new URL(name, import.meta.url);
appendFileSync(beside('calls'), JSON.stringify({ given: process.argv.slice(2), env: process.env }) + '\\n');
if (existsSync(beside('hanging'))) setInterval(() => {}, 1000);
else if (existsSync(beside('broken'))) process.exit(2);
else process.exit(readFileSync(process.argv.at(-1), 'latin1').includes('${VIRUS}') ? 1 : 0);
`;

async function someProgram() {
  const folder = await someFolder();
  const script = join(folder, 'scan.mjs');
  await writeFile(script, PROGRAM);
  return {
    command: [process.execPath, script, '--quiet', '$(touch pwned); echo'],
    folder,
    set: (state: 'hanging' | 'broken') => writeFile(join(folder, state), ''),
    unset: (state: 'hanging' | 'broken') => rm(join(folder, state), { force: true }),
    calls: async () =>
      (await readFile(join(folder, 'calls'), 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { given: string[]; env: Record<string, string> }),
  };
}

describe('the program that scans', function () {
  this.timeout(30_000);

  it('says by its end whether a file is clean, infected, or cannot be told', async () => {
    const program = await someProgram();
    const scan = commandScanner(program.command);
    const clean = join(program.folder, 'a file; with "spaces" $HOME');
    const infected = join(program.folder, 'infected');
    await writeFile(clean, '%PDF-1.7');
    await writeFile(infected, `%PDF-1.7 ${VIRUS}`);
    expect(await scan(clean, 20_000)).to.equal('clean');
    expect(await scan(infected, 20_000)).to.equal('infected');
    await program.set('broken');
    expect(await scan(infected, 20_000)).to.equal('unknown');
    expect(await commandScanner(['/nowhere/scanner'])(clean, 20_000)).to.equal('unknown');
    const [first] = await program.calls();
    expect(first?.given, 'no shell reads it').to.deep.equal([
      '--quiet',
      '$(touch pwned); echo',
      clean,
    ]);
  });

  it('is ended when it takes too long, and learns no secrets', async () => {
    const program = await someProgram();
    await program.set('hanging');
    process.env['STAFF_PASSWORD'] = 'secret of this test';
    const started = Date.now();
    const verdict = await commandScanner(program.command)('/dev/null', 1500);
    delete process.env['STAFF_PASSWORD'];
    expect(verdict).to.equal('unknown');
    expect(Date.now() - started).to.be.lessThan(10_000);
    const [call] = await program.calls();
    expect(call?.env).to.include.keys('PATH').and.not.include.keys('STAFF_PASSWORD');
    expect(await commandScanner(program.command)('/dev/null', 0)).to.equal('unknown');
    expect(await program.calls(), 'no time left, not asked').to.have.length(1);
  });
});

/** Says of each file what the test says, without a program. */
function someScanner() {
  const state = { verdict: undefined as Verdict | undefined, scanned: [] as string[] };
  const scanner: Scanner = async (path) => {
    state.scanned.push(path);
    const content = await readFile(path, 'latin1').catch(() => undefined);
    if (content === undefined) return 'unknown';
    return state.verdict ?? (content.includes(VIRUS) ? 'infected' : 'clean');
  };
  return { scanner, state };
}

const good: Attached = { part: 'resume', name: 'cv.pdf', bytes: '%PDF-1.7 good' };
const bad: Attached = { part: 'work_sample', name: 'sample.pdf', bytes: `%PDF-1.7 ${VIRUS}` };

onEachDatabase('a scanned file', (subject, afterwards) => {
  let folder: string;
  let storage: AttachmentStorage;
  let api: Client;
  let staff: Staff;
  const { scanner, state } = someScanner();
  const lines: string[] = [];
  const clock = { now: NOW + 3 * 24 * HOUR };
  const quiet = { warn: () => undefined, error: () => undefined };
  const rescan = (changes: { scanner?: Scanner } = {}) =>
    startRescan({
      database: subject().database,
      storage,
      scanner,
      now: () => clock.now,
      log: quiet,
      ...changes,
    });

  beforeEach(async () => {
    ({ folder, storage } = await someStorage());
    await subject().database.query(`update attachments set scan = 'none' where scan = 'waiting'`);
    state.verdict = undefined;
    state.scanned = [];
    // The newest application stands first.
    clock.now += HOUR;
    api = await appOn(subject().database, {
      storage,
      scanner,
      staffPassword: PASSWORD,
      now: () => clock.now,
      logLevel: 'info',
      logStream: { write: (line) => void lines.push(line) },
    });
    staff = new Staff(api);
  });

  afterwards(async ({ database }) => {
    await database.query('delete from applications where submitted_at > $1::timestamptz', [
      new Date(NOW + 2 * 24 * HOUR).toISOString(),
    ]);
  });

  const send = (files: readonly Attached[], key = randomUUID()) =>
    apply(api, application(), { files, key });
  const newest = async () =>
    await staff.page(linkIn(await staff.page(''), /applications\/[\w-]+$/));
  const scanOf = async (id: string) =>
    (
      await subject().database.query(
        'select id::text, scan from attachments where application_id::text = $1 order by position',
        [id],
      )
    )[0] as { id: string; scan: string };

  it('goes to the attachments when it is clean', async () => {
    expect((await send([good])).status).to.equal(201);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 1, quarantine: 0 });
    expect(state.scanned[0]).to.include(join(folder, 'quarantine'));
    const page = await newest();
    expect(textOf(page)).not.to.include('not scanned');
    const file = await staff.get(linkIn(page, /attachments/));
    expect(await file.text()).to.equal(good.bytes);
  });

  it('is refused in plain words when it is infected, and leaves nothing', async () => {
    const key = randomUUID();
    const { status, body } = await send([good, bad], key);
    expect(status).to.equal(422);
    expect(body.errors).to.have.length(1);
    expect(body.errors?.[0]?.pointer).to.equal('/files/work_sample');
    expect(body.errors?.[0]?.detail).to.match(/^A virus was found in this file/);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 0 });
    const log = lines.find((line) => line.includes('infected files'));
    expect(JSON.parse(log ?? '{}')).to.include({ level: 40, files: 1 });
    expect(lines.join('')).not.to.include('sample.pdf');
    expect((await send([good], key)).status, 'the key is free').to.equal(201);
  });

  it('waits in quarantine while the scanner is out of order; the application is taken', async () => {
    state.verdict = 'unknown';
    const { status, body } = await send([good]);
    expect(status).to.equal(201);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 1 });
    expect(textOf(await staff.page(''))).to.include('1, 1 not scanned yet');
    const page = await newest();
    expect(textOf(page)).to.match(/cv\.pdf \(resume, \d+ bytes\) not scanned yet/);
    expect(linkIn(page, /attachments/)).to.equal('');
    const { id } = await scanOf(body.id);
    const closed = await staff.get(`/attachments/${id}`);
    expect(closed.status).to.equal(409);
    expect(textOf(await closed.text())).to.include('The virus scanner has not seen this file yet.');

    const job = rescan();
    await job.run();
    expect((await scanOf(body.id)).scan).to.equal('waiting');
    state.verdict = undefined;
    await job.run();
    expect((await scanOf(body.id)).scan, 'too early').to.equal('waiting');
    clock.now += HOUR;
    await job.run();
    await job.stop();
    expect((await scanOf(body.id)).scan).to.equal('clean');
    expect(await filesIn(folder)).to.deep.equal({ attachments: 1, quarantine: 0 });
    expect(await (await staff.get(`/attachments/${id}`)).text()).to.equal(good.bytes);
  });

  it('is deleted when a virus is found later, and staff read that', async () => {
    state.verdict = 'unknown';
    const { body } = await send([good]);
    state.verdict = 'infected';
    const job = rescan();
    await job.run();
    await job.stop();
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 0 });
    expect(textOf(await newest())).to.include('deleted: a virus was found in it');
    expect(textOf(await staff.page(''))).to.include('1, 1 deleted: virus');
    const closed = await staff.get(`/attachments/${(await scanOf(body.id)).id}`);
    expect(closed.status).to.equal(409);
  });

  it('is scanned by one of several servers', async () => {
    state.verdict = 'unknown';
    for (let count = 0; count < 4; count++) await send([good]);
    state.verdict = undefined;
    state.scanned = [];
    const jobs = [rescan(), rescan()];
    await Promise.all(jobs.map((job) => job.run()));
    await Promise.all(jobs.map((job) => job.stop()));
    expect(state.scanned).to.have.length(4);
    expect(new Set(state.scanned).size).to.equal(4);
    expect(await filesIn(folder)).to.deep.equal({ attachments: 4, quarantine: 0 });
  });

  it('is clean when it left quarantine just before a crash', async () => {
    state.verdict = 'unknown';
    const { body } = await send([good]);
    const [path = ''] = state.scanned;
    await rename(path, path.replace('quarantine', 'attachments'));
    const job = rescan();
    await job.run();
    await job.stop();
    expect((await scanOf(body.id)).scan).to.equal('clean');
  });

  it('goes with its application, also while it is scanned', async () => {
    state.verdict = 'unknown';
    const { body } = await send([good]);
    const { database } = subject();
    const job = rescan({
      scanner: async () => {
        await database.query('delete from applications where id::text = $1', [body.id]);
        return 'clean';
      },
    });
    await job.run();
    await job.stop();
    expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 0 });
  });
});

for (const kind of KINDS)
  describe(`a restart with a scanner (${kind})`, function () {
    this.timeout(60_000);

    it('keeps what waits, scans it, and removes what belongs to nothing', async function () {
      const found = await optionsFor(kind);
      if (!found) this.skip();
      const folder = await someFolder();
      const program = await someProgram();
      const options = {
        ...found,
        dataFolder: folder,
        limits: 'off' as const,
        scanCommand: program.command,
        now: () => NOW,
      };
      const json = application({ proposal: PROPOSAL, answers: {} });
      const sending = { project: UNASKING[0] ?? '', files: [good] };

      await program.set('broken');
      const first = await startServer(options);
      const { status, body } = await apply(new Client(first.url), json, sending);
      await first.close();
      expect(status).to.equal(201);
      expect(await filesIn(folder)).to.deep.equal({ attachments: 0, quarantine: 1 });

      if (kind === 'PGlite') await writeFile(join(folder, 'quarantine', 'left-by-a-crash'), '');
      await program.unset('broken');
      const second = await startServer({ ...options, now: () => NOW + HOUR });
      const scans = async () =>
        (
          await second.database.query<{ scan: string }>(
            'select scan from attachments where application_id::text = $1',
            [body.id],
          )
        )[0]?.scan;
      for (let attempt = 0; attempt < 100 && (await scans()) === 'waiting'; attempt++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await scans()).to.equal('clean');
      expect(await filesIn(folder)).to.deep.equal({ attachments: 1, quarantine: 0 });
      await second.close();
    });
  });
