/** The presets for PostgREST and Supabase. */
import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import type { Query } from '../../src/domain/query.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { rejection } from '../support/fake-network.ts';
import { closed, opened, postgrest, url } from './apis/postgrest.ts';
import { jsonIn } from './support/documented.ts';
import { stored } from './support/documents.ts';
import { onRealResponses } from './support/fixtures.ts';
import { presetSuite } from './support/preset-suite.ts';

/** What the table of the guide has columns for. */
function held(project: Project): Project | undefined {
  const known = stored(project);
  if (!known) return undefined;
  const { employer, locations, postedAt, reportable: _none, ...rest } = known;
  return {
    ...rest,
    employer: { name: employer.name },
    ...(postedAt !== undefined && { postedAt: postedAt.replace('Z', '+00:00') }),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    status: 'open',
    application: { mode: 'redirect' },
  };
}

const { api: documented } = jsonIn('docs/presets/postgrest.md', '"facets"') as {
  readonly api: SourceDefinition;
};

const limits = {
  knows: held,
  sorts: ['newest', 'deadline', 'pay', 'shortest'],
  facets: false,
  words: 'theirs',
  featuredFirst: false,
  applications: false,
  reports: false,
} as const;

const supabase = 'https://abcdefghij.supabase.co/rest/v1';
const key = 'sb_publishable_4kQ';

