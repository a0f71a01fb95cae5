/** The preset for json-server, on json-server. */
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { jsonIn } from '../presets/support/documented.ts';
import { stored } from '../presets/support/documents.ts';
import { hostSuite, onHost } from './support/host-suite.ts';
import { jsonServer } from './support/json-server.ts';
import { freePort } from './support/programs.ts';

const host = jsonServer(await freePort(), stored);
const { url } = host;
const limits = { knows: stored, applications: false, reports: false } as const;

const { api: inBrowser } = jsonIn('docs/presets/json-server.md', '"mode": "client"') as {
  readonly api: SourceDefinition;
};

onHost(host, () => {
  hostSuite(host, {
    preset: 'json-server',
    url,
    limits: {
      ...limits,
      filters: [
        'q',
        'category',
        'industry',
        'workMode',
        'hoursMax',
        'durationDaysMax',
        'applyByFrom',
        'applyByTo',
        'paid',
        'featured',
      ],
      sorts: ['newest', 'deadline', 'shortest'],
      facets: false,
      words: 'theirs',
      featuredFirst: false,
      ties: false,
      unknownLast: false,
    },
  });

  hostSuite(host, {
    name: 'The preset json-server, searched by the browser',
    url,
    config: { ...inBrowser, url },
    limits,
  });
});
