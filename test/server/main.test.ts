import { expect } from 'chai';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, DEFAULT_LIMITS, readConfig } from '../../demo/server/config.ts';
import { runProgram, startProcess } from './support/processes.ts';

describe('the configuration', () => {
  it('has defaults', () => {
    expect(readConfig({})).to.deep.include({
      host: '127.0.0.1',
      port: 5173,
      limits: DEFAULT_LIMITS,
      trustProxy: false,
    });
    expect(readConfig({}).dataFolder).to.match(/\.data.?$/);
    expect(DEFAULT_LIMITS).to.deep.equal({ reads: 1200, applications: 300, confirmations: 5 });
  });

  it('comes from the environment', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      RATE_LIMIT: 'off',
      DATABASE_URL: 'postgresql://db.example/x',
      SMTP_URL: 'smtp://mail.example',
      STAFF_PASSWORD: 'secret',
      DATA_FOLDER: '/elsewhere',
    };
    expect(readConfig(env)).to.include({
      host: '0.0.0.0',
      port: 8080,
      limits: 'off',
      databaseUrl: 'postgresql://db.example/x',
      smtpUrl: 'smtp://mail.example',
      staffPassword: 'secret',
      dataFolder: '/elsewhere',
    });
  });

  it('refuses a port that is none', () => {
    for (const PORT of ['x', '-1', '70000', '80.5'])
      expect(() => readConfig({ PORT }), PORT).to.throw(ConfigError, PORT);
  });

  it('has no challenge, scanner or retention unless it is told', () => {
    expect(readConfig({ SCAN_COMMAND: '  ' })).not.to.have.any.keys(
      'challengeKey',
      'scanCommand',
      'retentionDays',
    );
    const env = {
      CHALLENGE_HMAC_KEY: '0123456789abcdef',
      SCAN_COMMAND: ' clamdscan  --fdpass --no-summary ',
      RETENTION_DAYS: '180',
    };
    expect(readConfig(env)).to.deep.include({
      challengeKey: '0123456789abcdef',
      scanCommand: ['clamdscan', '--fdpass', '--no-summary'],
      retentionDays: 180,
    });
  });

  it('refuses a short key, and days that are none', () => {
    expect(() => readConfig({ CHALLENGE_HMAC_KEY: 'short' })).to.throw(
      ConfigError,
      '16 characters',
    );
    for (const RETENTION_DAYS of ['0', '-1', '1.5', 'x', '1e9'])
      expect(() => readConfig({ RETENTION_DAYS }), RETENTION_DAYS).to.throw(
        ConfigError,
        `not "${RETENTION_DAYS}"`,
      );
  });

  it('trusts no proxy, all, some, or so many', () => {
    const trust = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
    expect(trust('')).to.equal(false);
    expect(trust('false')).to.equal(false);
    expect(trust('true')).to.equal(true);
    expect(trust('10.0.0.0/8')).to.equal('10.0.0.0/8');
    const hops = trust('2');
    if (typeof hops !== 'function') throw new Error('Not a number of hops.');
    expect([0, 1, 2].map((hop) => hops('10.0.0.1', hop))).to.deep.equal([true, true, false]);
  });
});

describe('the program', function () {
  this.timeout(60_000);
  let folder = '';
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'foothold-test-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  it('starts, says where, serves, stops when asked, and forgets on request', async () => {
    const data = join(folder, 'data');
    const { child, output, exit, url } = await startProcess({ DATA_FOLDER: data });
    const password = /user staff, password (\S+)\)/.exec(output.said)?.[1] ?? '';
    expect(password).to.have.length.at.least(12);
    expect((await fetch(`${url}/api/health`)).status).to.equal(200);
    const headers = { Authorization: `Basic ${btoa(`staff:${password}`)}` };
    expect((await fetch(`${url}/staff`, { headers })).status).to.equal(200);
    child.kill('SIGTERM');
    expect(await exit).to.equal(0);
    expect(existsSync(data)).to.equal(true);
    const reset = runProgram('reset.ts', { DATA_FOLDER: data });
    expect(await reset.exit).to.equal(0);
    expect(existsSync(data)).to.equal(false);
  });

  it('ends with one sentence when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const env = { PORT: String(port), DATA_FOLDER: join(folder, 'busy'), LOG_LEVEL: 'silent' };
    const { output, exit } = runProgram('main.ts', env);
    expect(await exit).to.equal(1);
    expect(output.said.trim()).to.match(
      new RegExp(`^Port ${port} is in use; set PORT to [^\\n]+$`),
    );
    // The data are those of the server that has the port.
    expect(existsSync(env.DATA_FOLDER)).to.equal(false);
    other.close();
  });

  it('ends with one sentence when another process has the data', async () => {
    const data = join(folder, 'shared');
    await mkdir(data);
    await writeFile(join(data, 'server.pid'), String(process.pid));
    const { output, exit } = runProgram('main.ts', { PORT: '0', DATA_FOLDER: data });
    expect(await exit).to.equal(1);
    expect(output.said.trim()).to.match(
      new RegExp(`^Process ${process.pid} uses [^\\n]+ DATA_FOLDER [^\\n]+$`),
    );
    expect(await readdir(data)).to.deep.equal(['server.pid']);
  });

  it('ends with one sentence when PORT is no port', async () => {
    const { output, exit } = runProgram('main.ts', { PORT: 'http' });
    expect(await exit).to.equal(1);
    expect(output.said.trim()).to.equal('PORT has to be a number from 0 to 65535, not "http".');
  });
});
