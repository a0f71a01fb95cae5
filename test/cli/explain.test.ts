/** What a config makes of a saved response, field by field. */
import { expect } from 'chai';
import { check } from '../../cli/check/check.ts';
import type { Explanation, FieldReport, Report } from '../../cli/check/report.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';

const jobs = [
  {
    id: 1,
    title: 'Competitor pricing study',
    organization: { name: 'Lakeside Analytics' },
    text: '&lt;p&gt;Compare prices.&lt;/p&gt;',
    closing: 'soon',
    closing_date: '2026-12-01',
    effort: '10-20 hours',
    tags: [{ label: 'SQL' }, { label: 'Writing' }],
    meta: [{ name: 'Hours', value: 12 }],
  },
  {
    id: 2,
    name: 'Map the campus',
    organization: { name: 'Harbor Design' },
    closing: '2026-11-30',
    closing_date: '2026-11-30',
    effort: 'a few weeks',
    tags: [],
    draft: true,
  },
];

const basic = { id: '$.id', title: ['$.title', '$.name'], 'employer.name': '$.organization.name' };

/** Checks a definition on a response. */
const on = (body: unknown, definition: SourceDefinition): Promise<Report> =>
  check(
    { version: 1, api: { url: 'https://jobs.example.edu/v2', mode: 'client', ...definition } },
    { samples: new Map([['', JSON.stringify(body)]]) },
  );

const listOf = (report: Report): Explanation => {
  const list = report.sources[0]?.list;
  if (!list) throw new Error(JSON.stringify(report.problems));
  return list;
};

const fieldsOf = (report: Report): Record<string, FieldReport> =>
  Object.fromEntries(listOf(report).fields.map((field) => [field.name, field]));

const explained = async (fields: SourceDefinition['fields'], body: unknown = { jobs }) =>
  fieldsOf(await on(body, { list: { items: '$.jobs' }, fields: { ...basic, ...fields } }));

