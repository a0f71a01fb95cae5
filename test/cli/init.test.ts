/** A first config for listings of which nothing is known, tried on the very same response. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { check } from '../../cli/check/check.ts';
import { draft, type Draft } from '../../cli/init/draft.ts';
import { init } from '../../cli/init/init.ts';
import type { Given } from '../../cli/init/sources.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';

const text = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Writes a config and checks it once more, as somebody would who has written it to a file. */
async function roundTrip(
  body: unknown,
  more: Partial<Given> = {},
): Promise<Draft & { source: SourceDefinition }> {
  const made = await draft({ text: text(body), file: 'listings.json', ...more });
  const config = JSON.parse(JSON.stringify(made.config)) as {
    api?: SourceDefinition;
    file?: SourceDefinition;
  };
  const report = await check(config, { samples: new Map([['', text(body)]]) });
  expect(report.problems).to.deep.equal([]);
  expect(report.sources[0]?.list?.projects).to.be.greaterThan(0);
  return { ...made, source: config.api ?? config.file ?? {} };
}

const url = new URL('https://jobs.example.edu/v2/openings?page=1&per_page=2&topic=design');

describe('a first config', () => {
  it('is for the native contract where that is spoken', async () => {
    const body = { items: [{ id: 'a', title: 'Study', employer: { name: 'Lakeside' } }], total: 1 };
    const { by, config } = await roundTrip(body, {
      url: new URL('https://jobs.example.edu/api/projects?limit=20'),
    });
    expect(by).to.equal('native');
    expect(config).to.deep.equal({ version: 1, api: { url: 'https://jobs.example.edu/api' } });
  });

  it('is made of odd names in a bare list', async () => {
    const body = [
      {
        'Job Ref': 'A-1',
        'Position Title': 'Study',
        Organisation: 'Lakeside',
        'Closing Date': '2026-12-01',
        Link: 'https://a.example/1',
        Skills: 'SQL, R',
        Weeks: 3,
      },
      {
        'Job Ref': 'A-2',
        'Position Title': 'Map',
        Organisation: 'Harbor',
        'Closing Date': '2026-12-02',
        Link: 'https://a.example/2',
        Skills: 'Figma',
        Weeks: 2,
      },
    ];
    const { source, by } = await roundTrip(body);
    expect(by).to.equal('inferred');
    expect(source.list).to.deep.equal({ items: '$' });
    expect(source.fields).to.deep.include({
      title: "$['Position Title']",
      'employer.name': '$.Organisation',
      url: '$.Link',
      applyBy: "$['Closing Date']",
      skills: { path: '$.Skills', as: 'split' },
      durationDays: { path: '$.Weeks', as: 'duration', unit: 'weeks' },
    });
  });

  it('finds records, pages and the total in nested envelopes', async () => {
    const body = {
      status: 'ok',
      result: {
        meta: { total: 45, page: 1 },
        openings: [
          {
            uuid: 'x',
            role: { name: 'Study' },
            company: { name: 'Lakeside' },
            body: '&lt;p&gt;Compare.&lt;/p&gt;',
            remote: true,
          },
        ],
      },
    };
    const { source, notes } = await roundTrip(body, { url });
    expect(source).to.deep.include({ url: 'https://jobs.example.edu/v2/openings', mode: 'client' });
    expect(source.list).to.deep.equal({
      items: '$.result.openings',
      total: '$.result.meta.total',
      pageSize: 2,
      query: { page: '{page}', per_page: '{limit}', topic: 'design' },
    });
    expect(source.fields).to.deep.include({
      id: '$.uuid',
      title: '$.role.name',
      descriptionHtml: { path: '$.body', as: 'unescape' },
      workMode: { path: '$.remote', map: { true: 'remote' } },
    });
    expect(notes.join()).to.include('"title" is read from $.role.name: is it that?');
  });

  it('follows addresses of next pages, in the body and in headers', async () => {
    const jobs = [{ id: 1, title: 'Study', employer: 'Lakeside' }];
    const bare = new URL('https://jobs.example.edu/jobs');
    const links = { href: 'https://jobs.example.edu/jobs?after=1' };
    expect(
      (await roundTrip({ jobs, links: { next: links } }, { url: bare })).source.list?.next,
    ).to.equal('$.links.next.href');
    const headers = new Headers({
      Link: '<https://jobs.example.edu/jobs?page=2>; rel="next"',
      'X-Total-Count': '9',
    });
    const { source } = await roundTrip(jobs, { url: bare, headers });
    expect(source.list).to.deep.include({
      next: { header: 'Link' },
      total: { header: 'X-Total-Count' },
    });
    const { source: cursor, notes } = await roundTrip({ jobs, next_cursor: 'abc' }, { url: bare });
    expect(cursor.list).to.deep.include({ next: '$.next_cursor', query: { cursor: '{cursor}' } });
    expect(notes.join()).to.include('is a guess');
    const { source: echo } = await roundTrip({ jobs, offset: 0, total: 30 }, { url: bare });
    expect(echo.list).to.deep.include({
      query: { offset: '{offset}' },
      pageSize: 1,
      total: '$.total',
    });
  });

  it('reads tables by the preset where its names are used, and by their own names otherwise', async () => {
    const { by, source } = await roundTrip('Title,Company,Apply by\nStudy,Lakeside,2026-12-01\n', {
      file: 'a.csv',
    });
    expect(by).to.equal('csv');
    expect(source).to.deep.equal({ url: 'a.csv', preset: 'csv' });
    const { source: odd } = await roundTrip(
      'Aufgabe;Firma;Frist\nStudie;Lakeside;1.12.2026\nKarte;Harbor;2.12.2026\n',
      { file: 'b.csv' },
    );
    expect(odd.url).to.equal('b.csv');
    expect(odd.fields).to.have.property('title');
  });

  it('knows feeds and JSON:API', async () => {
    const rss = `<rss version="2.0"><channel><title>Lakeside jobs</title><link>https://a.example/</link>
      <item><title>Study</title><link>https://a.example/1</link><guid>1</guid><pubDate>Tue, 01 Dec 2026 09:00:00 GMT</pubDate><description>Compare.</description></item>
      <item><title>Map</title><link>https://a.example/2</link><guid>2</guid></item></channel></rss>`;
    expect((await roundTrip(rss, { url: new URL('https://a.example/feed') })).by).to.equal('rss');
    const { source } = await roundTrip(
      {
        data: [
          {
            type: 'jobs',
            id: '7',
            attributes: { title: 'Study', 'closing-date': '2026-12-01', employer: 'Lakeside' },
          },
        ],
        links: { next: 'https://a.example/jobs?page=2' },
      },
      { url: new URL('https://a.example/jobs') },
    );
    expect(source.fields).to.deep.include({
      id: '$.id',
      title: '$.attributes.title',
      applyBy: "$.attributes['closing-date']",
    });
    expect(source.list?.next).to.equal('$.links.next');
  });

  it('is a preset for an API that is known', async () => {
    const greenhouse = {
      jobs: [
        {
          id: 1,
          title: 'Study',
          company_name: 'Lakeside',
          absolute_url: 'https://boards.greenhouse.io/lakeside/jobs/1',
          updated_at: '2026-11-01T10:00:00Z',
          location: { name: 'Chicago' },
        },
      ],
    };
    const { config } = await roundTrip(greenhouse);
    expect(config).to.deep.equal({
      version: 1,
      api: { preset: 'greenhouse', url: 'https://boards-api.greenhouse.io/v1/boards/lakeside' },
    });
    const lever = [
      {
        id: 'u',
        text: 'Study',
        hostedUrl: 'https://jobs.lever.co/lakeside/u',
        categories: { location: 'Chicago' },
      },
    ];
    const { source, notes } = await roundTrip(lever);
    expect(source).to.deep.include({
      preset: 'lever',
      url: 'https://api.lever.co/v0/postings/lakeside',
    });
    expect(notes).not.to.be.empty;
  });

  it('makes an id, an employer and a title where no name speaks of them, and says so', async () => {
    const body = {
      name: 'Lakeside Analytics',
      things: [
        { what: 'Compare prices', when: '2026-12-01' },
        { what: 'Map the campus', when: '2026-12-02' },
        { when: '' },
      ],
    };
    const { source, notes, config } = await roundTrip(body);
    expect(source.fields).to.deep.include({
      title: '$.what',
      'employer.name': ['^.name', { const: 'The employer' }],
    });
    expect(source.list?.drop).to.deep.equal(['!@.what']);
    expect(config['$comment']).to.deep.equal(notes);
    expect(notes.join()).to.match(
      /No name speaks of a title.*No member is an id.*1 of 3 records have no title/s,
    );
  });

  it('finds records that stand in an object by their names', async () => {
    const study = { title: 'Study', employer: 'Lakeside', tags: { remote: true } };
    const { source } = await roundTrip({ a1: study, b2: { ...study, title: 'Survey' } });
    expect(source.list).to.deep.equal({ items: '$', keyed: 'id' });
    expect(source.fields).to.deep.include({ id: '$.id', title: '$.title' });
  });

  it('takes names that only speak of a field, and asks', async () => {
    const { source, notes } = await roundTrip([
      {
        x_openingid: 'a',
        x_title: 'Study',
        canonicalPositionUrl: 'https://a.example/1',
        t_create: 1785920400,
      },
      {
        x_openingid: 'b',
        x_title: 'Survey',
        canonicalPositionUrl: 'https://a.example/2',
        t_create: 1785920500,
      },
    ]);
    expect(source.fields).to.deep.include({
      id: '$.x_openingid',
      title: '$.x_title',
      url: '$.canonicalPositionUrl',
      postedAt: '$.t_create',
    });
    expect(notes.join()).to.include('"id" is read from $.x_openingid: is it that?');
  });

  it('knows a record by its own address, not by that of its employer', async () => {
    const links = (at: string) => ({ _links: { self: { href: `https://a.example/${at}` } } });
    const { source } = await roundTrip([
      { employer: { name: 'Lakeside', ...links('e/1') }, title: 'Study', ...links('1') },
      { employer: { name: 'Lakeside', ...links('e/1') }, title: 'Survey', ...links('2') },
    ]);
    expect(source.fields?.['id']).to.deep.equal({ path: '$._links.self.href', as: 'slug' });
  });

  it('takes a document of rich text for one value', async () => {
    const text = { nodeType: 'document', content: [{ nodeType: 'paragraph', content: [] }] };
    const { source } = await roundTrip([
      { id: 1, title: 'Study', company: 'L', description: text },
    ]);
    expect(source.fields?.['descriptionHtml']).to.deep.equal({
      path: '$.description',
      as: 'blocks',
    });
  });

  it('says what an API says that gives no list', async () => {
    const text = '{"data":null,"errors":[{"message":"No field jobz"}]}';
    expect(String(await rejection(draft({ text, file: 'a.json' })))).to.include(
      'It says: No field jobz',
    );
  });

  it('writes no key down', async () => {
    const { config, notes } = await roundTrip([{ id: 1, title: 'Study', company: 'Lakeside' }], {
      url: new URL('https://jobs.example.edu/jobs?api_key=open-sesame&limit=5'),
    });
    expect(JSON.stringify(config)).not.to.include('open-sesame');
    expect(notes.join()).to.include('The parameter "api_key" is left out');
  });

  it('is not made of what has no listings', async () => {
    for (const body of ['{"ok":false,"error":"not found"}', '{"jobs":[]}', '[]', '{'])
      expect(await rejection(draft({ text: body, file: 'a.json' })), body).to.have.property(
        'name',
        'DraftError',
      );
    const page =
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed/"><p>Jobs</p>';
    const error = await rejection(
      draft({ text: page, url: new URL('https://www.example.edu/jobs') }),
    );
    expect(String(error)).to.include('https://www.example.edu/feed/');
  });
});

describe('a first config for an address', () => {
  const serve = async (run: (base: string) => Promise<void>) => {
    const server = createServer((request, response) => {
      if (request.headers.authorization !== 'Bearer sesame') response.statusCode = 401;
      response.setHeader('X-Total-Count', '1');
      response.end('[{"id":1,"title":"Study","company":"Lakeside"}]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  it('is made of what it answers, with its headers', () =>
    serve(async (base) => {
      const { config } = await init(`${base}/jobs`, { token: 'sesame' });
      expect(config['api']).to.deep.include({
        url: `${base}/jobs`,
        list: { total: { header: 'X-Total-Count' }, items: '$' },
      });
      expect(JSON.stringify(config)).not.to.include('sesame');
      expect(String(await rejection(init(`${base}/jobs`)))).to.include(
        'answered 401. Does it need a --token?',
      );
    }));

  it('is none where nobody is', async () => {
    expect(String(await rejection(init('http://127.0.0.1:1/jobs')))).to.include(
      'cannot be reached',
    );
  });
});
