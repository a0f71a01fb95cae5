import { expect } from 'chai';
import { ConfigError } from '../../../src/source/config-error.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { rejection } from '../../support/fake-network.ts';
import { foreignApi, idsOf, job, openForeign, type Respond } from '../../support/foreign-source.ts';

const detail = { path: '/{id}' };
const page = { limit: 5 };

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error = await rejection(promise);
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

describe('an API that searches itself', () => {
  const list = {
    path: '/jobs',
    query: {
      q: '{q}',
      'cat[]': '{category}',
      filter: {
        join: ['pay >= {payMin}', { each: 'skill', as: 'skill = {value|quoted}', by: ' OR ' }],
        by: ' AND ',
      },
      remote: { of: '{workMode}', map: { remote: 1, onsite: 0 } },
      order: '{sort.by}',
      dir: '{sort.dir}',
    },
    sorts: { newest: { by: 'created', dir: 'desc' }, pay: { by: 'pay', dir: 'desc' } },
  };
  const open = (more: object = {}) =>
    openForeign({ list: { ...list, ...more }, detail }, { '*': [job(1)] });

  it('is asked what a student asks, in its own words', async () => {
    const { source, urls } = open();
    await source.list(
      {
        q: 'data & design',
        category: ['A', 'B'],
        skill: ['a"b', 'c'],
        payMin: 100,
        currency: 'USD',
        workMode: ['remote', 'hybrid'],
        sort: 'pay',
      },
      page,
    );
    const { pathname, searchParams } = new URL(urls()[0]!);
    expect(pathname).to.equal('/v1/jobs');
    expect([...searchParams]).to.deep.equal([
      ['q', 'data & design'],
      ['cat[]', 'A'],
      ['cat[]', 'B'],
      ['filter', 'pay >= 100 AND skill = "a\\"b" OR skill = "c"'],
      ['remote', '1'],
      ['order', 'pay'],
      ['dir', 'desc'],
    ]);
  });

  it('is asked for the newest, or for the best match of words, when nobody says an order', async () => {
    const { source, urls } = open();
    await source.list({}, page);
    await source.list({ q: 'a' }, page);
    expect(urls()).to.deep.equal([
      `${foreignApi}/jobs?order=created&dir=desc`,
      `${foreignApi}/jobs?q=a`,
    ]);
  });

  it('offers the filters that its request has, and the orders that it has words for', async () => {
    const { offers } = await open().source.list({}, page);
    expect(offers).to.deep.equal({
      filters: ['q', 'category', 'skill', 'workMode', 'payMin'],
      sorts: ['newest', 'pay'],
    });
    const { offers: none } = await open({ query: {} }).source.list({}, page);
    expect(none).to.deep.equal({ filters: [], sorts: [] });
  });

  it('refuses what the native API refuses', async () => {
    const { source, calls } = open();
    for (const limit of [0, 101, 1.5, NaN])
      expect((await failure(source.list({}, { limit }))).status).to.equal(400);
    expect((await failure(source.list({ payMin: 5 }, page))).status).to.equal(400);
    expect(calls).to.have.length(0);
  });

  it('says which variable nothing fills', () => {
    expect(() => open({ query: { search: '{serch}' } })).to.throw(
      ConfigError,
      '"list" uses {serch}, which nothing fills.',
    );
    expect(() => openForeign({ list: {}, detail: { path: '/{slug}' } }, {})).to.throw(
      ConfigError,
      '"detail" uses {slug}, which nothing fills. There are id, ',
    );
  });

  it('needs a request for one project', () => {
    expect(() => openForeign({ list: {} }, {})).to.throw(
      ConfigError,
      '"api.detail" is missing: in mode "server" a link to one project needs a request for it.',
    );
  });
});

