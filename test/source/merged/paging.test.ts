import { expect } from 'chai';
import fc from 'fast-check';
import type { Project } from '../../../src/domain/project.ts';
import { SORTS, type Query } from '../../../src/domain/query.ts';
import { findProjects } from '../../../src/source/project-list.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { MergedSource } from '../../../src/source/merged/merged-source.ts';

const now = Date.parse('2026-12-01T12:00:00Z');
const some = <Value>(...values: Value[]) => fc.constantFrom(...values);

/** Several sources; a project has a title and an employer of its own, unless `doubles` are wanted. */
const anyParts = (doubles: boolean): fc.Arbitrary<Project[][]> =>
  fc
    .array(
      fc.array(
        fc.record(
          {
            number: fc.nat(9),
            postedAt: some('2026-11-20T10:00:00Z', '2026-11-25', '2026-11-28'),
            applyBy: some('2026-12-05', '2026-12-20'),
            hours: some({ min: 10 }, { max: 20 }),
            pay: some(
              { kind: 'fixed' as const, max: 300, currency: 'USD' },
              { kind: 'unpaid' as const },
            ),
            featured: fc.boolean(),
            category: some('Design', 'Data'),
          },
          { requiredKeys: ['number'] },
        ),
        // Single digits, so that ids are in the same order as text.
        { maxLength: 10 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) =>
      parts.map((projects, part) =>
        projects.map(({ number, ...project }, index) => ({
          ...project,
          id: `${index}`,
          title: doubles ? `Study ${number}` : `Study ${part} of ${index}`,
          employer: { name: 'Lakeside' },
        })),
      ),
    );

const anyQuery: fc.Arbitrary<Query> = fc.record(
  { q: some('study', 'lake'), category: some(['Design']), sort: some(...SORTS) },
  { requiredKeys: [] },
);

const sourceOf = (parts: readonly (readonly Project[])[]) =>
  new MergedSource(
    parts.map((projects, index) => ({
      id: `p${index}`,
      source: new MemorySource(projects, { now: () => now }),
    })),
  );

/** All ids of a list, read in pages of these sizes, the last of which goes on. */
async function read(source: MergedSource, query: Query, sizes: readonly number[]) {
  const ids: string[] = [];
  const totals: (number | null)[] = [];
  let cursor: string | undefined;
  for (let index = 0; index < 100; index++) {
    const limit = sizes[Math.min(index, sizes.length - 1)]!;
    const page = await source.list(query, { limit, cursor });
    expect(page.projects.length).to.be.at.most(limit);
    ids.push(...page.projects.map(({ id }) => id));
    totals.push(page.total);
    if (page.nextCursor === null) return { ids, totals };
    expect(page.projects).to.have.length(limit);
    cursor = page.nextCursor;
  }
  throw new Error('It does not end.');
}

const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });

describe('a merged list', () => {
  it('has everything once, in an order that does not depend on the sizes of pages', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts(false), anyQuery, sizes, async (parts, query, each) => {
        const source = sourceOf(parts);
        const { ids } = await read(source, query, [100]);
        const found = parts.flatMap((projects, index) =>
          findProjects(projects, query, now).map(({ id }) => `p${index}:${id}`),
        );
        expect(ids).to.have.members(found);
        expect((await read(source, query, each)).ids).to.deep.equal(ids);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the order of each part', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts(false), anyQuery, async (parts, query) => {
        const { ids } = await read(sourceOf(parts), query, [7]);
        for (const [index, projects] of parts.entries()) {
          const own = ids.filter((id) => id.startsWith(`p${index}:`));
          const right = findProjects(projects, query, now).map(({ id }) => `p${index}:${id}`);
          expect(own).to.deep.equal(right);
        }
      }),
    );
  });

  it('is in the order of one source that has everything, whatever is sorted by', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts(false), some(...SORTS), async (parts, sort) => {
        const { ids } = await read(sourceOf(parts), { sort }, [5]);
        const all = parts.flatMap((projects, part) =>
          projects.map((project) => ({ ...project, id: `p${part}:${project.id}` })),
        );
        expect(ids).to.deep.equal(findProjects(all, { sort }, now).map(({ id }) => id));
      }),
    );
  });

  it('has no double of another part, nor loses both, in pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts(true), anyQuery, sizes, async (parts, query, each) => {
        const source = sourceOf(parts);
        const { ids, totals } = await read(source, query, each);
        expect((await read(source, query, [100])).ids).to.deep.equal(ids);
        const titleOf = (id: string) => {
          const [part = '', own = ''] = id.slice(1).split(':');
          return parts[Number(part)]![Number(own)]!.title;
        };
        const found = parts.flatMap((projects) => findProjects(projects, query, now));
        expect(new Set(ids.map(titleOf))).to.deep.equal(new Set(found.map(({ title }) => title)));
        const owners = new Map<string, string>();
        for (const id of ids) {
          const part = id.split(':')[0]!;
          expect(owners.get(titleOf(id)) ?? part, id).to.equal(part);
          owners.set(titleOf(id), part);
        }
        expect(totals.at(-1)).to.equal(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  it('goes on from a place in pages of two readers at one time', async () => {
    const parts = [0, 1].map((part) =>
      Array.from({ length: 30 }, (_, index) => ({
        id: `${index}`,
        title: `Study ${part} of ${index}`,
        employer: { name: 'Lakeside' },
      })),
    );
    const source = sourceOf(parts);
    const { nextCursor } = await source.list({}, { limit: 4 });
    const cursor = nextCursor!;
    const [short, long] = await Promise.all([
      source.list({}, { limit: 5, cursor }),
      source.list({}, { limit: 20, cursor }),
    ]);
    expect(long.projects.slice(0, 5)).to.deep.equal(short.projects);
    const { ids } = await read(sourceOf(parts), {}, [100]);
    expect(long.projects.map(({ id }) => id)).to.deep.equal(ids.slice(4, 24));
    // Also where the other has been at the end.
    await source.list({}, { limit: 100, cursor });
    expect((await source.list({}, { limit: 55, cursor })).nextCursor).to.be.a('string');
    expect((await source.list({}, { limit: 56, cursor })).nextCursor).to.equal(null);
  });
});
