import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { rejection } from '../support/fake-network.ts';
import { fakePersonio, knownToPersonio, personioUrl } from './apis/personio.ts';
import { status, xml } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'personio',
  url: personioUrl,
  api: fakePersonio,
  limits: {
    ids: (index) => String(1_834_171 + index),
    knows: knownToPersonio,
    filters: ['q', 'category', 'workMode', 'location', 'currency', 'paid'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'personio', url: personioUrl };

/** What becomes of one position; the rest of it says nothing. */
async function listed(elements: string, definition = preset, locale?: string) {
  const { all, warnings, requests } = openOn(
    definition,
    () =>
      xml(
        `<workzag-jobs><position><id>7</id><name>Count bicycles</name>${elements}</position></workzag-jobs>`,
      ),
    locale,
  );
  const project = (await all()).get('7')!;
  expect(warnings).to.deep.equal([]);
  return { ...project, asked: requests[0]!.url };
}

describe('A position of Personio', () => {
  it('is asked for in the language of the page', async () => {
    expect((await listed('', preset, 'de-AT')).asked).to.equal(`${personioUrl}/xml?language=de`);
    expect((await listed('')).asked).to.equal(`${personioUrl}/xml?language=en`);
  });

  it('is called by its site where it names no company', async () => {
    expect((await listed('<subcompany></subcompany>')).employer.name).to.equal('lakeside');
    const params = { account: 'Lakeside Analytics' };
    expect((await listed('', { ...preset, params })).employer.name).to.equal('Lakeside Analytics');
  });

  it('leads to the site of the company, also where the feed is passed on by a server', async () => {
    const { url, application } = await listed('', {
      preset: 'personio',
      url: 'https://careers.northmere.example/lakeside',
      params: { host: 'lakeside.jobs.personio.de', account: 'Lakeside Analytics' },
    });
    expect(url).to.equal('https://lakeside.jobs.personio.de/job/7');
    expect(application).to.deep.equal({ mode: 'redirect', url });
  });

  it('puts its sections together, those without text left out', async () => {
    const section = (name: string, value: string) =>
      `<jobDescription><name>${name}</name><value>${value}</value></jobDescription>`;
    const sections = [
      section('Aufgaben &amp; Ziele', '\n<![CDATA[\n<p>Ask R&amp;D</p>\n]]>\n'),
      section('Wir', ''),
      section('Profil', '<![CDATA[<ul><li>Excel</li></ul>]]>'),
    ].join('');
    const { descriptionHtml } = await listed(`<jobDescriptions>${sections}</jobDescriptions>`);
    expect(descriptionHtml!.replace(/\n/g, '')).to.equal(
      '<h3>Aufgaben &amp; Ziele</h3><p>Ask R&amp;D</p><h3>Profil</h3><ul><li>Excel</li></ul>',
    );
  });

  it('has all of its offices for places, and is remote where the first is called so', async () => {
    const { locations, workMode } = await listed(
      '<office>Remote</office><additionalOffices><office>Ghent</office><office>Chicago, IL</office></additionalOffices>',
    );
    expect(locations).to.deep.equal([
      { display: 'Remote' },
      { display: 'Ghent' },
      { display: 'Chicago, IL' },
    ]);
    expect(workMode).to.equal('remote');
    expect(await listed('<office>Berlin (Remote)</office>')).not.to.have.property('workMode');
  });

  it('has its field for a category where it has no department', async () => {
    const category = '<department></department><recruitingCategory>Research</recruitingCategory>';
    expect(await listed(category)).to.include({ category: 'Research' });
  });

  it('has pay where the company publishes it, by the year only in words', async () => {
    const pay = async (type: string, min: string, max: string) =>
      (
        await listed(
          `<salaryInformation><min>${min}</min><max>${max}</max><currencyCode>EUR</currencyCode><type>${type}</type></salaryInformation>`,
        )
      ).pay;
    expect(await pay('hourly', '15.50', '')).to.deep.equal({
      kind: 'hourly',
      min: 15.5,
      currency: 'EUR',
      per: 'hour',
    });
    expect(await pay('monthly', '1200', '1500')).to.deep.equal({
      kind: 'unknown',
      min: 1200,
      max: 1500,
      currency: 'EUR',
      per: 'month',
    });
    expect(await pay('yearly', '45000', '55000')).to.deep.equal({
      kind: 'unknown',
      display: 'EUR 45,000–55,000 / yearly',
    });
    expect(await listed('<salaryInformation></salaryInformation>')).not.to.have.property('pay');
  });

  it('says what a contract is only where that is sure', async () => {
    const type = async (word: string) =>
      (await listed(`<employmentType>${word}</employmentType>`)).classification;
    expect(await type('permanent')).to.equal('employee');
    expect(await type('freelance')).to.equal('contractor');
    expect(await type('intern')).to.equal(undefined);
  });

  it('can have skills in its keywords, where a school says so', async () => {
    const fields = { skills: { path: '$.keywords', as: 'split' } };
    const { skills } = await listed('<keywords>excel, sql</keywords>', { ...preset, fields });
    expect(skills).to.deep.equal(['excel', 'sql']);
  });

  it('of a site that is not there is a failure', async () => {
    const gone = openOn(preset, () => status(404));
    expect(await rejection(gone.all())).to.include({ kind: 'http', status: 404 });
    const elsewhere = openOn(preset, () => xml('<html><body><p>Personio</p></body></html>'));
    expect(await rejection(elsewhere.all())).to.include({ kind: 'malformed' });
    expect(elsewhere.warnings.join()).to.include('html');
  });
});

onRealResponses('A response of Personio', ['personio.xml'], (read) => {
  it('has one position, which stands there twice, with its two offices', async () => {
    const { source, warnings } = openOn(
      { preset: 'personio', url: 'https://acme.jobs.personio.com' },
      () => xml(read('personio.xml')),
    );
    const { projects, total, offers } = await source.list({}, { limit: 100 });
    const url = 'https://acme.jobs.personio.com/job/1834171';
    expect(total).to.equal(1);
    expect(projects).to.deep.equal([
      {
        id: '1834171',
        title: 'Staff Software Engineer, Data Platform',
        employer: { name: 'Acme SE & Co. KG' },
        url,
        locations: [{ display: 'Munich' }, { display: 'Berlin' }],
        category: 'Product and Tech',
        postedAt: '2024-11-13T14:10:41+00:00',
        classification: 'employee',
        application: { mode: 'redirect', url },
        complete: true,
      },
    ]);
    expect(offers).to.deep.equal({
      filters: ['q', 'category', 'location'],
      sorts: ['relevance', 'newest'],
    });
    expect(warnings).to.deep.equal([]);
  });
});
