import { expect } from 'chai';
import fc from 'fast-check';
import { readRoute, writeRoute, type Route } from '../../src/domain/route.ts';

describe('route', () => {
  it('reads the view, the query and the number of pages', () => {
    expect(
      readRoute('?fh-project=mkt-204&fh-apply=1&fh-q=pricing&fh-category=Design&fh-page=3', 'fh'),
    ).to.deep.equal({
      projectId: 'mkt-204',
      applying: true,
      query: { q: 'pricing', category: ['Design'] },
      pages: 3,
    });
  });

  it('shows the list, one page of it, where nothing is said', () => {
    expect(readRoute('', 'fh')).to.deep.equal({
      projectId: undefined,
      applying: false,
      query: {},
      pages: 1,
    });
  });

  it('takes no form without a project, and no number of pages that is none', () => {
    expect(readRoute('?fh-apply=1&fh-page=-2', 'fh')).to.include({ applying: false, pages: 1 });
    expect(readRoute('?fh-page=abc', 'fh').pages).to.equal(1);
    expect(readRoute('?fh-page=1000000', 'fh').pages).to.equal(50);
  });

  it('leaves the parameters of others as they are, to the letter and in order', () => {
    const route: Route = { projectId: 'a/b', query: {}, pages: 1 };
    expect(writeRoute('?flag&name=J%20D&fh-q=old&x=1;2&fhx-q=theirs', 'fh', route)).to.equal(
      'flag&name=J%20D&x=1;2&fhx-q=theirs&fh-project=a%2Fb',
    );
  });

  it('survives a query string that is not encoded as it should be', () => {
    expect(writeRoute('?%E0%A4%A', 'fh', { query: { q: 'a' }, pages: 1 })).to.equal(
      '%E0%A4%A&fh-q=a',
    );
  });

  it('gives two boards on a page parameters of their own', () => {
    const first = writeRoute('', 'a', { query: { q: 'one' }, pages: 2 });
    const both = writeRoute(first, 'b', { projectId: '7', query: {}, pages: 1 });
    expect(readRoute(both, 'a')).to.deep.include({ query: { q: 'one' }, pages: 2 });
    expect(readRoute(both, 'b').projectId).to.equal('7');
  });

  it('reads back whatever it wrote, beside any foreign parameters', () => {
    const route = fc.record({
      projectId: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      applying: fc.boolean(),
      query: fc.record(
        {
          q: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text),
          category: fc
            .uniqueArray(fc.stringMatching(/^[A-Za-z&+=% ]{0,9}[A-Za-z]$/), { minLength: 1 })
            .map((list) => [...new Set(list.map((each) => each.trim()))].sort()),
          paid: fc.constant(true),
        },
        { requiredKeys: [] },
      ),
      pages: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(route, fc.webQueryParameters(), (wanted, foreign) => {
        const read = readRoute(writeRoute(foreign, 'fh', wanted), 'fh');
        expect(read).to.deep.equal({
          ...wanted,
          applying: wanted.projectId !== undefined && wanted.applying,
        });
      }),
    );
  });
});
