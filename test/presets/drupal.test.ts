import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';
import { drupalUrl, fakeDrupal, knownToDrupal } from './apis/drupal.ts';
import { jsonIn } from './support/documented.ts';
import { status } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'drupal',
  url: drupalUrl,
  api: fakeDrupal,
  limits: {
    ids: (index) => `0254a428-d492-4d98-8bc6-e704bad80${index + 100}`,
    knows: knownToDrupal,
    filters: [
      'q',
      'category',
      'skill',
      'workMode',
      'location',
      'payMin',
      'currency',
      'hoursMax',
      'durationDaysMax',
      'applyByFrom',
      'applyByTo',
      'paid',
      'featured',
    ],
    sorts: ['newest', 'deadline', 'pay', 'shortest'],
    facets: false,
    words: 'theirs',
    featuredFirst: false,
    ties: false,
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'drupal', url: drupalUrl };

/** What becomes of one node, and what was asked for it. */
async function listed(attributes: object, more: object = {}, query = {}, definition = preset) {
  const { data, ...rest } = { data: {}, ...more };
  const { source, requests, warnings } = openOn(definition, ({ pathname }) =>
    pathname.includes('taxonomy')
      ? { data: [] }
      : {
          data: [
            {
              type: 'node--project',
              id: 'a-1',
              attributes: { title: 'Count bicycles', ...attributes },
              ...data,
            },
          ],
          links: { self: { href: `${drupalUrl}/jsonapi` } },
          ...rest,
        },
  );
  const page = await source.list(query, { limit: 20 });
  expect(warnings).to.deep.equal([]);
  const [asked] = requests.map(({ url }) => new URL(url));
  return {
    ...page.projects[0]!,
    total: page.total,
    asked: Object.fromEntries(asked!.searchParams),
  };
}

