/** The worked example of the guide: from its response, with its config, comes what it promises. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { openSource } from '../../src/source/mapping/open-source.ts';

const guide = readFileSync(new URL('../../docs/guides/connect.md', import.meta.url), 'utf8');
const fence = (language: string, index: number): unknown =>
  JSON.parse(
    [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))][index]![1]!,
  );

describe('the guide to connecting an API', () => {
  it('reads its response as it says', async () => {
    const response = fence('jsonc', 0);
    const { api } = fence('json', 0) as { api: object };
    const asked: string[] = [];
    const source = openSource(api, {
      fetch: (url) => {
        asked.push(String(url));
        return Promise.resolve(Response.json(response));
      },
      clock: { now: () => Date.parse('2026-11-25T12:00:00Z') },
      warn: (message) => {
        throw new Error(message);
      },
    });
    const { projects, total, offers } = await source.list({}, { limit: 20 });
    expect(asked).to.deep.equal(['https://jobs.example.edu/v2/openings']);
    expect(total).to.equal(1);
    expect(await source.detail(projects[0]!.id)).to.deep.equal({
      id: '4711',
      title: 'Competitor pricing study',
      employer: { name: 'Lakeside Analytics', url: 'https://lakeside.example/' },
      descriptionHtml: '<p>Compare what eight competitors charge.</p>',
      hours: { min: 20, max: 30 },
      pay: { kind: 'fixed', max: 450, currency: 'USD' },
      applyBy: '2026-12-05',
      timeZone: 'America/Chicago',
      postedAt: '2026-11-21T14:00:00.000Z',
      workMode: 'remote',
      locations: [{ display: 'Chicago, IL' }],
      skills: ['research', 'spreadsheets'],
      complete: true,
    });
    expect(offers?.filters).to.include.members(['q', 'workMode', 'hoursMax', 'payMin', 'skill']);
    expect(offers?.filters).not.to.include('durationDaysMax');
  });

  it('asks an API that searches as it says', async () => {
    const { api } = fence('json', 1) as { api: object };
    const asked: string[] = [];
    const source = openSource(api, {
      fetch: (url) => {
        asked.push(String(url));
        return Promise.resolve(Response.json({ hits: [], count: 0, facets: { field: [] } }));
      },
    });
    const query = { q: 'map', category: ['Design', 'Data'], sort: 'deadline' } as const;
    const { offers } = await source.list(query, { limit: 20 });
    expect(asked[0]).to.equal(
      'https://jobs.example.edu/v2/search?text=map&field=Design&field=Data&order=closes&per_page=20&page=1',
    );
    expect(offers).to.deep.equal({
      filters: ['q', 'category', 'hoursMax'],
      sorts: ['newest', 'deadline'],
    });
  });
});
