import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { atom, atomUrl, knownToAtom, knownToRss, rss, rssUrl } from './apis/feeds.ts';
import { xml } from './support/fake-api.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  name: 'The preset rss on RSS 2.0',
  preset: 'rss',
  url: rssUrl,
  api: rss,
  limits: {
    knows: knownToRss,
    filters: ['q', 'category', 'location'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

presetSuite({
  name: 'The preset rss on Atom',
  preset: 'rss',
  url: atomUrl,
  api: atom,
  limits: {
    knows: knownToAtom,
    filters: ['q', 'category'],
    sorts: ['relevance', 'newest'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'rss', url: rssUrl };

async function only(feed: string, more: SourceDefinition = {}) {
  const { all, warnings } = openOn({ ...preset, ...more }, () => xml(feed));
  const projects = [...(await all()).values()];
  expect(warnings).to.deep.equal([]);
  expect(projects).to.have.length(1);
  return projects[0]!;
}

const item = (inside: string, more?: SourceDefinition) =>
  only(`<rss><channel><title>Campus jobs</title><item>${inside}</item></channel></rss>`, more);
const entry = (inside: string) =>
  only(`<feed><title>Campus jobs</title><entry><id>1</id>${inside}</entry></feed>`);

describe('An item of RSS', () => {
  it('has an id of its own, or one made of its link', async () => {
    const title = '<title>Count bicycles</title>';
    expect((await item(`${title}<guid>job-7</guid>`)).id).to.equal('job-7');
    expect((await item(`${title}<guid isPermaLink="false">job-7</guid>`)).id).to.equal('job-7');
    const link = `<link>https://jobs.example/${'long-'.repeat(50)}7</link>`;
    expect((await item(title + link)).id).to.match(/^[a-z-]{10,100}-7$/);
  });

  it('names its employer in its title, where it does so nowhere else', async () => {
    const title = '<guid>1</guid><title>Lakeside Analytics: Map: quiet places</title>';
    expect(await item(title)).to.deep.include({
      title: 'Map: quiet places',
      employer: { name: 'Lakeside Analytics' },
    });
    for (const name of ['company', 'job_listing:company', 'job:company'])
      expect(await item(`${title}<${name}>Campus Library</${name}>`)).to.deep.include({
        title: 'Lakeside Analytics: Map: quiet places',
        employer: { name: 'Campus Library' },
      });
    expect(await item('<guid>1</guid><title>Count bicycles</title>')).to.deep.include({
      title: 'Count bicycles',
      employer: { name: 'Campus jobs' },
    });
  });

  it('has its HTML in CDATA or escaped, with what is escaped in it', async () => {
    const title = '<guid>1</guid><title>A: B</title>';
    const html = '<p>Ask R&amp;D, 5 &lt; 6</p>';
    for (const written of [
      `<description><![CDATA[${html}]]></description>`,
      `<description>&lt;p&gt;Ask R&amp;amp;D, 5 &amp;lt; 6&lt;/p&gt;</description>`,
      `<description>Ask …</description><content:encoded><![CDATA[${html}]]></content:encoded>`,
    ])
      expect((await item(title + written)).descriptionHtml).to.equal(html);
    const { summary } = await item(`${title}<description><![CDATA[${html}]]></description>`);
    expect(summary).to.equal('Ask R&D, 5 < 6');
  });

  it('has dates of RFC 822 in any zone', async () => {
    const at = async (date: string) =>
      (await item(`<guid>1</guid><title>A: B</title><pubDate>${date}</pubDate>`)).postedAt;
    expect(await at('Thu, 10 Sep 2026 21:30:33 +0000')).to.equal('2026-09-10T21:30:33+00:00');
    expect(await at('Thu, 10 Sep 2026 21:30 EST')).to.equal('2026-09-10T21:30:00-05:00');
  });

  it('has places and pay of its own namespace', async () => {
    expect(
      await item(
        '<guid>1</guid><title>A: B</title><job:location>Ghent</job:location><job:location>Chicago, IL</job:location>' +
          '<job_listing:salary>$450 per project</job_listing:salary>',
      ),
    ).to.deep.include({
      locations: [{ display: 'Ghent' }, { display: 'Chicago, IL' }],
      pay: { kind: 'fixed', per: 'project', min: 450, max: 450, currency: 'USD' },
    });
    const { workMode } = await item('<guid>1</guid><title>A: B</title><location>Remote</location>');
    expect(workMode).to.equal('remote');
  });

  it('may have elements with our own names, and a config can read any others', async () => {
    const fields = { applyBy: "$['campus:deadline']" };
    expect(
      await item(
        '<guid>1</guid><title>A: B</title><hours>15-20</hours><skills>excel, sql</skills>' +
          '<campus:deadline>2036-03-12</campus:deadline>',
        { fields },
      ),
    ).to.deep.include({
      hours: { min: 15, max: 20 },
      skills: ['excel', 'sql'],
      applyBy: '2036-03-12',
    });
  });
});

describe('An entry of Atom', () => {
  it('has its page in one of several links, or in the only one', async () => {
    const title = '<title>A: B</title>';
    for (const links of [
      '<link href="https://jobs.example/1"/>',
      '<link href="https://jobs.example/1"/><link rel="self" href="https://jobs.example/1.atom"/>',
      '<link rel="self" href="https://jobs.example/1.atom"/><link rel="alternate" href="https://jobs.example/1"/>',
    ])
      expect((await entry(title + links)).url).to.equal('https://jobs.example/1');
  });

  it('names its employer in its title, too, whatever that is written in', async () => {
    for (const type of ['', ' type="text"', ' type="html"'])
      expect(await entry(`<title${type}>A &amp;amp; B: C</title>`)).to.deep.include({
        title: 'C',
        employer: { name: 'A & B' },
      });
    const author = '<author><name>Lakeside Analytics</name></author>';
    expect(await entry(`<title>Count bicycles</title>${author}`)).to.deep.include({
      employer: { name: 'Lakeside Analytics' },
    });
  });

  it('has its text as HTML, as XHTML, or as a summary alone', async () => {
    const text = async (content: string) =>
      (await entry(`<title type="html">A: B</title>${content}`)).descriptionHtml;
    expect(await text('<content type="html">&lt;p&gt;One&lt;/p&gt;</content>')).to.equal(
      '<p>One</p>',
    );
    expect(await text('<content type="xhtml"><div><p>One</p></div></content>')).to.equal(
      '<div><p>One</p></div>',
    );
    expect(await text('<content>One</content>')).to.equal('One');
    expect(await entry('<title>A: B</title><summary>One</summary>')).to.have.property(
      'summary',
      'One',
    );
  });

  it('has the label of a category only where a term is missing', async () => {
    const { category } = await entry(
      '<title>A: B</title><category term="design" label="Design"/><category term="research"/>',
    );
    expect(category).to.equal('design');
  });
});

onRealResponses('A real feed', ['weworkremotely-trimmed.rss'], (read) => {
  it('is read as it came', async () => {
    const { all, warnings } = openOn(preset, () => xml(read('weworkremotely-trimmed.rss')));
    const url = 'https://weworkremotely.com/remote-jobs/toptal-power-platform-solutions-architect';
    const project = (await all()).get(url)!;
    expect(warnings).to.deep.equal([]);
    expect(project).to.deep.include({
      title: 'Power Platform Solutions Architect',
      employer: { name: 'Toptal' },
      url,
      category: 'Full-Stack Programming',
      locations: [{ display: 'North America Only' }],
      postedAt: '2026-09-10T21:30:33+00:00',
      language: 'en-US',
      application: { mode: 'redirect', url },
    });
    expect(project.descriptionHtml).to.match(/^<p>\s*<strong>Headquarters:<\/strong>/);
    expect(project).not.to.have.any.keys('pay', 'workMode', 'applyBy', 'hours');
  });
});
