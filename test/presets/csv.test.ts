import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Project } from '../../src/domain/project.ts';
import { fullOpener } from '../../src/source/mapping/open-config.ts';
import { csvUrl, knownInSheet, publishedCsv } from './apis/spreadsheet.ts';
import { text } from './support/fake-api.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

for (const [name, separator] of [
  ['The preset csv', ','],
  ['The preset csv with the semicolons of a European Excel', ';'],
] as const)
  presetSuite({
    name,
    preset: 'csv',
    url: csvUrl,
    api: (projects) => publishedCsv(projects, separator),
    limits: { knows: knownInSheet, applications: false, reports: false },
  });

/** What becomes of a file with these lines, and what the developer is told. */
async function read(...lines: readonly string[]) {
  const file = { preset: 'csv', url: 'https://www.northmere.example/list.csv' };
  const { source, warnings } = openOn(file, () => text(lines.join('\n')));
  const { projects, offers, skipped } = await source.list({}, { limit: 100 });
  return { projects, offers, skipped, warnings };
}

/** What becomes of one row. */
async function readRow(header: string, row: string): Promise<Partial<Project>> {
  const { projects, warnings } = await read(`Title,${header}`, `Count bicycles,${row}`);
  expect(warnings).to.deep.equal([]);
  return projects[0]!;
}

