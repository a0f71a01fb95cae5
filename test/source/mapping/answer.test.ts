import { expect } from 'chai';
import fc from 'fast-check';
import { compileCount, compileNext, type Answer } from '../../../src/source/mapping/answer.ts';
import type { Total } from '../../../src/source/mapping/definition.ts';

const answer = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  body: { value: body },
  headers: new Headers(headers),
  url: 'https://api.example.edu/jobs',
});

const count = (source: Total, body: unknown, headers?: Record<string, string>) =>
  compileCount(source)(answer(body, headers), {});
const next = (source: Total, body: unknown, headers?: Record<string, string>) =>
  compileNext(source)(answer(body, headers), {});

describe('a total', () => {
  it('is read from the body', () => {
    expect(count('$.meta.total', { meta: { total: 12 } })).to.equal(12);
    expect(count('$.total', { total: '12' })).to.equal(12);
    expect(count(['$.found', '$.total'], { total: 0 })).to.equal(0);
    expect(count('$.parts[*].total', { parts: [{}, { total: 3 }] })).to.equal(3);
  });

  it('is read from a header', () => {
    expect(count({ header: 'X-Total-Count' }, [], { 'x-total-count': '7' })).to.equal(7);
    expect(count({ header: 'X-Total-Count' }, [])).to.equal(undefined);
    const range = { header: 'Content-Range', match: '{range}/{total}', take: 'total' };
    expect(count(range, [], { 'Content-Range': '0-24/3573458' })).to.equal(3_573_458);
    expect(count(range, [], { 'Content-Range': '0-24/*' })).to.equal(undefined);
    expect(count(range, [], { 'Content-Range': 'none' })).to.equal(undefined);
    expect(count({ header: 'X-Sum', match: 'sum={sum}' }, [], { 'X-Sum': 'sum=5' })).to.equal(5);
  });

  it('is nothing where no number is', () => {
    for (const total of [null, '', ' ', 'many', '1,234', -1, NaN, Infinity, true, {}, [], [[5]]])
      expect(count('$.total', { total }), JSON.stringify(total)).to.equal(undefined);
    for (const body of [null, 5, 'text', [], { total: undefined }])
      expect(count('$.total', body)).to.equal(undefined);
    expect(compileCount(undefined)(answer({ total: 5 }), {})).to.equal(undefined);
  });
});

describe('the next page', () => {
  it('is read from the body, as an address or a cursor', () => {
    expect(next('$.links.next', { links: { next: '/jobs?page=2' } })).to.equal('/jobs?page=2');
    expect(
      next(['$.links.next.href', '$.links.next'], { links: { next: { href: '/2' } } }),
    ).to.equal('/2');
    expect(next('$.cursor', { cursor: 17 })).to.equal('17');
    expect(next('$.cursor', { cursor: 0 })).to.equal('0');
  });

  it('is none where nothing is, or nothing that could be one', () => {
    for (const cursor of [undefined, null, '', false, true, {}, []])
      expect(next('$.cursor', { cursor }), JSON.stringify(cursor)).to.equal(undefined);
    expect(compileNext(undefined)(answer({ next: 'x' }), {})).to.equal(undefined);
  });

  it('is read from a header', () => {
    expect(next({ header: 'X-Next' }, [], { 'X-Next': 'abc' })).to.equal('abc');
    expect(next({ header: 'X-Next' }, [])).to.equal(undefined);
  });

  describe('in a header Link (RFC 8288)', () => {
    const linked = (link: string) => next({ header: 'link' }, [], { Link: link });

    it('is the address whose relation is next', () => {
      expect(
        linked('<https://a.example/?page=1>; rel="first", <https://a.example/?page=3>; rel="next"'),
      ).to.equal('https://a.example/?page=3');
      for (const params of [
        'rel=next',
        'REL = "next"',
        'title="a, b"; rel="next"',
        'rel="last next"',
        'rel="next last"; title=x',
        'rel="Next"',
        `rel*=x; rel=next; anchor="#a"`,
      ])
        expect(linked(`</jobs?a=1>; ${params}`), params).to.equal('/jobs?a=1');
    });

    it('is the whole address, whatever signs are in it', () => {
      const address = 'https://a.example/x;y=1/?in=a,b;c&q=%3Cx%3E';
      expect(linked(`<${address}>; rel="next"`)).to.equal(address);
      expect(linked(`<${address}>; rel=prev,<${address}#2>;rel=next`)).to.equal(`${address}#2`);
    });

    it('is none without such a relation', () => {
      for (const link of [
        '<https://a.example/>; rel="prev"',
        '<https://a.example/>; rel="nextish"',
        '<https://a.example/next>',
        '<https://a.example/>; title="next"',
        'next',
        '',
      ])
        expect(linked(link), link).to.equal(undefined);
    });

    it('takes time that grows with the length of the header alone', () => {
      const long = 20_000;
      for (const link of [
        `<a>; rel=${' '.repeat(long)}x`,
        `<a>; rel="${'next '.repeat(long)}`,
        `${'<'.repeat(long)}; rel=next`,
        `<a>${';'.repeat(long)}`,
        '<a>; rel=prev, '.repeat(long / 10),
      ]) {
        const start = performance.now();
        linked(link);
        expect(performance.now() - start, link.slice(0, 20)).to.be.below(200);
      }
    });

    it('never fails', () => {
      const signs = fc.constantFrom('<', '>', ';', ',', '"', '=', ' ', 'rel', 'next', '/a', '\\');
      fc.assert(
        fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
          linked(parts.join(''));
        }),
        { numRuns: 2_000 },
      );
    });
  });
});
