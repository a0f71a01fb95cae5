/** What is in a response of which nothing is known. */
import { expect } from 'chai';
import fc from 'fast-check';
import { fits, guessesOf, looksOf } from '../../cli/shape/guesses.ts';
import { membersOf } from '../../cli/shape/members.ts';
import { findRecords } from '../../cli/shape/records.ts';
import { spellings } from '../../cli/shape/spellings.ts';
import { parsePath } from '../../src/source/mapping/path.ts';
import { projectFields } from '../../src/source/mapping/project-fields.ts';

const guess = (record: unknown): Record<string, string | undefined> =>
  Object.fromEntries(
    membersOf([record]).map((member) => [member.path, guessesOf(member)[0]?.field]),
  );

describe('the members of records', () => {
  it('are reached by their paths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 4 }),
        (records) => {
          for (const { path, values } of membersOf(records)) {
            const found = records.flatMap((record) => parsePath(path).select(record));
            for (const value of values) expect(found).to.deep.include(value);
          }
        },
      ),
    );
  });

  it('are found inside of objects and lists of objects', () => {
    const paths = membersOf([
      {
        id: 1,
        place: { city: 'Chicago', 'zip code': '60601' },
        tags: [{ label: 'SQL' }],
        skills: ['R'],
      },
    ]).map(({ path }) => path);
    expect(paths).to.deep.equal([
      '$.id',
      '$.place.city',
      "$.place['zip code']",
      '$.tags[*].label',
      '$.skills',
    ]);
  });
});

describe('a guess', () => {
  it('is one of the fields of a project, and has no name twice', () => {
    for (const [field, words] of Object.entries(spellings)) {
      expect(projectFields.has(field), field).to.equal(true);
      const all = words.join(' ').split(' ');
      expect(new Set(all).size, field).to.equal(all.length);
    }
  });

  it('knows names in many spellings', () => {
    expect(
      guess({
        JobTitle: 'Study',
        'Company Name': 'Lakeside',
        application_deadline: '2026-12-01',
        'apply-url': 'https://a.example/apply',
        isRemote: true,
        title_id: 7,
      }),
    ).to.deep.equal({
      '$.JobTitle': 'title',
      "$['Company Name']": 'employer.name',
      '$.application_deadline': 'applyBy',
      "$['apply-url']": 'application.url',
      '$.isRemote': 'workMode',
      '$.title_id': undefined,
    });
  });

  it('tells the name of a place or an employer from that of a project', () => {
    expect(
      guess({
        attributes: { name: 'Study' },
        company: { name: 'Lakeside' },
        location: { name: 'Chicago' },
      }),
    ).to.deep.equal({
      '$.attributes.name': 'title',
      '$.company.name': 'employer.name',
      '$.location.name': 'locations',
    });
  });

  it('does not believe a name whose values are something else', () => {
    expect(
      guess({ title: 'https://a.example/', deadline: 'yes', url: 'none', posted: 3 }),
    ).to.deep.equal({
      '$.title': undefined,
      '$.deadline': undefined,
      '$.url': undefined,
      '$.posted': undefined,
    });
    expect(fits('postedAt', [1_790_412_915])).to.equal(true);
    expect(fits('postedAt', [6_446_232_002])).to.equal(false);
  });

  it('by the values alone is one of few', () => {
    expect(looksOf(['2026-12-01', '2026-12-02'])?.words).to.equal('a date');
    expect(looksOf(['$450', '$300–$500'])?.words).to.equal('an amount');
    expect(looksOf(['jobs@lakeside.example'])?.words).to.equal('an email address');
    expect(looksOf(['&lt;p&gt;Hello&lt;/p&gt;'])?.words).to.equal('HTML');
    expect(looksOf(['Hello', 4])).to.equal(undefined);
  });
});

describe('the records of a response', () => {
  const record = { id: 1, title: 'Study', company: 'Lakeside' };
  const places: readonly (readonly [string, unknown, unknown])[] = [
    ['that is a list', [record], '$'],
    ['in an envelope', { meta: { pages: [1] }, data: { jobs: [record] } }, '$.data.jobs'],
    ['under a name with a space', { 'job list': [record] }, "$['job list']"],
    [
      'inside other lists',
      { offices: [{ teams: [{ jobs: [record] }] }, { teams: [] }] },
      ['$.offices', '$.teams', '$.jobs'],
    ],
    [
      'beside lists of other things',
      {
        filters: [
          { id: 1, label: 'a' },
          { id: 2, label: 'b' },
        ],
        hits: [record],
      },
      '$.hits',
    ],
    ['that is one', { job: record }, '$.job'],
  ];
  for (const [about, body, items] of places)
    it(`are found ${about}`, () => {
      expect(findRecords(body)?.items).to.deep.equal(items);
    });

  it('are not there in a message', () => {
    expect(findRecords({ ok: false, error: 'Not found' })).to.equal(undefined);
  });
});