describe('Tables of PostgreSQL', () => {
  before(function () {
    this.timeout(120_000);
    return opened();
  });
  after(closed);

  presetSuite({
    preset: 'postgrest',
    url,
    api: (projects) => postgrest(projects),
    config: documented,
    limits,
  });

  presetSuite({
    preset: 'supabase',
    url: supabase,
    api: (projects) => postgrest(projects, supabase, key),
    config: { publicKey: key },
    limits,
  });

  describe('The preset postgrest', () => {
    const project = (id: string, more: Partial<Project> = {}): Project => ({
      id,
      title: `Project ${id}`,
      employer: { name: 'Lakeside Analytics' },
      ...more,
    });
    const open = (projects: readonly Project[], config: object = documented) => {
      const api = postgrest(projects);
      const { fetch } = api;
      const clock = { sleep: () => Promise.resolve() };
      return {
        ...api,
        source: openSource({ preset: 'postgrest', url, ...config }, { fetch, clock }),
      };
    };
    const page = { limit: 20 };

    it('writes values so that nothing in them is read as syntax', async () => {
      const odd = ['a,b', 'it’s "quoted"', 'back\\slash', '(x)', 'a.b:c*'];
      const { source } = open(
        odd.map((word, index) => project(String(index), { category: word, skills: [word] })),
      );
      for (const [index, word] of odd.entries()) {
        for (const query of [{ category: [word] }, { skill: [word] }, { q: word }]) {
          // Of patterns, a backslash has a meaning of its own.
          if ('q' in query && word.includes('\\')) continue;
          const { projects } = await source.list(query, page);
          expect(
            projects.map(({ id }) => id),
            JSON.stringify(query),
          ).to.deep.equal([String(index)]);
        }
      }
      expect((await source.list({ category: odd }, page)).total).to.equal(odd.length);
    });

    it('has the choices of its filters from a view', async () => {
      const { source } = open([
        project('1', { category: 'Design', skills: ['figma', 'sql'] }),
        project('2', { category: 'Data', skills: ['sql'], industry: 'Health' }),
        project('3', { category: 'Law', status: 'closed' }),
      ]);
      const { facets } = await source.list({}, page);
      expect(facets).to.deep.equal({
        category: [{ value: 'Data' }, { value: 'Design' }],
        industry: [{ value: 'Health' }],
        skill: [{ value: 'sql' }, { value: 'figma' }],
        currency: [{ value: 'USD' }],
      });
    });

    it('shows no row that a policy keeps back, by any address', async () => {
      const { source } = open([project('1'), project('2', { status: 'draft' })]);
      expect((await source.list({}, page)).total).to.equal(1);
      expect(await rejection(source.detail('2'))).to.include({ status: 404 });
    });

    it('asks without a filter that is taken away, and does not offer it', async () => {
      const { source, requests } = open([project('1')], {
        list: { query: { hours_max: null, or: null } },
      });
      const { offers } = await source.list({ hoursMax: 5, q: 'x', paid: true }, page);
      expect(offers?.filters).to.not.include.members(['hoursMax', 'q', 'classYear']);
      const { searchParams } = new URL(requests[0]!.url);
      expect([...searchParams.keys()]).to.deep.equal(['pay_kind', 'order', 'limit', 'offset']);
    });

    it('says what the database complains of', async () => {
      const { source } = open([project('1')], { params: { table: 'nothing' } });
      expect(await rejection(source.list({}, page))).to.include({ kind: 'http', status: 404 });
      const wrong = open([project('1')], { list: { query: { extent: 'lte.{hoursMax}' } } });
      const error = await rejection(wrong.source.list({ hoursMax: 5 }, page));
      expect(error).to.include({ kind: 'http', status: 400 });
    });

    it('forgives typing errors by the function of the guide', async () => {
      const { api: atScale } = jsonIn('docs/guides/scale.md', '/rpc/find_projects') as {
        readonly api: SourceDefinition;
      };
      const { source, requests } = open(
        [
          project('1', { title: 'Competitor pricing study', category: 'Marketing' }),
          project('2', { title: 'Newsletter', summary: 'For volunteers' }),
        ],
        { ...atScale, url },
      );
      const found = async (query: Query) =>
        (await source.list(query, page)).projects.map(({ id }) => id);
      expect(await found({ q: 'prcing study' })).to.deep.equal(['1']);
      expect(await found({ q: 'VOLUNTERS' })).to.deep.equal(['2']);
      expect(await found({ q: 'zeppelin' })).to.deep.equal([]);
      expect(await found({ category: ['Marketing'] })).to.deep.equal(['1']);
      expect(await found({ classYear: ['junior'], sort: 'deadline' })).to.have.length(2);
      expect(requests[0]!.headers.get('Prefer')).to.equal('count=estimated');
    });

    it('has a total only where it was counted', async () => {
      const { source } = open([project('1'), project('2')], { headers: { Prefer: null } });
      expect((await source.list({}, { limit: 1 })).total).to.equal(null);
    });
  });

  describe('The preset supabase', () => {
    it('takes a key that is made to be seen, and refuses one that is not', async () => {
      const { fetch } = postgrest([], supabase, key);
      const open = (publicKey: string) =>
        openSource({ preset: 'supabase', url: supabase, publicKey }, { fetch });
      expect((await open(key).list({}, { limit: 5 })).total).to.equal(0);
      const claims = btoa('{"role":"service_role"}').replace(/=+$/, '');
      expect(() => open(`eyJhbGciOiJIUzI1NiJ9.${claims}.c2lnbmF0dXJl`)).to.throw('secret');
    });
  });
});

onRealResponses('PostgREST', ['postgrest.http.txt'], (read) => {
  it('counts as the documentation of PostgREST shows it', async () => {
    const [, head = '', body = ''] = /^HTTP\/1.1 206.*?\n(.*?)\n\n(.*)$/ms.exec(
      read('postgrest.http.txt'),
    )!;
    const headers = head.split('\n').map((line) => line.split(': ', 2) as [string, string]);
    const source = openSource(
      {
        preset: 'postgrest',
        url,
        fields: { id: '$.first_name', title: '$.age', 'employer.name': { const: 'Somebody' } },
      },
      { fetch: () => Promise.resolve(new Response(body, { status: 206, headers })) },
    );
    const { projects, total } = await source.list({}, { limit: 2 });
    expect(total).to.equal(3_573_458);
    expect(projects.map(({ id, title }) => [id, title])).to.deep.equal([
      ['John', '30'],
      ['Jane', '20'],
    ]);
  });
});
