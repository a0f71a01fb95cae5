import { expect } from 'chai';
import { parseBody } from '../../../src/source/formats/parse.ts';
import { problem } from './problem.ts';

const wrap = (reply: unknown) =>
  `/*O_o*/\ngoogle.visualization.Query.setResponse(${JSON.stringify(reply)});`;
const column = (id: string, label = '', type = 'string') => ({ id, label, type });
const row = (...values: unknown[]) => ({ c: values.map((v) => (v === undefined ? null : { v })) });
const parse = (cols: unknown, rows: unknown, parsedNumHeaders = 0) =>
  parseBody('gviz', wrap({ status: 'ok', table: { cols, rows, parsedNumHeaders } }));

describe('a reply of the Google Visualization API', () => {
  it('gives an object for each row, by the labels or else the ids of the columns', () => {
    const cols = [
      column('A', ' title '),
      column('B', '', 'number'),
      column('C', 'open', 'boolean'),
    ];
    expect(
      parse(cols, [row('Count bicycles', 450, true), row('Draw a map', null), row(undefined, 0)]),
    ).to.deep.equal([
      { title: 'Count bicycles', B: 450, open: true },
      { title: 'Draw a map' },
      { B: 0 },
    ]);
  });

  it('has dates whose months count from 0', () => {
    const cols = [column('A', 'closes', 'date')];
    const dates = [
      'Date(2020,2,20)',
      'Date(2020,11,31)',
      'Date(2021,0,1,9,5,0)',
      'Date(2021,0,1,0,0,0,500)',
    ];
    expect(
      parse(
        cols,
        dates.map((each) => row(each)),
      ),
    ).to.deep.equal([
      { closes: '2020-03-20' },
      { closes: '2020-12-31' },
      { closes: '2021-01-01T09:05:00' },
      { closes: '2021-01-01T00:00:00' },
    ]);
  });

  it('has amounts of money with their currency, as the sheet shows them', () => {
    const cells = [
      { v: 450, f: '$450.00' },
      { v: 1200, f: '1.200 €' },
      { v: 0.5, f: '50%' },
      { v: 20, f: 20 },
    ];
    expect(
      parse(
        [column('A', 'pay')],
        cells.map((cell) => ({ c: [cell] })),
      ),
    ).to.deep.equal([{ pay: '$450.00' }, { pay: '1.200 €' }, { pay: 0.5 }, { pay: 20 }]);
  });

  it('keeps values that only resemble a date', () => {
    const cols = [column('A', 'a')];
    for (const value of [
      'Date(2020)',
      'Date(x,1,2)',
      'on Date(2020,2,20)',
      'Date(2020,2,20',
      [9, 30, 0],
    ])
      expect(parse(cols, [row(value)])).to.deep.equal([{ a: value }]);
  });

  it('takes the first row for the header where Google did not see one', () => {
    const cols = [column('A'), column('B'), column('C')];
    expect(
      parse(cols, [row('title', ' pay ', undefined), row('Count bicycles', '$450', 'x')]),
    ).to.deep.equal([{ title: 'Count bicycles', pay: '$450', C: 'x' }]);
  });

  it('takes no row for the header that looks like data', () => {
    const cols = [column('A'), column('B', '', 'date')];
    expect(parse(cols, [row('Count bicycles', 'Date(2020,2,20)')])).to.deep.equal([
      { A: 'Count bicycles', B: '2020-03-20' },
    ]);
    expect(parse(cols, [row('Count bicycles', 4)])).to.deep.equal([{ A: 'Count bicycles', B: 4 }]);
    expect(parse([column('A')], [row('x')], 1)).to.deep.equal([{ A: 'x' }]);
    expect(parse([column('A', 'title')], [row('x')])).to.deep.equal([{ title: 'x' }]);
  });

  it('drops blank rows and tells equal labels apart', () => {
    const cols = [column('A', 'a'), column('B', 'a')];
    expect(parse(cols, [row(null, ''), row('1', '2'), { c: [] }, {}, null])).to.deep.equal([
      { a: '1', 'a 2': '2' },
    ]);
    expect(parse([{}, { id: 'B' }], [row(1, 2)])).to.deep.equal([{ 'column 1': 1, B: 2 }]);
    expect(parse(cols, [])).to.deep.equal([]);
    expect(parse(cols, undefined)).to.deep.equal([]);
  });

  it('has columns of any name, without harm', () => {
    const [first] = parse([column('A', '__proto__')], [row({ polluted: true })]) as object[];
    expect(Object.hasOwn(first!, '__proto__')).to.equal(true);
    expect(first).to.not.have.property('polluted');
  });

  it('says why Google refuses it', () => {
    const refused = (error: object) =>
      problem('gviz', wrap({ status: 'error', errors: [error] }), TypeError);
    expect(
      refused({ reason: 'access_denied', message: 'Denied', detailed_message: 'Sign in first' }),
    ).to.contain('Sign in first');
    expect(refused({ reason: 'access_denied', message: 'Denied' })).to.contain('Denied');
    expect(refused({ reason: 'access_denied' })).to.contain('access_denied');
    expect(problem('gviz', wrap({ status: 'ok' }), TypeError)).to.contain('no table');
    expect(problem('gviz', '[]', TypeError)).to.contain('no table');
  });

  it('says what came instead', () => {
    expect(problem('gviz', '<!doctype html>')).to.contain('Google').and.to.contain('HTML page');
    expect(problem('gviz', 'title,pay')).to.contain('"title,pay"');
  });
});
