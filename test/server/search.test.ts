import { expect } from 'chai';
import { searchExpression, wordsOf } from '../../demo/server/projects/search-words.ts';
import { onEachDatabase } from './support/servers.ts';

describe('search words', () => {
  it('are split alike whatever stands between them', () => {
    expect(wordsOf('R&D, Café: C++ (2026)')).to.deep.equal(['r', 'd', 'cafe', 'c', '2026']);
    expect(wordsOf('تحليل البيانات')).to.deep.equal(['تحليل', 'البيانات']);
  });

  it('have no operators that a student could write', () => {
    expect(searchExpression("a & !b | 'c' <-> d:*")).to.equal('a & b & c & d:*');
    expect(searchExpression('?! …')).to.equal(undefined);
  });
});

onEachDatabase('search', (subject) => {
  const titles = async (q: string) => {
    const { items } = await subject().api.list(`limit=100&q=${encodeURIComponent(q)}`);
    return items.map((item) => item.title);
  };

  it('finds words in titles first', async () => {
    const [first, second] = await titles('pricing study');
    expect(first).to.match(/^Competitor pricing study/);
    expect(second).to.match(/^Competitor pricing study/);
  });

  it('finds other forms of a word', async () => {
    expect(await titles('illustration of shorelines')).to.include.members(
      await titles('shoreline illustrations'),
    );
    expect((await titles('volunteering')).length).to.be.greaterThan(0);
  });

  it('finds the word that is still being typed', async () => {
    const whole = await titles('competitor pricing');
    expect(whole.length).to.be.greaterThan(0);
    for (const part of ['competitor pric', 'compet', 'competito'])
      expect(await titles(part)).to.include.members(whole);
  });

  it('finds employers, skills and tools', async () => {
    expect((await titles('Ironwood Cycleworks')).length).to.be.greaterThan(0);
    expect((await titles('motion graphics')).length).to.be.greaterThan(0);
    expect((await titles('QGIS')).length).to.be.greaterThan(0);
  });

  it('needs every word', async () => {
    expect(await titles('pricing zebra')).to.deep.equal([]);
  });

  it('does not mind accents, case or punctuation', async () => {
    const expected = await titles('kapitän');
    expect((await titles('donaudampf')).length).to.equal(1);
    expect(expected).to.deep.equal(await titles('KAPITAN'));
    expect(await titles('“Pricing”, study!')).to.deep.equal(await titles('pricing study'));
  });

  it('finds Arabic and Hebrew', async () => {
    expect(await titles('استبيان')).to.have.length(1);
    expect(await titles('מדריך')).to.have.length(1);
  });

  it('finds nothing where nothing is asked for in words', async () => {
    expect(await titles('?!')).to.deep.equal([]);
  });

  it('finds nothing dangerous', async () => {
    for (const q of ["'; drop table projects; --", '\\', '%', "a:* & | ! ( ' <->", 'x'.repeat(200)])
      expect(await titles(q), q).to.be.an('array');
  });
});