describe('A spreadsheet saved as CSV', () => {
  it('needs no config: its address is enough', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.resolve(text('Title,Employer\nCount bicycles,Lakeside'));
    try {
      const source = fullOpener.open({ file: 'https://www.northmere.example/files/list.csv' })!;
      const { projects } = await source.list({ q: 'bicycles' }, { limit: 5 });
      expect(projects.map(({ id }) => id)).to.deep.equal(['count-bicycles-lakeside']);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('needs nothing but titles and employers', async () => {
    const { projects, offers, warnings } = await read(
      'Title,Employer',
      'Count bicycles,Lakeside Analytics',
      'Carte des lieux calmes,Café Müller & fils',
    );
    expect(projects).to.deep.equal([
      {
        id: 'carte-des-lieux-calmes-cafe-muller-fils',
        title: 'Carte des lieux calmes',
        employer: { name: 'Café Müller & fils' },
        application: { mode: 'redirect' },
        complete: true,
      },
      {
        id: 'count-bicycles-lakeside-analytics',
        title: 'Count bicycles',
        employer: { name: 'Lakeside Analytics' },
        application: { mode: 'redirect' },
        complete: true,
      },
    ]);
    expect(offers).to.deep.equal({ filters: ['q'], sorts: ['relevance'] });
    expect(warnings).to.deep.equal([]);
  });

  it('may call its columns in other words, in any spelling', async () => {
    const { projects } = await read(
      'PROJECT TITLE;Organisation;Total hours;Application deadline;Field;Apply link',
      'Count bicycles;Lakeside Analytics;10 – 20 hours;31.12.2036;Research;https://lakeside.example/apply',
    );
    expect(projects[0]).to.deep.include({
      title: 'Count bicycles',
      employer: { name: 'Lakeside Analytics' },
      hours: { min: 10, max: 20 },
      applyBy: '2036-12-31',
      category: 'Research',
      application: { mode: 'redirect', url: 'https://lakeside.example/apply' },
    });
  });

  it('has one project in several rows where title and employer are the same, with the places of all', async () => {
    const { projects, skipped } = await read(
      'Title,Employer,Location',
      'Count bicycles,Lakeside Analytics,Ghent',
      'Count bicycles,Lakeside Analytics,"Chicago, IL; Ghent"',
    );
    expect(projects).to.have.length(1);
    expect(projects[0]!.locations).to.deep.equal([
      { display: 'Ghent' },
      { display: 'Chicago, IL' },
    ]);
    expect(skipped).to.deep.equal([]);
  });

  it('tells two such rows apart by an ID', async () => {
    const { projects } = await read(
      'ID,Title,Employer',
      'spring,Count bicycles,Lakeside Analytics',
      'fall,Count bicycles,Lakeside Analytics',
    );
    expect(projects.map(({ id }) => id)).to.have.members(['spring', 'fall']);
  });

  it('is the work of its host where it names no employer', async () => {
    expect(await readRow('Hours', '10')).to.deep.include({
      id: 'count-bicycles',
      employer: { name: 'www.northmere.example' },
    });
  });

  it('has dates as Americans or others write them, if one of them tells which', async () => {
    const { projects } = await read(
      'Title,Apply by,Start date',
      'A,12/5/2036,5/12/2036',
      'B,12/24/2036,24/12/2036',
    );
    for (const { applyBy, startsOn } of projects) expect(applyBy).to.equal(startsOn);
    expect(projects.map(({ applyBy }) => applyBy)).to.deep.equal(['2036-12-05', '2036-12-24']);
  });

  it('says which column has dates that nobody can tell', async () => {
    const { projects, warnings } = await read('Title,Apply by', 'A,12/5/2036');
    expect(projects[0]).not.to.have.property('applyBy');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('applyBy: 1 of 1 records');
  });

  it('has pay in the words of people', async () => {
    const pay = async (column: string, words: string) => (await readRow(column, `"${words}"`)).pay;
    const fixed = { kind: 'fixed', per: 'project' };
    expect(await pay('Pay', '$1,200')).to.deep.equal({
      ...fixed,
      min: 1200,
      max: 1200,
      currency: 'USD',
    });
    expect(await pay('Pay', '$20/hr')).to.deep.equal({
      kind: 'hourly',
      per: 'hour',
      min: 20,
      max: 20,
      currency: 'USD',
    });
    expect(await pay('Stipend', '€300')).to.deep.equal({
      kind: 'stipend',
      min: 300,
      max: 300,
      currency: 'EUR',
    });
    expect(await pay('Compensation', 'Unpaid')).to.deep.equal({
      kind: 'unpaid',
      display: 'Unpaid',
    });
    expect(await pay('Pay', 'gift card')).to.deep.equal({ kind: 'unknown', display: 'gift card' });
    expect((await readRow('Pay,Currency', '450,GBP')).pay).to.deep.equal({
      ...fixed,
      min: 450,
      max: 450,
      currency: 'GBP',
      display: '450',
    });
  });

  it('says in several ways that work is remote', async () => {
    const mode = async (header: string, row: string) => (await readRow(header, row)).workMode;
    expect(await mode('Work mode', 'In person')).to.equal('onsite');
    expect(await mode('Remote?', 'Yes')).to.equal('remote');
    expect(await mode('Remote', 'hybrid')).to.equal('hybrid');
    expect(await mode('Remote', 'no')).to.equal(undefined);
    expect(await mode('Location', 'Remote')).to.equal('remote');
    expect(await mode('Location', 'Ghent')).to.equal(undefined);
  });

  it('has lists with semicolons, commas or line breaks', async () => {
    const project = await readRow(
      'Deliverables,Skills,Tools,City,State',
      '"A table, with sources; a page","excel\nsql",Figma,Chicago,IL',
    );
    expect(project).to.deep.include({
      deliverables: [{ title: 'A table, with sources' }, { title: 'a page' }],
      skills: ['excel', 'sql'],
      tools: [{ name: 'Figma' }],
      locations: [{ display: 'Chicago, IL' }],
    });
  });

  it('keeps the paragraphs of a description, and shows its signs', async () => {
    const { descriptionHtml } = await readRow(
      'Description',
      '"Ask <ten> shops.\n\nWrite it\ndown."',
    );
    expect(descriptionHtml).to.match(
      /^<p>Ask &\S+;ten&\S+; shops\.<\/p><p>Write it<br>down\.<\/p>$/,
    );
  });

  it('takes applications by link or by email', async () => {
    const apply = async (header: string, row: string) => (await readRow(header, row)).application;
    const link = 'https://lakeside.example/apply';
    expect(await apply('Apply email', 'projects@lakeside.example')).to.deep.equal({
      mode: 'email',
      email: 'projects@lakeside.example',
    });
    expect(await apply('Apply link,Email', `${link},projects@lakeside.example`)).to.deep.include({
      mode: 'redirect',
      url: link,
    });
    expect(await apply('Link', link)).to.deep.equal({ mode: 'redirect', url: link });
  });

  it('is not shown where it is closed, past or a draft', async () => {
    const { projects } = await read(
      'Title,Status,Deadline',
      'A,open,2036-12-31',
      'B,Closed,',
      'C,Filled,',
      'D,Draft,',
      'E,,2020-11-28',
      'F,,',
    );
    expect(projects.map(({ title }) => title)).to.have.members(['A', 'F']);
  });
});

describe('The columns on the page about spreadsheets', () => {
  const page = readFileSync(new URL('../../docs/presets/csv.md', import.meta.url), 'utf8');
  const [, table = ''] = page.split('| column | what to write | also called |');
  /** Something to write into a column; a word is good for most. */
  const samples: Readonly<Record<string, string>> = {
    Website: 'https://lakeside.example',
    Link: 'https://lakeside.example/1',
    Hours: '15-20',
    Weeks: '2-3',
    Duration: '10 days',
    Pay: '€400-450',
    Currency: 'USD',
    'Apply by': '2036-03-12',
    'Time zone': 'America/Chicago',
    Starts: '2036-03-12',
    Ends: '2036-03-12',
    Posted: '2036-03-12',
    Remote: 'yes',
    'Work mode': 'on-site',
    'Work authorization': 'not required',
    Openings: '2',
    Featured: 'yes',
    Status: 'open',
    'Apply link': 'https://lakeside.example/apply',
    'Apply email': 'projects@lakeside.example',
  };
  /** Columns that say nothing alone. */
  const beside: Readonly<Record<string, readonly string[]>> = {
    Currency: ['Pay', '450'],
    State: ['City', 'Chicago'],
  };

  const rows = [...table.matchAll(/^\| (`[^|]*) \| [^|]* \| ?([^|]*) ?\|$/gm)];

  it('are all there', () => expect(rows.length).to.be.above(25));

  for (const [, first = '', others = ''] of rows) {
    const names = [...`${first}, ${others}`.matchAll(/`([A-Z][\w ]*)`/g)].map(
      ([, name = '']) => name,
    );
    const [column = ''] = names;
    for (const name of names)
      it(`are read: ${name}`, async () => {
        const value = samples[name] ?? samples[column] ?? 'Words';
        const [other = 'Note', cell = ''] = beside[name] ?? [];
        const header = column === 'Title' ? 'Employer' : 'Title';
        const known = async (written: string) => {
          const { source, warnings } = openOn(
            { preset: 'csv', url: 'https://www.northmere.example/list.csv' },
            () => text(`${header},${other},${name}\nCount bicycles,${cell},${written}`),
          );
          const [project] = (await source.list({}, { limit: 5 })).projects;
          expect(warnings.filter((each) => !each.includes('left out'))).to.deep.equal([]);
          return JSON.stringify(project);
        };
        expect(await known(`"${value}"`)).not.to.equal(await known(''));
      });
  }
});
