/** First configs for real responses of many systems. */
import { expect } from 'chai';
import { draft } from '../../cli/init/draft.ts';
import { onRealResponses } from '../presets/support/fixtures.ts';

/** Responses, and what each is known as; undefined of those that are no list of one of the known systems. */
const files = {
  'adzuna-job.json': undefined,
  'airtable.json': undefined,
  'algolia-trimmed.json': undefined,
  'arbeitnow.json': 'arbeitnow',
  'ashby-compensation.json': 'ashby',
  'ashby.json': 'ashby',
  'bamboohr.json': 'bamboohr',
  'drupal-jsonapi.json': undefined,
  'google-gviz.txt': 'google-sheets',
  'greenhouse-docs-job-questions.json': undefined,
  'greenhouse-docs-list-content.json': 'greenhouse',
  'greenhouse-docs-offices-tree.json': undefined,
  'greenhouse-pay-ranges.json': 'greenhouse',
  'greenhouse.json': 'greenhouse',
  'lever.json': 'lever',
  'personio.xml': 'personio',
  'recruitee.json': 'recruitee',
  'remotive.json': 'remotive',
  'smartrecruiters-detail.json': undefined,
  'smartrecruiters.json': 'smartrecruiters',
  'strapi-v5.json': undefined,
  'teamtailor-jsonapi-job.json': undefined,
  'teamtailor.json': 'teamtailor',
  'themuse-results.json': undefined,
  'usajobs.json': 'usajobs',
  'weworkremotely-trimmed.rss': 'rss',
  'wordpress-wpjm-rest.json': 'wordpress',
  'workable.json': 'workable',
} as const;

const empty = [
  'greenhouse-dead_404.json',
  'greenhouse-empty.json',
  'lever-dead_404.json',
  'lever-empty.json',
] as const;
const names = Object.keys(files) as (keyof typeof files)[];

onRealResponses('A first config for a real response', [...names, ...empty], (read) => {
  for (const name of names) {
    it(`shows every listing of ${name}`, async () => {
      const { by, report } = await draft({ text: read(name), file: name });
      expect(report.problems).to.deep.equal([]);
      expect(report.sources[0]?.list?.projects).to.be.greaterThan(0);
      if (files[name] !== undefined) expect(by).to.equal(files[name]);
    });

    it(`shows every listing of ${name} by its looks alone`, async () => {
      const { by, report } = await draft({ text: read(name), file: name }, false);
      expect(by).to.equal('inferred');
      expect(report.problems).to.deep.equal([]);
      expect(report.sources[0]?.list?.projects).to.be.greaterThan(0);
    });
  }

  for (const name of empty)
    it(`is not made of ${name}`, async () => {
      const error: unknown = await draft({ text: read(name), file: name }).catch(
        (reason: unknown) => reason,
      );
      expect(error).to.have.property('name', 'DraftError');
    });
});
