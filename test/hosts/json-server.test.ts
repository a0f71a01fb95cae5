/** The preset for json-server, on json-server. */
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { jsonServerLimits } from '../presets/apis/json-server.ts';
import { jsonIn } from '../presets/support/documented.ts';
import { stored } from '../presets/support/documents.ts';
import { hostSuite, onHost } from './support/host-suite.ts';
import { jsonServer } from './support/json-server.ts';
import { freePort } from './support/programs.ts';

const host = jsonServer(await freePort());
const { url } = host;

const choices = {
  category: ['Data', 'Design', 'Marketing'],
  industry: ['Health', 'Retail'],
  workMode: ['hybrid', 'onsite', 'remote'],
};

const { api: inBrowser } = jsonIn('docs/presets/json-server.md', '"mode": "client"') as {
  readonly api: SourceDefinition;
};

onHost(host, () => {
  hostSuite(host, {
    preset: 'json-server',
    url,
    limits: jsonServerLimits,
    choices,
  });

  hostSuite(host, {
    name: 'The preset json-server, searched by the browser',
    url,
    config: { ...inBrowser, url },
    limits: { knows: stored, applications: false, reports: false },
    choices,
  });
});
