import { expect } from 'chai';
import fc from 'fast-check';
import type { FacetValue } from '../../demo/server/projects/facets.ts';
import { searchTexts, wordsOf } from '../../demo/server/projects/search-words.ts';
import { generateProjects } from '../../demo/server/seed/generate.ts';
import { availabilityOf } from '../../src/domain/project-rules.ts';
import type { Project } from '../../src/domain/project.ts';
import { queryToParams, SORTS, type Query } from '../../src/domain/query.ts';
import { countFacets, findProjects } from '../../src/source/project-list.ts';
import type { Client, ProblemBody } from './support/client.ts';
import { appOn, NOW, onEachDatabase } from './support/servers.ts';

const projects = generateProjects(NOW);
const open = projects.filter((project) => availabilityOf(project, NOW) === 'open');

const valuesOf = (pick: (project: Project) => readonly (string | undefined)[]): string[] =>
  [...new Set(open.flatMap(pick))].filter((value) => value !== undefined).sort();

const some = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: 3 });
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const day = fc.integer({ min: 0, max: 45 }).map((days) => {
  return new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
});

/** Words that English stemming leaves alone, so that plain comparison can tell what they find. */
const WORDS = ['gridleaf', 'penny', 'halyard', 'chicago', 'figma', 'canva', 'sql', 'verdant spo'];

const queries: fc.Arbitrary<Query> = fc
  .record({
    q: rarely(fc.constantFrom(...WORDS)),
    category: rarely(some(valuesOf(({ category }) => [category]))),
    industry: rarely(some(valuesOf(({ industry }) => [industry]))),
    skill: rarely(some(valuesOf(({ skills }) => skills ?? []))),
    workMode: rarely(some(['remote', 'hybrid', 'onsite'])),
    location: rarely(
      some(valuesOf(({ locations }) => locations?.map(({ display }) => display) ?? [])),
    ),
    payMin: rarely(fc.integer({ min: 1, max: 1200 })),
    hoursMax: rarely(fc.integer({ min: 5, max: 45 })),
    durationDaysMax: rarely(fc.integer({ min: 5, max: 30 })),
    applyByFrom: rarely(day),
    applyByTo: rarely(day),
    classYear: rarely(some(['freshman', 'junior', 'graduate'])),
    workAuthorization: rarely(fc.constantFrom('required', 'not_required')),
    paid: rarely(fc.constant(true)),
    featured: rarely(fc.constant(true)),
    sort: rarely(fc.constantFrom(...SORTS)),
    currency: fc.constantFrom('USD', 'EUR', 'GBP', 'CAD'),
  })
  .map(({ currency, ...query }) => {
    const wanted = query.payMin === undefined ? query : { ...query, currency };
    return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  });

function containsWords(project: Project, q: string): boolean {
  const tokens = new Set(wordsOf(searchTexts(project).join(' ')));
  const words = wordsOf(q);
  const last = words.pop() ?? '';
  return (
    words.every((word) => tokens.has(word)) && [...tokens].some((each) => each.startsWith(last))
  );
}

/** What a query finds, worked out without any SQL. */
function expectedIds({ q, ...query }: Query): string[] {
  const found = findProjects(projects, query, NOW);
  return (q === undefined ? found : found.filter((each) => containsWords(each, q))).map(
    ({ id }) => id,
  );
}

const byRelevance = ({ q, sort }: Query) =>
  q !== undefined && (sort === undefined || sort === 'relevance');

async function walk(api: Client, query: Query, limit: number): Promise<string[]> {
  const params = queryToParams(query);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const suffix: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page = await api.list(`${params}&limit=${limit}${suffix}`);
    expect(page.items.length).to.be.at.most(limit);
    expect('facets' in page).to.equal(cursor === null);
    if (page.nextCursor !== null) expect(page.items).to.have.length(limit);
    ids.push(...page.items.map((item) => item.id));
    expect(page.total).to.be.at.least(ids.length);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

onEachDatabase('paging', (subject) => {
  it('walks every page of any query, each match once and in order', async function () {
    this.timeout(120_000);
    const { api } = subject();
    await fc.assert(
      fc.asyncProperty(queries, fc.integer({ min: 1, max: 100 }), async (query, limit) => {
        const ids = await walk(api, query, Math.max(limit, 3));
        const expected = expectedIds(query);
        if (byRelevance(query)) {
          expect([...ids].sort()).to.deep.equal([...expected].sort());
          expect(ids).to.deep.equal(await walk(api, query, 100));
        } else {
          expect(ids).to.deep.equal(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('counts the facets of any query as if each choice had been made', async () => {
    const { api } = subject();
    await fc.assert(
      fc.asyncProperty(queries, async ({ q: _q, ...query }) => {
        const { facets } = await api.list(`${queryToParams(query)}&limit=1`);
        const plain = Object.entries<readonly FacetValue[]>(facets ?? {}).map(([name, values]) => [
          name,
          values.map(({ value, count }) => ({ value, count })),
        ]);
        expect(Object.fromEntries(plain)).to.deep.equal(countFacets(projects, query, NOW));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on with another limit', async () => {
    const { api } = subject();
    const all = await api.ids('sort=deadline');
    const { nextCursor } = await api.list('sort=deadline&limit=7');
    const page = await api.list(`sort=deadline&limit=11&cursor=${String(nextCursor)}`);
    expect(page.items.map(({ id }) => id)).to.deep.equal(all.slice(7, 18));
  });

  it('says 20 where nothing is said', async () => {
    const { api } = subject();
    const { nextCursor } = await api.list();
    expect((await api.list(`cursor=${String(nextCursor)}`)).items).to.have.length(20);
  });

  describe('refuses a cursor', () => {
    const refused = async (query: string, client?: Client) => {
      const reply = await (client ?? subject().api).send<ProblemBody>(`/projects?${query}`);
      expect(reply.status, query).to.equal(400);
      expect(reply.body.parameter).to.equal('cursor');
    };
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

    it('of other filters or another sort', async () => {
      const { nextCursor } = await subject().api.list('category=Design&limit=2');
      await refused(`category=Research&limit=2&cursor=${String(nextCursor)}`);
      await refused(`category=Design&limit=2&sort=newest&cursor=${String(nextCursor)}`);
    });

    it('that is made up', async () => {
      for (const cursor of ['x', 'null', '%00', encode(null), encode([]), encode({ id: 1 })])
        await refused(`cursor=${cursor}`);
    });

    it('that was tampered with', async () => {
      const { nextCursor } = await subject().api.list('limit=2');
      const parts = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString()) as unknown[];
      for (const [index, value] of [
        [2, 7],
        [2, 'a\0'],
        [3, "1' or true --"],
        [3, 'NaN'],
        [4, 1],
      ] as const)
        await refused(`limit=2&cursor=${encode(parts.with(index, value))}`);
      await refused(`limit=2&cursor=${encode(parts.slice(0, -1))}`);
    });

    it('after a day', async () => {
      const { api, database } = subject();
      const { nextCursor } = await api.list('limit=2');
      const hour = 3_600_000;
      const later = await appOn(database, { now: () => NOW + 23 * hour });
      expect((await later.list(`limit=2&cursor=${String(nextCursor)}`)).items).to.have.length(2);
      const tomorrow = await appOn(database, { now: () => NOW + 25 * hour });
      await refused(`limit=2&cursor=${String(nextCursor)}`, tomorrow);
    });
  });
});
