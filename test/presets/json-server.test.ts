/** The preset for json-server. */
import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { jsonServer, jsonServerLimits, url } from './apis/json-server.ts';
import { jsonIn } from './support/documented.ts';
import { stored } from './support/documents.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({ preset: 'json-server', url, api: jsonServer, limits: jsonServerLimits });

const { api: inBrowser } = jsonIn('docs/presets/json-server.md', '"mode": "client"') as {
  readonly api: SourceDefinition;
};

presetSuite({
  name: 'The preset json-server, searched by the browser',
  url,
  api: jsonServer,
  config: inBrowser,
  limits: { knows: stored, applications: false, reports: false },
});

describe('The preset json-server', () => {
  it('asks for pages, orders and ranges in words of its own', async () => {
    const { source, requests } = openOn({ preset: 'json-server', url }, () => []);
    const query = { category: ['A', 'B'], hoursMax: 20, paid: true, sort: 'deadline' } as const;
    await source.list(query, { limit: 20 });
    expect([...new URL(requests[0]!.url).searchParams].map((pair) => pair.join('='))).to.deep.equal(
      [
        'category=A',
        'category=B',
        'hours.max_lte=20',
        'pay.kind=fixed',
        'pay.kind=hourly',
        'pay.kind=stipend',
        '_sort=applyBy',
        '_order=asc',
        '_page=1',
        '_limit=20',
      ],
    );
  });

  it('reads any resource of the file', async () => {
    const params = { resource: 'jobs' };
    const { source, requests } = openOn({ preset: 'json-server', url, params }, (address) =>
      address.pathname === '/jobs/7' ? { id: 7, title: 'Study', employer: 'Lakeside' } : [],
    );
    await source.list({}, { limit: 20 });
    expect(await source.detail('7')).to.include({ id: '7', title: 'Study' });
    for (const { url: asked } of requests) expect(new URL(asked).pathname).to.match(/^\/jobs\b/);
  });
});
