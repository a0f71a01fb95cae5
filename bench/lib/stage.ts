/** What every step that looks at pages needs: a server with listings, the built scripts, a browser. */
import type { Browser } from 'playwright-core';
import { toListItem } from '../../demo/server/projects/list-item.ts';
import type { Project } from '../../src/domain/project.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { emptyPage, hostPage, type HostPage } from '../pages/host-page.ts';
import { bundleFoothold, bundlePeer, installPeers, type PeerName } from '../peers/build.ts';
import { launch } from './browser.ts';
import { listings } from './listings.ts';
import { startServer, type BenchServer } from './server.ts';

export interface Stage {
  readonly browser: Browser;
  readonly server: BenchServer;
  /** The scripts by name, `foothold` among them. */
  readonly code: ReadonlyMap<string, string>;
  /** Puts a page up and gives its address. */
  readonly page: (name: string, page: HostPage) => string;
  /** Makes the API answer from so many listings. */
  readonly list: (count: number) => void;
  close(): Promise<void>;
}

export const ALL_PEERS: readonly PeerName[] = [
  'vanilla',
  'preact',
  'react',
  'instantsearch',
  'iframe',
];

/** As many as the demonstration has. */
const USUAL = 240;

export async function openStage(peers: readonly PeerName[]): Promise<Stage> {
  if (peers.some((name) => name !== 'vanilla')) installPeers();
  const server = await startServer();
  const code = new Map<string, string>([['foothold', await bundleFoothold()]]);
  for (const name of peers) code.set(name, await bundlePeer(name));
  for (const [name, text] of code) server.put(`/${name}.js`, 'text/javascript', text);

  const page = (name: string, content: HostPage): string => {
    server.put(`/${name}.html`, 'text/html', hostPage(content));
    return `${server.site}/${name}.html`;
  };
  const list = (count: number): void => {
    const projects: readonly Project[] = listings(count, Date.now());
    server.list(new MemorySource(projects, { summarize: toListItem }));
  };
  list(USUAL);
  // Where the frame leads: a page with nothing on it but the app.
  server.put(
    '/app.html',
    'text/html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Projects</title><div id="root"></div><script async src="/react.js" data-target="#root" data-api="${server.api}"></script></html>`,
  );
  page('empty', emptyPage);
  const browser = await launch();
  return {
    browser,
    server,
    code,
    page,
    list,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a stage, and closes it whatever happens. */
export async function onStage<Result>(
  peers: readonly PeerName[],
  run: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const stage = await openStage(peers);
  try {
    return await run(stage);
  } finally {
    await stage.close();
  }
}