describe('an explanation', () => {
  it('says of each field which fallback hit, and in how many records', async () => {
    const { title } = await explained({});
    expect(title).to.deep.include({ records: 2, failures: [], hints: [] });
    expect(title?.ways).to.deep.equal([
      { value: '$.title', hits: 1 },
      { value: '$.name', hits: 1 },
    ]);
  });

  it('shows what is in the response, what is done with it, and what it becomes', async () => {
    const { descriptionHtml, hours, skills } = await explained({
      descriptionHtml: { path: '$.text', as: 'unescape' },
      hours: '$.effort',
      skills: { each: '$.tags[*]', value: '$.label' },
    });
    expect(descriptionHtml?.example).to.deep.equal({
      from: { path: '$.text', as: 'unescape' },
      raw: '&lt;p&gt;Compare prices.&lt;/p&gt;',
      steps: ['unescape'],
      result: '<p>Compare prices.</p>',
    });
    expect(hours?.example).to.include({ raw: '10-20 hours', result: '10–20' });
    expect(skills?.example).to.include({ raw: 'SQL, Writing', result: 'SQL, Writing' });
  });

  it('counts the values that cannot be read, with one of them', async () => {
    const { applyBy, hours, pay } = await explained({
      applyBy: '$.closing',
      hours: '$.effort',
      pay: { path: '$.effort', as: ['text', 'money'], match: '{n} hours' },
    });
    expect(applyBy?.failures).to.deep.equal([{ what: 'applyBy', records: 1, example: 'soon' }]);
    expect(hours?.failures).to.deep.equal([{ what: 'hours', records: 1, example: 'a few weeks' }]);
    expect(pay?.example?.steps).to.deep.equal(['match "{n} hours"', 'text', 'money']);
  });

  it('suggests the name that is nearly the one that is missing', async () => {
    const {
      title,
      employer,
      skills,
      'employer.name': name,
    } = await explained({
      title: ['$.titel', '$.name'],
      'employer.name': ['$.organisation.name', { const: 'Somebody' }],
      skills: { each: '$.tags[*]', value: '$.labl' },
    });
    expect(employer).to.equal(undefined);
    expect(title?.hints).to.deep.equal(['$.titel: no `titel`; did you mean `title`?']);
    expect(name?.hints).to.deep.equal([
      '$.organisation.name: no `organisation`; did you mean `organization`?',
    ]);
    expect(skills?.hints).to.deep.equal(['$.labl: no `labl`; did you mean `label`?']);
  });

  it('says what else is there where no name is near', async () => {
    const { url, hours, category, applyBy } = await explained({
      url: '$.web.page',
      hours: "$.meta[?@.name == 'Hour'].value",
      category: '$.tags.label',
      applyBy: '$.label',
    });
    expect(url?.hints[0]).to.match(/no `web`; there are `id`, `title`, /);
    expect(hours?.hints[0]).to.include('no `name` is `Hour`; did you mean `Hours`?');
    expect(category?.hints[0]).to.include('its entries are reached by `[*]`');
    expect(applyBy?.hints[0]).to.include('is it `.tags[*].label` further in?');
  });

  it('says nothing of a field that is there and blank', async () => {
    const { url } = await explained(
      { url: '$.link' },
      { jobs: jobs.map((job) => ({ ...job, link: null })) },
    );
    expect(url).to.deep.include({ records: 0, hints: [] });
  });

  it('looks values up in tables, and says what is not in them', async () => {
    const body = {
      jobs: jobs.map((job) => ({ ...job, area: job.id })),
      areas: [{ id: 1, label: 'Research' }],
    };
    const report = await on(body, {
      list: { items: '$.jobs' },
      tables: { areas: { items: '$.areas' } },
      fields: { ...basic, category: { path: '$.area', lookup: 'areas', take: '$.label' } },
    });
    const { category } = fieldsOf(report);
    expect(category?.example).to.include({ raw: '1', result: 'Research' });
    expect(category?.failures).to.deep.equal([
      { what: 'lookup "areas"', records: 1, example: '2' },
    ]);
  });

  it('names members that nothing reads and that look like a field', async () => {
    const report = await on(
      { jobs },
      { list: { items: '$.jobs' }, fields: { ...basic, hours: '$.effort' } },
    );
    expect(listOf(report).unused).to.deep.include({
      path: '$.closing_date',
      looksLike: 'a date',
      fields: ['applyBy'],
      example: '2026-12-01',
    });
    const all = await on(
      { jobs },
      {
        list: { items: '$.jobs', drop: ["@.closing_date < '2000'"] },
        fields: { ...basic, applyBy: '$.closing' },
      },
    );
    expect(listOf(all).unused.map(({ path }) => path)).not.to.include('$.closing_date');
  });

  it('counts what is left out, skipped and one with another', async () => {
    const body = { jobs: [...jobs, { ...jobs[0], text: '' }, { id: 4 }] };
    const list = listOf(
      await on(body, { list: { items: '$.jobs', drop: ['@.draft == true'] }, fields: basic }),
    );
    expect(list).to.deep.include({ records: 4, dropped: 1, projects: 1, merged: 1 });
    expect(list.skipped).to.deep.equal([{ record: 3, reason: 'no usable title' }]);
  });

  it('reads what has our own names, and says which are misspelled', async () => {
    const native = {
      items: [{ id: 'a', title: 'A', employr: { name: 'Lakeside' }, applyBy: 'soon' }],
    };
    const report = await on(native, {});
    expect(report.ok).to.equal(false);
    const { 'employer.name': employer, applyBy } = fieldsOf(report);
    expect(employer?.hints).to.deep.equal([
      '$.employer.name: no `employer`; did you mean `employr`?',
    ]);
    expect(applyBy?.records).to.equal(1);
    const anyWay = await on(
      {
        items: [{ id: 1, Title: 'A', Employer: 'Lakeside', 'Apply by': '2026-12-01', pay_mni: 5 }],
      },
      { fields: { '*': '$' } },
    );
    expect(anyWay.ok).to.equal(true);
    expect(fieldsOf(anyWay)['applyBy']?.example).to.include({
      from: "$['Apply by']",
      result: '2026-12-01',
    });
    expect(listOf(anyWay).unused[0]).to.deep.include({ path: '$.pay_mni', fields: ['pay.min'] });
  });

  it('of a preset says what is nearly there, once', async () => {
    const csv = 'Titel,Employr,Pay\nStudy,Lakeside,$450\n';
    const { sources } = await check(
      { version: 1, file: { url: '/a.csv' } },
      { samples: new Map([['', csv]]) },
    );
    const hints = sources[0]?.list?.fields.flatMap((field) =>
      field.hints.map((hint) => `${field.name}: ${hint}`),
    );
    expect(hints).to.deep.equal([
      'title: $.title: no `title`; did you mean `titel`?',
      'employer.name: $.employer: no `employer`; did you mean `employr`?',
    ]);
  });

  it('is not fooled by a record that holds a prototype', async () => {
    const body = JSON.parse(
      '{"jobs":[{"id":1,"title":"A","organization":{"name":"B"},"__proto__":{"x":1}}]}',
    ) as unknown;
    const report = await on(body, {
      list: { items: '$.jobs' },
      fields: { ...basic, url: '$.__proto__.x' },
    });
    expect(report.ok).to.equal(true);
    expect(({} as { x?: unknown }).x).to.equal(undefined);
  });
});

describe('a list that leads nowhere', () => {
  it('is told with what is there', async () => {
    const report = await on({ data: { jobs } }, { list: { items: '$.data.job' }, fields: basic });
    expect(report.ok).to.equal(false);
    expect(report.problems[0]).to.deep.equal({
      key: 'api.list.items',
      message:
        '"api.list.items": $.data.job leads nowhere: no `job`; did you mean `jobs`? There are 2 objects at $.data.jobs.',
    });
  });

  it('is told when all is left out', async () => {
    const report = await on(
      { jobs },
      { list: { items: '$.jobs', keep: ['@.listed == true'] }, fields: basic },
    );
    expect(report.problems[0]?.message).to.include('"keep" and "drop" leave out all of 2 records');
  });

  it('may be empty, which is no problem', async () => {
    const report = await on({ jobs: [] }, { list: { items: '$.jobs' }, fields: basic });
    expect(report).to.include({ ok: true });
    expect(report.summary).to.include('The list is empty.');
  });

  it('may be no JSON at all', async () => {
    const report = await check(
      { version: 1, api: { url: 'https://jobs.example.edu', mode: 'client', fields: basic } },
      { samples: new Map([['', '<!doctype html><title>Sign in</title>']]) },
    );
    expect(report.problems[0]?.message).to.include('it is an HTML page');
  });
});
