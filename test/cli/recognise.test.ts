/** Known APIs, by their addresses and by their responses. */
import { expect } from 'chai';
import { knownApis } from '../../cli/init/known-apis.ts';
import { recogniseAddress, recogniseShape, type Recognised } from '../../cli/init/recognise.ts';
import { presets } from '../../src/source/mapping/presets/index.ts';

const named = (preset: string, url?: string) => ({ preset, url });
const pick = (known: Recognised | undefined) => {
  const { preset, url } = known?.definition ?? {};
  return { preset, url };
};

describe('a known API', () => {
  it('has a preset', () => {
    for (const { preset } of knownApis) expect([...presets.keys()]).to.include(preset);
  });

  const addresses: readonly (readonly [string, ReturnType<typeof named>])[] = [
    [
      'https://boards-api.greenhouse.io/v1/boards/lakeside/jobs?content=true',
      named('greenhouse', 'https://boards-api.greenhouse.io/v1/boards/lakeside'),
    ],
    [
      'https://job-boards.greenhouse.io/lakeside',
      named('greenhouse', 'https://boards-api.greenhouse.io/v1/boards/lakeside'),
    ],
    [
      'https://boards.greenhouse.io/embed/job_board?for=lakeside',
      named('greenhouse', 'https://boards-api.greenhouse.io/v1/boards/lakeside'),
    ],
    [
      'https://jobs.lever.co/lakeside/1?lever-source=x',
      named('lever', 'https://api.lever.co/v0/postings/lakeside'),
    ],
    [
      'https://jobs.eu.lever.co/lakeside',
      named('lever', 'https://api.eu.lever.co/v0/postings/lakeside'),
    ],
    [
      'https://jobs.ashbyhq.com/Lakeside',
      named('ashby', 'https://api.ashbyhq.com/posting-api/job-board/Lakeside'),
    ],
    [
      'https://lakeside.recruitee.com/o/study',
      named('recruitee', 'https://lakeside.recruitee.com/api'),
    ],
    [
      'https://lakeside.bamboohr.com/careers/list',
      named('bamboohr', 'https://lakeside.bamboohr.com'),
    ],
    ['https://remotive.com/api/remote-jobs?category=design', named('remotive')],
    [
      'https://www.example.edu/wp-json/wp/v2/job-listings?per_page=5',
      named('wordpress', 'https://www.example.edu/wp-json/wp/v2'),
    ],
    [
      'https://docs.google.com/spreadsheets/d/abc/edit#gid=0',
      named('google-sheets', 'https://docs.google.com/spreadsheets/d/abc/edit#gid=0'),
    ],
  ];
  for (const [address, known] of addresses)
    it(`is known by ${address}`, () => {
      expect(pick(recogniseAddress(address))).to.deep.equal(known);
    });

  it('is not taken for another', () => {
    for (const address of [
      'https://www.example.edu/jobs',
      'https://greenhouse.io.example/v1/boards/lakeside',
      'https://example.edu/?u=https://jobs.lever.co/lakeside',
    ])
      expect(recogniseAddress(address), address).to.equal(undefined);
  });

  it('is known by its response, which may give its address away', () => {
    const jobs = [
      {
        id: 1,
        absolute_url: 'https://boards.greenhouse.io/lakeside/jobs/1',
        updated_at: '2026-11-01',
      },
    ];
    expect(recogniseShape({ jobs })).to.deep.equal({
      definition: named('greenhouse', 'https://boards-api.greenhouse.io/v1/boards/lakeside'),
      notes: [],
    });
    const elsewhere = [{ ...jobs[0], absolute_url: 'https://careers.lakeside.example/1' }];
    expect(recogniseShape({ jobs: elsewhere })?.notes[0]).to.include('words in capitals');
    expect(recogniseShape({ jobs: [{ id: 1 }] })).to.equal(undefined);
  });

  it('is asked for the list that the address is of', () => {
    const definition = (address: string) => recogniseAddress(address)?.definition;
    expect(definition('https://www.example.edu/wp-json/wp/v2/posts?per_page=5')).to.deep.include({
      list: { path: '/posts' },
      detail: { path: '/posts/{id}' },
    });
    expect(definition('https://www.example.edu/jsonapi/node/internship/')).to.deep.equal({
      preset: 'drupal',
      url: 'https://www.example.edu',
      params: { type: 'internship' },
    });
    const body = { data: [{ documentId: 'a', id: 1 }] };
    expect(
      recogniseShape(body, new URL('https://cms.example.edu/api/jobs?x=1'))?.definition,
    ).to.deep.equal({
      preset: 'strapi',
      url: 'https://cms.example.edu/api',
      params: { collection: 'jobs' },
    });
  });
});