describe('A node of Drupal', () => {
  it('is asked for while it is published and not past', async () => {
    const { asked } = await listed({});
    expect(Object.keys(asked).filter((name) => name.startsWith('filter'))).to.deep.equal([
      'filter[status]',
      'filter[open][group][conjunction]',
      'filter[due][condition][path]',
      'filter[due][condition][operator]',
      'filter[due][condition][value]',
      'filter[due][condition][memberOf]',
      'filter[any][condition][path]',
      'filter[any][condition][operator]',
      'filter[any][condition][memberOf]',
    ]);
    expect(asked['filter[due][condition][value]']).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(asked).to.include({ sort: '-created', 'page[limit]': '20' });
  });

  it('is found by the names of its terms', async () => {
    const { asked } = await listed({}, {}, { category: ['Data', 'R&D'] });
    expect(asked).to.include({
      'filter[field_category.name][operator]': 'IN',
      'filter[field_category.name][value][0]': 'Data',
      'filter[field_category.name][value][1]': 'R&D',
    });
    expect(asked).not.to.have.property('filter[field_skills.name][operator]');
  });

  it('is searched by title, summary and employer', async () => {
    const { asked } = await listed({}, {}, { q: 'bicycles' });
    expect(asked).to.include({
      'filter[q][group][conjunction]': 'OR',
      'filter[title][condition][path]': 'title',
      'filter[title][condition][operator]': 'CONTAINS',
      'filter[title][condition][value]': 'bicycles',
      'filter[title][condition][memberOf]': 'q',
      'filter[employer][condition][path]': 'field_employer',
    });
  });

  it('has fields by our names, with amounts that are texts', async () => {
    const project = await listed({
      field_employer: 'Lakeside Analytics',
      field_pay_kind: 'hourly',
      field_pay_min: '20.00',
      field_pay_currency: 'EUR',
      field_starts_on: '2026-12-05',
      field_work_mode: 'onsite',
      field_openings: 3,
      status: true,
    });
    expect(project).to.deep.include({
      employer: { name: 'Lakeside Analytics' },
      pay: { kind: 'hourly', min: 20, currency: 'EUR' },
      startsOn: '2026-12-05',
      workMode: 'onsite',
      openings: 3,
    });
    expect(project).not.to.have.property('status');
  });

  it('names its terms, of which one may be hidden from the public', async () => {
    const term = (id: string) => ({ type: 'taxonomy_term--skills', id });
    const { skills, category } = await listed(
      {},
      {
        data: {
          relationships: {
            field_category: { data: null },
            field_skills: { data: [term('s-1')] },
          },
        },
        included: [{ ...term('s-1'), attributes: { name: 'excel' } }],
      },
    );
    expect([skills, category]).to.deep.equal([['excel'], undefined]);
  });

  it('is called by its host where it names no employer, and is at its alias', async () => {
    const project = await listed({ path: { alias: '/projects/bicycles', pid: 7 } });
    const url = `${drupalUrl}/projects/bicycles`;
    expect(project).to.deep.include({
      employer: { name: 'www.northmere.example' },
      url,
      application: { mode: 'redirect', url },
    });
  });

  it('is one of nobody knows how many where Drupal does not count', async () => {
    const next = { href: `${drupalUrl}/jsonapi/node/project?page[offset]=1` };
    const { source } = openOn(preset, () => ({
      data: [{ id: 'a-1', attributes: { title: 'Count bicycles' } }],
      links: { next },
    }));
    const { total, nextCursor } = await source.list({}, { limit: 1 });
    expect(total).to.equal(null);
    expect(nextCursor).to.include('page[offset]=1');
  });

  it('can have less, and other names, as its page says', async () => {
    const { api } = jsonIn('docs/presets/drupal.md', 'field_company') as {
      readonly api: SourceDefinition;
    };
    const company = { type: 'node--company', id: 'c-1' };
    const { source, requests } = openOn(api, ({ pathname }) =>
      pathname.includes('taxonomy')
        ? { data: [] }
        : {
            data: [
              {
                id: 'a-1',
                attributes: { title: 'Count bicycles', field_city: 'Ghent' },
                relationships: { field_company: { data: company } },
              },
            ],
            included: [{ ...company, attributes: { title: 'Lakeside' } }],
          },
    );
    const query = { location: ['Ghent'], category: ['Data'] };
    const { projects, offers } = await source.list(query, { limit: 20 });
    expect(projects[0]).to.deep.include({
      employer: { name: 'Lakeside' },
      locations: [{ display: 'Ghent' }],
    });
    expect(offers?.filters).to.include('category').and.not.include('location');
    const { pathname, search } = new URL(requests[0]!.url);
    expect(pathname).to.equal('/jsonapi/node/internship');
    expect(search).to.include('field_category').and.not.include('field_locations');
  });

  it('that nobody may see is a failure with its status', async () => {
    const { source } = openOn(preset, () => status(403, { errors: [{ status: '403' }] }));
    expect(await rejection(source.detail('a-1'))).to.include({ kind: 'http', status: 403 });
  });
});

onRealResponses('A response of Drupal', ['drupal-jsonapi.json'], (read) => {
  it('has two nodes of a content type of its own', async () => {
    const { source } = openOn(
      {
        preset: 'drupal',
        url: 'https://www.ftc.gov',
        list: { path: '/v0/hsr-early-termination-notices' },
        fields: {
          'employer.name': "$.attributes['acquiring-party']",
          applyBy: '$.attributes.date',
          skills: "$.attributes['acquired-entities'][*]",
        },
      },
      () => JSON.parse(read('drupal-jsonapi.json')),
    );
    const { projects, total, nextCursor } = await source.list({}, { limit: 10 });
    expect(projects).to.deep.equal([
      {
        id: '0254a428-d492-4d98-8bc6-e704bad804b7',
        title: '20110718: Carl C. Icahn; Blockbuster Inc. - Debtor-in-Possession',
        employer: { name: 'Carl C. Icahn' },
        postedAt: '2013-09-24T20:05:39+00:00',
        applyBy: '2011-04-11',
        skills: ['Blockbuster Inc. - Debtor-in-Possession'],
        application: { mode: 'redirect' },
      },
      {
        id: '633b56f1-a499-4ac5-903d-7e46427563f7',
        title: '20110728: Charles W. Ergen; Blockbuster Inc. - Debtor-in-Possession',
        employer: { name: 'Charles W. Ergen' },
        postedAt: '2013-09-24T20:05:39+00:00',
        applyBy: '2011-04-08',
        skills: ['Blockbuster Inc. - Debtor-in-Possession'],
        application: { mode: 'redirect' },
      },
    ]);
    expect([total, nextCursor]).to.deep.equal([2, null]);
  });
});
