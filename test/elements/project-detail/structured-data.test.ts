import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { Project } from '../../../src/domain/project.ts';
import { allByRole } from '../../support/by-role.ts';
import { underPolicy } from '../../support/policy-frame.ts';
import { bare, detailWith, full, sourceOf, type Setup } from './support.ts';

const scripts = () => [
  ...document.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'),
];

/** What search engines read, or undefined. */
const posting = (): Record<string, unknown> | undefined => {
  const [script, another] = scripts();
  expect(another).to.equal(undefined);
  return script && (JSON.parse(script.text) as Record<string, unknown>);
};

const { url: _url, ...here } = full;

const described = (project: Project, setup: Setup = {}) =>
  detailWith({
    project,
    ...setup,
    attributes: { 'project-id': project.id, 'with-structured-data': '', ...setup.attributes },
  });

/** The page's address for the time of a test. */
function at(search: string): void {
  history.replaceState(null, '', search);
}

describe('Structured data', () => {
  const before = location.href;

  afterEach(() => {
    history.replaceState(null, '', before);
    document.head.querySelector('link[rel=canonical]')?.remove();
  });

  it('describes an open project as a job posting', async () => {
    await described(here);
    expect(posting()).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      identifier: { '@type': 'PropertyValue', name: 'Lakeside Analytics', value: 'mkt-204' },
      title: 'Competitor pricing study',
      description:
        '<p>A <strong>family grocer</strong> is losing shoppers.</p><h4>How we work</h4><ul><li>Together</li></ul>',
      datePosted: '2025-11-20T15:00:00Z',
      validThrough: '2098-12-06T05:59:59.999Z',
      jobStartDate: '2098-12-07',
      hiringOrganization: {
        '@type': 'Organization',
        name: 'Lakeside Analytics',
        sameAs: 'https://lakeside.example/',
      },
      employmentType: 'CONTRACTOR',
      jobLocation: [
        {
          '@type': 'Place',
          address: {
            '@type': 'PostalAddress',
            addressLocality: 'Chicago',
            addressRegion: 'IL',
            addressCountry: 'US',
          },
        },
      ],
      workHours: '20–30 hours',
      totalJobOpenings: 2,
      industry: 'Retail',
      occupationalCategory: 'Marketing',
      skills: 'research, spreadsheets',
      responsibilities: 'Agree a basket of items\nRecord prices',
      qualifications: 'Part-time students, too.',
    });
    expect(scripts()[0]!.parentElement).to.equal(document.head);
  });

  it('says no more than is known', async () => {
    await described(bare);
    expect(posting()).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      identifier: { '@type': 'PropertyValue', name: 'Fernhollow Archive', value: 'bare' },
      title: 'Label old photographs',
      hiringOrganization: { '@type': 'Organization', name: 'Fernhollow Archive' },
    });
  });

  it('says where one may be who works remotely', async () => {
    await described({ ...here, workMode: 'remote' });
    expect(posting()).to.deep.include({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ '@type': 'Country', name: 'US' }],
    });
    expect(posting()).not.to.have.property('jobLocation');
  });

  it('takes a place for what it is called where no more is known', async () => {
    await described({ ...bare, locations: [{ display: 'Fernhollow' }] });
    expect(posting()!.jobLocation).to.deep.equal([{ '@type': 'Place', address: 'Fernhollow' }]);
  });

  it('states pay by time, and no other', async () => {
    await described({ ...bare, pay: { kind: 'hourly', min: 20, max: 25, currency: 'USD' } });
    expect(posting()!.baseSalary).to.deep.equal({
      '@type': 'MonetaryAmount',
      currency: 'USD',
      value: { '@type': 'QuantitativeValue', minValue: 20, maxValue: 25, unitText: 'HOUR' },
    });
  });

  it('states no pay that is for the whole project, or an estimate', async () => {
    await described({
      ...bare,
      pay: { kind: 'hourly', min: 20, currency: 'USD', estimated: true },
    });
    expect(posting()).not.to.have.property('baseSalary');
  });

  it('cannot be ended by what is in it', async () => {
    const title = '</script><!-- <script> ]]> \u2028 &lt;';
    await described({ ...bare, title });
    expect(scripts()[0]!.text).not.to.include('<');
    expect(posting()!.title).to.equal(title);
  });

  it('is there only on request', async () => {
    await detailWith({ project: here });
    expect(posting()).to.equal(undefined);
  });

  for (const change of [
    { status: 'closed' },
    { status: 'filled' },
    { status: 'in review' },
    { applyBy: '2020-01-01' },
  ] as const)
    it(`is not there for ${JSON.stringify(change)}`, async () => {
      await described({ ...here, ...change });
      expect(posting()).to.equal(undefined);
    });

  describe('is only on the canonical page', () => {
    const cases: [string, string, string, boolean][] = [
      ['the same address', '/p?id=mkt-204', '/p?id=mkt-204', true],
      ['another fragment', '/p?id=mkt-204#here', '/p?id=mkt-204#there', true],
      ['foreign parameters', '/p?utm_source=mail&id=mkt-204&fbclid=1', '/p?id=mkt-204', true],
      ['another order', '/p?b=2&a=1', '/p?a=1&b=2', true],
      ['another spelling', '/p?id=mkt%2D204', '/p?id=mkt-204', true],
      ['another project', '/p?id=other', '/p?id=mkt-204', false],
      ['the list around it', '/p?fh-project=mkt-204', '/p', false],
      ['another path', '/q?id=mkt-204', '/p?id=mkt-204', false],
      ['another origin', '/p?id=mkt-204', 'https://listings.example/p?id=mkt-204', false],
      ['no address', '/p', 'javascript:fired()', false],
    ];
    for (const [name, address, url, isThere] of cases) {
      it(`by the project's address: ${name}`, async () => {
        at(address);
        await described({ ...full, url: new URL(url, location.origin).href });
        expect(posting() !== undefined).to.equal(isThere);
      });

      it(`by the page's own word: ${name}`, async () => {
        at(address);
        const link = document.createElement('link');
        link.rel = 'canonical';
        link.href = url;
        document.head.append(link);
        await described(here);
        expect(posting() !== undefined).to.equal(isThere);
      });
    }
  });

  it('goes when the project closes', async () => {
    let status = 'open';
    const source = sourceOf(() => Promise.resolve({ ...here, status }));
    const detail = await described(here, { source });
    expect(posting()).not.to.equal(undefined);
    status = 'filled';
    detail.source = sourceOf({ ...here, status });
    await waitUntil(() => posting() === undefined);
  });

  it('goes with the element, and comes back with it', async () => {
    const detail = await described(here);
    const { parentElement: parent } = detail;
    detail.remove();
    expect(posting()).to.equal(undefined);
    parent!.append(detail);
    await waitUntil(() => posting() !== undefined);
  });

  it('follows the project', async () => {
    const source = sourceOf((id) => Promise.resolve({ ...bare, id, title: `Project ${id}` }));
    const detail = await described(bare, { source });
    detail.projectId = 'other';
    await waitUntil(() => posting()?.title === 'Project other');
  });

  it('goes when it is no longer wanted', async () => {
    const detail = await described(here);
    detail.withStructuredData = false;
    await detail.updateComplete;
    expect(posting()).to.equal(undefined);
  });

  it('is of one project, however many are on the page', async () => {
    await described(here);
    await described(bare);
    expect(posting()!.title).to.equal(full.title);
  });

  it('is written under a policy that allows no scripts but its own, and no text in them', async () => {
    await underPolicy(
      "require-trusted-types-for 'script'; trusted-types foothold lit-html; style-src 'none'; img-src 'none'",
      async (inside, violations) => {
        const { FootholdProjectDetail } = await inside.load();
        expect(FootholdProjectDetail).to.be.a('function');
        const detail = inside.document.createElement('foothold-project-detail');
        detail.source = sourceOf(here);
        detail.projectId = here.id;
        detail.withStructuredData = true;
        inside.document.body.append(detail);
        await waitUntil(() => allByRole(detail.shadowRoot!, 'heading').length > 5);
        await aTimeout(50);
        const script = inside.document.head.querySelector<HTMLScriptElement>(
          'script[type="application/ld+json"]',
        );
        expect((JSON.parse(script!.text) as { title: string }).title).to.equal(full.title);
        expect(violations()).to.deep.equal([]);
      },
    );
  });
});
