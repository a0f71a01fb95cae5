import { expect } from 'chai';
import { foreignApi, job, openForeign } from '../../support/foreign-source.ts';

const page = { limit: 5 };

const fields = {
  id: '$.id',
  title: '$.title',
  'employer.name': ['$.company', '^.company'],
  hours: { path: '$.hours', as: 'number' },
  'pay.min': '$.pay',
  'pay.currency': { const: 'USD' },
  workMode: '$.mode',
};

const list = async (items: unknown[], more: object = {}) => {
  const opened = openForeign(
    { mode: 'client', list: { items: '$.jobs', ...more }, fields },
    { '': { company: 'Lakeside', jobs: items } },
  );
  return { ...opened, ...(await opened.source.list({}, page)) };
};

describe('a record', () => {
  it('is read by the fields of the config, from itself and what stands around it', async () => {
    const { projects, warnings } = await list([
      { id: 1, title: ' Study ', hours: '12', pay: '$300', mode: 'Remote' },
    ]);
    expect(projects).to.deep.equal([
      {
        id: '1',
        title: 'Study',
        employer: { name: 'Lakeside' },
        hours: { min: 12, max: 12 },
        pay: { kind: 'unknown', min: 300, currency: 'USD' },
        workMode: 'remote',
        complete: true,
      },
    ]);
    expect(warnings).to.deep.equal([]);
  });

  it('loses what cannot be read, and the developer is told how often', async () => {
    const { projects, warnings } = await list([
      { id: 1, title: 'Study', hours: 'many', mode: 'on the moon' },
      { id: 2, title: 'Survey', hours: 'few' },
      { id: 3, title: 'Poll' },
    ]);
    expect(projects).to.have.length(3);
    expect(projects[0]).to.not.have.any.keys('hours', 'workMode');
    expect(warnings).to.have.members([
      `Foothold, ${foreignApi}: as "number": 2 of 3 records have a value that cannot be read.`,
      `Foothold, ${foreignApi}: workMode: 1 of 3 records have a value that cannot be read.`,
    ]);
  });

  it('is told of once, however many pages have the same trouble', async () => {
    const { source, warnings } = openForeign(
      { list: { query: { p: '{page}' } }, detail: { path: '/{id}' } },
      { '': [job(1), { id: 2 }, { id: 3 }] },
    );
    const { nextCursor } = await source.list({}, { limit: 2 });
    await source.list({}, { limit: 1, cursor: nextCursor! });
    expect(warnings).to.have.length(1);
  });

  it('is kept or dropped by what it says, also of the present day', async () => {
    const at = (id: number, closes: string, listed = true) => ({
      id,
      title: 'Study',
      closes,
      listed,
    });
    const { projects } = await list(
      [at(1, '2026-11-30'), at(2, '2026-12-01'), at(3, '2027-01-01'), at(4, '2027-01-01', false)],
      { keep: ["@.closes >= '{today}'"], drop: ['@.listed == false'] },
    );
    expect(projects.map(({ id }) => id)).to.deep.equal(['2', '3']);
  });

  it('may be called by plain names', async () => {
    const opened = openForeign(
      {
        mode: 'client',
        list: { plainNames: true },
        detail: { path: '/{id}' },
        fields: { id: '$.id', title: '$.projecttitle', 'employer.name': '$.employername' },
      },
      {
        '': [
          { ID: 1, 'Project Title': 'Study', project_title: 'no', 'Employer (name)': 'Lakeside' },
        ],
        '/1': { ID: 1, 'Project Title': 'Whole study' },
      },
    );
    const { projects } = await opened.source.list({}, page);
    expect(projects[0]).to.deep.include({ title: 'Study', employer: { name: 'Lakeside' } });
    expect(await opened.source.detail('1')).to.include({ title: 'Whole study' });
  });

  it('may stand in an object by their names', async () => {
    const opened = openForeign(
      {
        mode: 'client',
        list: { path: '/jobs', keyed: 'id' },
        fields: { id: '$.id', title: '$.title', 'employer.name': { const: 'Lakeside' } },
      },
      { '/jobs': { a1: { title: 'Study' }, b2: { title: 'Map', id: 'own' }, note: null } },
    );
    const { projects, skipped } = await opened.source.list({}, page);
    expect(projects.map(({ id, title }) => [id, title])).to.have.deep.members([
      ['a1', 'Study'],
      ['own', 'Map'],
    ]);
    expect(skipped).to.have.length(1);
  });
});

describe('an answer without records', () => {
  it('is told of in its own words, where it has any', async () => {
    for (const [answer, said] of [
      [{ success: false, error: 'No jobs match' }, 'success, error. It says: No jobs match'],
      [
        { data: null, errors: [{ message: 'No field jobz' }] },
        'data, errors. It says: No field jobz',
      ],
      [{ error: { code: 3, message: 'Sign in' } }, 'error. It says: Sign in'],
      [{ error: 3 }, 'error'],
    ] as const) {
      const definition = { mode: 'client', list: { items: '$.jobs' } };
      const { source } = openForeign(definition, { '': answer });
      const { message } = (await source.list({}, page).catch((error: unknown) => error)) as Error;
      expect(message).to.match(new RegExp(`, which has ${said}$`));
    }
  });
});