describe('the choices of filters', () => {
  const facetsOf = async (facets: object, body: object, others: object = {}) => {
    const opened = openForeign(
      { list: { items: '$.jobs', facets }, detail },
      { '': { jobs: [job(1)], ...body }, ...others },
    );
    return { ...opened, ...(await opened.source.list({}, page)) };
  };

  it('are read from the list’s response, as counts by value', async () => {
    const { facets } = await facetsOf(
      { category: { items: '$.facets.category' }, skill: { items: '$.facets.skill' } },
      { facets: { category: { Design: 4, 'R & D': '2', '': 1 }, skill: {} } },
    );
    expect(facets).to.deep.equal({
      category: [
        { value: 'Design', count: 4 },
        { value: 'R & D', count: 2 },
      ],
    });
  });

  it('are read from it as lists, each once', async () => {
    const { facets } = await facetsOf(
      {
        category: { items: '$.a', value: '$.id', label: '$.name', count: '$.n' },
        skill: { items: '$.b' },
        location: { items: ["$.c[?@.field=='place']", '$.counts'], value: '$.value' },
      },
      {
        a: [{ id: 7, name: 'Design', n: '4' }, { id: 8 }, { name: 'none' }],
        b: ['SQL', 'R', 'SQL', null],
        c: [
          { field: 'pay', counts: [{ value: 1 }] },
          { field: 'place', counts: [{ value: 'X' }] },
        ],
      },
    );
    expect(facets).to.deep.equal({
      category: [{ value: '7', label: 'Design', count: 4 }, { value: '8' }],
      skill: [{ value: 'SQL' }, { value: 'R' }],
      location: [{ value: 'X' }],
    });
  });

  it('are fixed', async () => {
    const { facets } = await facetsOf(
      { workMode: { values: ['remote', { value: 'onsite', label: 'On site' }] } },
      {},
    );
    expect(facets).to.deep.equal({
      workMode: [{ value: 'remote' }, { value: 'onsite', label: 'On site' }],
    });
  });

  it('come from a request of their own, once for all lists', async () => {
    const terms = [{ id: 12, name: 'Marketing' }];
    const category = { path: '/terms', value: '$.id', label: '$.name' };
    const { facets, source, calls } = await facetsOf({ category }, {}, { '/terms': terms });
    const known = { category: [{ value: '12', label: 'Marketing' }] };
    expect(facets).to.deep.equal(known);
    expect((await source.list({ q: 'x' }, page)).facets).to.deep.equal(known);
    expect(calls.filter(({ url }) => url.endsWith('/terms'))).to.have.length(1);
    await source.list({}, page, { reload: true });
    expect(calls.filter(({ url }) => url.endsWith('/terms'))).to.have.length(2);
  });

  it('are left out when they cannot be had, which the developer is told', async () => {
    const { facets, projects, warnings } = await facetsOf(
      { category: { path: '/terms' }, skill: { items: '$.nothing' } },
      {},
    );
    expect(facets).to.deep.equal({});
    expect(projects).to.have.length(1);
    expect(warnings.join()).to.contain('"list.facets.category": ').and.to.contain('404');
  });

  it('are asked for again after they could not be had', async () => {
    const terms: Respond = ({ index }) => (index > 1 ? ['A'] : new Response(null, { status: 404 }));
    const { source } = await facetsOf({ category: { path: '/terms' } }, {}, { '/terms': terms });
    expect((await source.list({}, page)).facets).to.deep.equal({ category: [{ value: 'A' }] });
  });

  it('are not narrowed by what is chosen among them', async () => {
    const facet = { items: '$.facet', value: '$' };
    const answer: Respond = ({ params }) => ({
      jobs: [job(1)],
      facet: [params.toString()],
      skills: ['SQL'],
    });
    const { source, urls } = openForeign(
      {
        list: {
          query: { c: '{category}', s: '{skill}', pay: '{payMin}', in: '{currency}', n: '{limit}' },
          items: '$.jobs',
          facets: { category: facet, skill: { items: '$.skills', value: '$' }, currency: facet },
        },
        detail,
      },
      { '': answer },
    );
    const query = { category: ['A', 'B'], payMin: 5, currency: 'USD' };
    const { facets } = await source.list(query, page);
    expect(facets).to.deep.equal({
      category: [{ value: 'pay=5&in=USD&n=100' }],
      skill: [{ value: 'SQL' }],
      currency: [{ value: 'c=A&c=B&n=100' }],
    });
    expect(urls()).to.have.length(3);
    await source.list({ q: 'words that it does not search' }, page);
    expect(urls()).to.have.length(4);
  });

  it('leave whoever gives up, without a word', async () => {
    const { source, warnings } = openForeign(
      { list: { facets: { category: { path: '/terms' } } }, detail },
      { '': [job(1)], '/terms': () => new Promise(() => undefined) },
    );
    const controller = new AbortController();
    const given = rejection(source.list({}, page, { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect(await given).to.have.property('name', 'AbortError');
    expect(warnings).to.deep.equal([]);
  });

  it('are those of the first page alone', async () => {
    const { source } = openForeign(
      { list: { query: { p: '{page}' }, facets: { skill: { values: ['SQL'] } } }, detail },
      { '': [job(1), job(2)] },
    );
    const { nextCursor, facets } = await source.list({}, { limit: 1 });
    expect(facets).to.have.property('skill');
    expect((await source.list({}, { limit: 1, cursor: nextCursor! })).facets).to.deep.equal({});
  });
});

describe('one project', () => {
  const fields = {
    id: '$.id',
    title: '$.title',
    'employer.name': '$.company',
    'employer.about': '$.about',
    locations: '$.places',
    summary: '$.summary',
  };
  const listed = { id: 'a/1', title: 'Study', company: 'Lakeside', places: ['Chicago'] };
  const open = (answer: unknown, more: object = {}) =>
    openForeign(
      { list: { path: '/jobs', items: '$' }, detail: { path: '/jobs/{id}', ...more }, fields },
      { '/jobs': [listed], '/jobs/a%2F1': answer },
    );

  it('is asked for by its id, as one segment of the path', async () => {
    const { source, urls } = open(listed);
    const project = await source.detail('a/1');
    expect(project).to.deep.include({ id: 'a/1', title: 'Study' });
    expect(urls()).to.deep.equal([`${foreignApi}/jobs/a%2F1`]);
  });

  it('has what the list has said of it, where the answer says nothing else', async () => {
    const { source } = open(
      { job: { id: 'a/1', title: 'Study of prices', about: 'Since 1990.' } },
      {
        record: '$.job',
        fields: { summary: '^.note' },
      },
    );
    await source.list({}, page);
    expect(await source.detail('a/1')).to.deep.equal({
      id: 'a/1',
      title: 'Study of prices',
      employer: { name: 'Lakeside', about: 'Since 1990.' },
      locations: [{ display: 'Chicago' }],
    });
  });

  it('has our own names, and what the config says besides', async () => {
    const { source } = openForeign(
      { list: {}, detail: { path: '/{id}', fields: { summary: '$.teaser' } } },
      { '/1': job(1, { teaser: 'Short.', hours: { max: 20 } }) },
    );
    expect(await source.detail('1')).to.deep.include({
      title: 'Study 1',
      summary: 'Short.',
      hours: { max: 20 },
    });
  });

  it('keeps the id that it was asked for by', async () => {
    const { source } = open({ ...listed, id: 17 });
    expect((await source.detail('a/1')).id).to.equal('a/1');
  });

  it('need not say its id', async () => {
    const { source } = open({ title: 'Study', company: 'Lakeside' });
    expect((await source.detail('a/1')).id).to.equal('a/1');
  });

  it('is gone where the API answers with nothing', async () => {
    for (const [answer, record] of [
      [null, '$'],
      [[], '$'],
      [{ data: null }, '$.data'],
      [{ data: [] }, '$.data'],
      [{}, '$.data[0]'],
      [new Response(null, { status: 404 }), '$'],
    ] as const)
      expect(await failure(open(answer, { record }).source.detail('a/1'))).to.include({
        kind: 'http',
        status: 404,
      });
  });

  it('is malformed where it lacks what a project needs', async () => {
    const { source, warnings } = open({ id: 1 });
    const error = await failure(source.detail('a/1'));
    expect(error.kind).to.equal('malformed');
    expect(error.message).to.equal('"detail": the record has no usable title');
    expect(warnings).to.have.length(1);
  });

  it('has no id that leads to another path', async () => {
    const { source, calls } = openForeign({ list: {}, detail: { path: '/jobs/{id}' } }, {});
    for (const id of ['', '.', '..'])
      expect((await failure(source.detail(id))).status, id).to.equal(404);
    expect(calls).to.have.length(0);
    await failure(source.detail('../x?y#z'));
    expect(calls[0]!.url).to.equal(`${foreignApi}/jobs/..%2Fx%3Fy%23z`);
  });
});

describe('tables', () => {
  it('are found in the response, by keys of several parts', async () => {
    const body = {
      data: [
        {
          id: '1',
          attributes: { title: 'Study' },
          relationships: { company: { data: { type: 'companies', id: 5 } } },
        },
      ],
      included: [
        { type: 'cities', id: 5, attributes: { name: 'Chicago' } },
        { type: 'companies', id: 5, attributes: { name: 'Lakeside' } },
      ],
    };
    const { source } = openForeign(
      {
        list: { items: '$.data' },
        detail: { path: '/{id}', record: '$.data[0]' },
        tables: { included: { items: '$.included', key: '{$.type}/{$.id}' } },
        fields: {
          id: '$.id',
          title: '$.attributes.title',
          'employer.name': {
            path: '$.relationships.company.data',
            lookup: 'included',
            key: '{$.type}/{$.id}',
            take: '$.attributes.name',
          },
        },
      },
      { '*': body },
    );
    const { projects } = await source.list({}, page);
    expect(projects[0]?.employer).to.deep.equal({ name: 'Lakeside' });
    expect((await source.detail('1')).employer).to.deep.equal({ name: 'Lakeside' });
  });

  const withTerms = (terms: unknown, table: object = { path: '/terms', value: '$.name' }) =>
    openForeign(
      {
        list: { items: '$' },
        detail,
        tables: { terms: table },
        fields: {
          id: '$.id',
          title: '$.title',
          'employer.name': '$.employer.name',
          category: { path: '$.term', lookup: 'terms' },
        },
      },
      { '': [job(1, { term: 12 }), job(2, { term: '13' }), job(3)], '/terms': terms },
    );

  it('are fetched once', async () => {
    const { source, calls } = withTerms([
      { id: 12, name: 'Marketing' },
      { id: 12, name: 'of an equal key' },
      { name: 'of nothing' },
      { id: 13 },
    ]);
    for (let times = 0; times < 2; times++) {
      const { projects } = await source.list({}, page);
      expect(projects.map(({ category }) => category)).to.deep.equal([
        'Marketing',
        undefined,
        undefined,
      ]);
    }
    expect(calls.filter(({ url }) => url.endsWith('/terms'))).to.have.length(1);
  });

  it('are written in the config', async () => {
    const { source } = withTerms(null, { values: { 12: 'Marketing', 13: 'Design' } });
    const { projects } = await source.list({}, page);
    expect(projects.map(({ category }) => category)).to.deep.equal([
      'Marketing',
      'Design',
      undefined,
    ]);
  });

  it('fail with their request, and are asked for again', async () => {
    const terms: Respond = ({ index }) => (index > 1 ? [] : new Response(null, { status: 403 }));
    const { source } = withTerms(terms);
    expect((await failure(source.list({}, page))).status).to.equal(403);
    expect((await source.list({}, page)).projects).to.have.length(3);
  });

  it('leave whoever gives up, and go on for the others', async () => {
    let answer: ((response: Response) => void) | undefined;
    const { source } = withTerms(() => new Promise((resolve) => (answer = resolve)));
    const impatient = new AbortController();
    const given = rejection(source.list({}, page, { signal: impatient.signal }));
    const patient = source.list({}, page);
    await new Promise((resolve) => setTimeout(resolve, 5));
    impatient.abort();
    expect(await given).to.have.property('name', 'AbortError');
    answer!(Response.json([{ id: 12, name: 'Marketing' }]));
    expect((await patient).projects[0]?.category).to.equal('Marketing');
  });

  it('are named rightly', () => {
    expect(() =>
      openForeign(
        {
          detail,
          tables: { terms: { values: {} } },
          fields: { id: [{ path: '$.id', lookup: 'term' }] },
        },
        {},
      ),
    ).to.throw(
      ConfigError,
      '"lookup": "term" is no table. Did you mean "terms"? "tables" has terms.',
    );
  });
});

describe('a request to a foreign API', () => {
  const headers = { Authorization: 'Bearer {token}', 'X-Lang': '{locale}', 'X-Key': '{publicKey}' };

  it('has its headers, with a token that is asked for each time', async () => {
    let times = 0;
    const { source, calls } = openForeign(
      { headers, publicKey: 'search-only', list: {}, detail: { path: '/{id}' } },
      { '': [job(1)], '/1': job(1) },
      { token: () => Promise.resolve(`t${++times}`), locale: 'ar-EG' },
    );
    await source.list({}, page);
    await source.detail('1');
    expect(calls.map(({ init }) => init.headers)).to.deep.equal([
      { authorization: 'Bearer t1', 'x-lang': 'ar-EG', 'x-key': 'search-only' },
      { authorization: 'Bearer t2', 'x-lang': 'ar-EG', 'x-key': 'search-only' },
    ]);
  });

  it('is not sent when the page fails to give a token', async () => {
    const { source, calls } = openForeign(
      { headers, list: {}, detail },
      { '': [] },
      { token: () => Promise.reject(new Error('Signed out.')) },
    );
    const error = await failure(source.list({}, page));
    expect(error).to.include({ kind: 'http', status: 401 });
    expect(error.message).to.equal('The page gave no token: Signed out.');
    expect(calls).to.have.length(0);
  });

  it('leaves out the headers that it has no value for', async () => {
    const { source, calls } = openForeign({ headers, list: {}, detail }, { '': [] });
    await source.list({}, page);
    expect(calls[0]!.init.headers).to.deep.equal({ 'x-lang': 'en' });
  });

  it('asks in a language, for requests and paths alike', async () => {
    const fields = {
      id: '$.id',
      title: ["$.titles['{locale}']", '$.titles.{language}', '$.title'],
      'employer.name': '$.employer.name',
    };
    const titles = { ar: 'دراسة', 'pt-BR': 'Estudo' };
    for (const [locale, title] of [
      ['pt-BR', 'Estudo'],
      ['ar-EG', 'دراسة'],
      ['en', 'Study 1'],
      ["x'] ", 'Study 1'],
    ]) {
      const { source, urls } = openForeign(
        { list: { query: { lang: '{language}' } }, detail, fields },
        { '': { items: [job(1, { titles })] } },
        { locale },
      );
      expect((await source.list({}, page)).projects[0]?.title).to.equal(title);
      expect(urls()[0]).to.match(/\?lang=(pt|ar|en)$/);
    }
  });

  it('goes with the credentials and the patience of the config', async () => {
    const { source, calls } = openForeign({ credentials: 'include', list: {}, detail }, { '': [] });
    await source.list({}, page);
    expect(calls[0]!.init).to.include({ credentials: 'include', method: 'GET' });
    const slow = openForeign(
      { timeout: 10, list: {}, detail },
      {
        '': () => new Promise(() => undefined),
      },
    );
    expect((await failure(slow.source.list({}, page))).kind).to.equal('timeout');
  });

  it('is sent again after a failure that passes, and not after another', async () => {
    const busy: Respond = ({ index }) =>
      index < 2 ? new Response(null, { status: 503 }) : [job(1)];
    const again = openForeign({ list: {}, detail }, { '': busy });
    expect(idsOf(await again.source.list({}, page))).to.deep.equal(['1']);
    const refused = openForeign({ list: {}, detail }, { '': new Response(null, { status: 403 }) });
    expect(await failure(refused.source.list({}, page))).to.include({ kind: 'http', status: 403 });
    expect(refused.calls).to.have.length(1);
  });

  it('ends with the signal', async () => {
    const { source } = openForeign(
      { list: {}, detail },
      { '': () => new Promise(() => undefined) },
    );
    const controller = new AbortController();
    const given = rejection(source.list({}, page, { signal: controller.signal }));
    controller.abort();
    expect(await given).to.have.property('name', 'AbortError');
    expect(await rejection(source.detail('1', { signal: AbortSignal.abort() }))).to.have.property(
      'name',
      'AbortError',
    );
  });

  it('has a body where it is sent with POST', async () => {
    const { source, calls } = openForeign(
      {
        list: { method: 'POST', body: { query: '{q}', size: '{limit}' }, items: '$.hits' },
        detail,
      },
      { '': { hits: [job(1)] } },
    );
    await source.list({ q: 'x' }, page);
    expect(calls[0]!.init).to.deep.include({
      method: 'POST',
      body: '{"query":"x","size":100}',
      headers: { 'content-type': 'application/json' },
    });
  });
});

describe('addresses in records', () => {
  const withLogo = (definition: object, answers: Record<string, unknown>) =>
    openForeign({ mode: 'client', ...definition }, answers).source.list({}, page);
  const record = job(1, { url: 'one.html', employer: { name: 'Lakeside', logoUrl: '/logo.png' } });

  it('are relative to the address of the API', async () => {
    const { projects } = await withLogo({ list: { path: '/jobs' } }, { '/jobs': [record] });
    expect(projects[0]).to.have.property('url', `${foreignApi}/one.html`);
    expect(projects[0]?.employer.logoUrl).to.equal('https://api.example.edu/logo.png');
  });

  it('are relative to the file that they stand in', async () => {
    const url = 'https://www.example.edu/careers/jobs.json';
    const { projects } = await withLogo({ url }, { [url]: [record] });
    expect(projects[0]).to.have.property('url', 'https://www.example.edu/careers/one.html');
  });
});
