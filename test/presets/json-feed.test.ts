import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { jsonFeed, jsonFeedUrl, knownToJsonFeed } from './apis/feeds.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'json-feed',
  url: jsonFeedUrl,
  api: jsonFeed,
  limits: {
    knows: knownToJsonFeed,
    filters: ['q', 'category', 'skill', 'hoursMax', 'applyByFrom', 'applyByTo'],
    sorts: ['relevance', 'newest', 'deadline', 'shortest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'json-feed', url: jsonFeedUrl };

/** What becomes of one item. */
async function read(item: object, feed: object = {}) {
  const { all, warnings } = openOn(preset, () => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Campus jobs',
    ...feed,
    items: [{ id: '1', title: 'Count bicycles', ...item }],
  }));
  const project = (await all()).get('1')!;
  expect(warnings).to.deep.equal([]);
  return project;
}

describe('An item of JSON Feed', () => {
  it('is the work of its author, else of the feed', async () => {
    const author = { name: 'Lakeside Analytics', url: 'https://lakeside.example/' };
    const employer = { ...author, logoUrl: 'https://lakeside.example/logo.png' };
    const written = { ...author, avatar: employer.logoUrl };
    expect((await read({ authors: [written] })).employer).to.deep.equal(employer);
    expect((await read({ author: written })).employer, 'version 1.0').to.deep.equal(employer);
    expect((await read({})).employer).to.deep.equal({ name: 'Campus jobs' });
  });

  it('has its text as HTML or as it is', async () => {
    expect((await read({ content_html: '<p>Ask</p>' })).descriptionHtml).to.equal('<p>Ask</p>');
    expect((await read({ content_text: 'A < B\n\nC' })).descriptionHtml).to.match(
      /^<p>A &\S+; B<\/p><p>C<\/p>$/,
    );
  });

  it('may tell of a page elsewhere, and be in the language of the feed or its own', async () => {
    const url = 'https://lakeside.example/jobs/1';
    expect(await read({ external_url: url }, { language: 'fr' })).to.deep.include({
      url,
      language: 'fr',
      application: { mode: 'redirect', url },
    });
    expect((await read({ language: 'de' }, { language: 'fr' })).language).to.equal('de');
  });

  it('says in an extension what the format has no place for', async () => {
    const project = await read({
      tags: ['internship'],
      authors: [{ name: 'Career Center' }],
      _project: {
        employer: 'Lakeside Analytics',
        category: 'Research',
        hours: '15-20',
        pay: '$450',
        workMode: 'remote',
      },
    });
    expect(project).to.deep.include({
      category: 'Research',
      hours: { min: 15, max: 20 },
      workMode: 'remote',
    });
    expect(project.employer.name).to.equal('Lakeside Analytics');
    expect(project.pay).to.include({ min: 450, max: 450, currency: 'USD' });
  });
});
