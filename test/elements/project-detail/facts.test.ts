import { expect } from '@open-wc/testing';
import type { Project } from '../../../src/domain/project.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { bare, day, detailWith, fact, full, section, sourceOf, textOf } from './support.ts';

describe('<foothold-project-detail>', () => {
  it('shows what a student decides by, in order', async () => {
    const detail = await detailWith();
    expect(allByRole(detail, 'heading').map(nameOf)).to.deep.equal([
      'Competitor pricing study',
      'About the project',
      'How we work',
      'Deliverables',
      'Milestones',
      'Tools',
      'Skills needed',
      'What you will be able to show',
      'Eligibility',
      'Policies',
      'About Lakeside Analytics',
    ]);
    const all = textOf(byRole(detail, 'article'));
    expect(all).to.match(
      /Competitor pricing study.*Lakeside Analytics.*Verified employer · Marketing · Retail.*Compare what everyday/,
    );
    expect(all.indexOf('$450')).to.be.below(all.indexOf('About the project'));
  });

  it('states the facts', async () => {
    const detail = await detailWith();
    const known = {
      Pay: '$450 fixed, about $15–23 an hour',
      Duration: 'Dec 7, 2098 2–3 weeks Dec 28, 2098 at the latest',
      Hours: '20–30 in all',
      Where: 'HybridChicago, IL',
      Starts: 'Sun, Dec 7, 2098',
      Places: '1 of 2 left',
      Paid: 'On completion',
      Terms: 'As a contractor',
      'Check-ins': 'weekly · video call',
      'Class year': 'Junior or Senior',
      Majors: 'Economics',
      'Work authorization': 'Required',
      'Ownership of the work': 'The employer owns it.',
      Confidentiality: 'Prices stay here.',
      'Use of AI': 'Allowed within limits',
      'Listed by': 'Campus board (opens in a new tab)',
      Posted: 'Nov 20, 2025',
      'Original listing': 'listings.example (opens in a new tab)',
    };
    for (const [term, text] of Object.entries(known))
      expect(fact(detail, term), term).to.equal(text);
    expect(allByRole(detail, 'term').map(textOf)).to.have.members(Object.keys(known));
  });

  it('tells the sections', async () => {
    const detail = await detailWith();
    expect(section(detail, 'About the project')).to.equal(
      'A family grocer is losing shoppers.How we workTogether Agree a basket of itemsRecord prices',
    );
    expect(section(detail, 'Deliverables')).to.match(
      /^Dec 18, 2098 Price sheet ?One row per item\. ?Memo$/,
    );
    expect(section(detail, 'Milestones')).to.match(
      /^Dec 7, 2098 Kick-off call ?First results ?Check-in ?Prices from two stores\./,
    );
    expect(section(detail, 'Tools')).to.match(
      /^Spreadsheet ?· your own ?Survey software ?· provided by the employer ?Pencil$/,
    );
    expect(section(detail, 'Skills needed')).to.match(/^research ?spreadsheets$/);
    expect(section(detail, 'What you will be able to show')).to.match(
      /^pricing analysis ?Explain a price difference$/,
    );
    expect(section(detail, 'Eligibility')).to.match(/Part-time students, too\.$/);
    expect(section(detail, 'About Lakeside Analytics')).to.match(/^Nine people/);
  });

  it('names each list', async () => {
    const detail = await detailWith();
    const heading = byRole(detail, 'heading', 'Deliverables');
    expect(allByRole(heading.parentElement!, 'listitem')).to.have.length(2);
  });

  it('leaves out what is unknown', async () => {
    const detail = await detailWith({ project: bare });
    expect(allByRole(detail, 'heading').map(nameOf)).to.deep.equal(['Label old photographs']);
    expect(allByRole(detail, 'term').map(textOf)).to.deep.equal(['Pay']);
    expect(fact(detail, 'Pay')).to.equal('Pay not stated');
    expect(textOf(byRole(detail, 'article'))).not.to.match(/undefined|null|NaN|Invalid|\[object/);
  });

  const cases: [string, Partial<Project>, string, string | undefined][] = [
    ['hourly pay', { pay: { kind: 'hourly', min: 20, currency: 'USD' } }, 'Pay', '$20 an hour'],
    [
      'hourly pay and hours',
      { pay: { kind: 'hourly', min: 20, currency: 'USD' }, hours: { max: 10 } },
      'Pay',
      '$20 an hour $200 in all',
    ],
    ['fixed pay alone', { pay: { kind: 'fixed', max: 90, currency: 'EUR' } }, 'Pay', '€90 fixed'],
    [
      'pay in the words of the source',
      { pay: { kind: 'fixed', display: 'By talk' } },
      'Pay',
      'By talk',
    ],
    ['no pay', { pay: { kind: 'unpaid' } }, 'Pay', 'Unpaid'],
    ['places without their number', { openingsLeft: 1 }, 'Places', '1 left'],
    ['places', { openings: 3 }, 'Places', '3'],
    [
      'pay by milestone',
      { pay: { kind: 'unknown', schedule: 'milestones' } },
      'Paid',
      'By milestone',
    ],
    ['course credit', { classification: 'course_credit' }, 'Terms', 'For course credit'],
    ['days', { durationDays: { max: 3 } }, 'Duration', '3 days'],
    ['an end without a duration', { endsOn: '2098-12-28' }, 'Ends', 'Sun, Dec 28, 2098'],
    ['hours as one number', { hours: { min: 8, max: 8 } }, 'Hours', '8 in all'],
    [
      'a class year of its own',
      { eligibility: { classYears: ['Year 4'] } },
      'Class year',
      'Year 4',
    ],
    [
      'no work authorization',
      { eligibility: { workAuthorization: 'not_required' } },
      'Work authorization',
      'Not required',
    ],
    ['no restriction', { eligibility: { classYears: [], majors: [] } }, 'Class year', undefined],
    ['check-ins without a channel', { checkIns: { cadence: 'daily' } }, 'Check-ins', 'daily'],
  ];
  for (const [name, change, term, text] of cases) {
    it(`states ${name}`, async () => {
      const detail = await detailWith({ project: { ...bare, ...change } });
      expect(fact(detail, term)).to.equal(text);
    });
  }

  describe('the deadline', () => {
    const deadline = async (change: Partial<Project>) => {
      const detail = await detailWith({ project: { ...bare, ...change } });
      return textOf(detail.renderRoot.querySelector('[part=deadline]'));
    };

    it('says date, time and zone in words', async () => {
      expect(await deadline({ applyBy: '2098-12-05', timeZone: 'America/Chicago' })).to.match(
        /^Apply by Fri, Dec 5, 2098 [\d,]+ days left · closes 11:59\sPM Central Standard Time Add deadline to calendar$/,
      );
    });

    it('says no more than the date without a zone', async () => {
      expect(await deadline({ applyBy: '2098-12-05' })).to.equal(
        'Apply by Fri, Dec 5, 2098 Add deadline to calendar',
      );
    });

    it('takes a zone that is not known for none', async () => {
      expect(await deadline({ applyBy: '2098-12-05', timeZone: 'Mars/Olympus' })).to.equal(
        'Apply by Fri, Dec 5, 2098 Add deadline to calendar',
      );
    });

    it("says an instant without a zone on the reader's own clock", async () => {
      const at = new Date('2098-12-05T23:30:00Z');
      const words = (options: Intl.DateTimeFormatOptions) => at.toLocaleString('en', options);
      const text = await deadline({ applyBy: '2098-12-05T23:30:00Z' });
      expect(text).to.include(
        `Apply by ${words({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })}`,
      );
      expect(text).to.include(
        `closes ${words({ hour: 'numeric', minute: '2-digit', timeZoneName: 'long' })}`,
      );
    });

    it('says by a word that it is near', async () => {
      expect(await deadline({ applyBy: day(1), timeZone: 'UTC' })).to.match(/Tomorrow · closes/);
      expect(await deadline({ applyBy: day(0), timeZone: 'UTC' })).to.match(/Today · closes/);
    });
  });

  it('shows hostile text as text, in every field', async () => {
    const hostile = '<img src=x onerror="fired()"><script>fired()</script>\'"`${1}{{1}}';
    let fired = 0;
    Object.assign(window, { fired: () => fired++ });
    const spoil = (value: unknown, key = ''): unknown => {
      if (Array.isArray(value)) return value.map((each) => spoil(each, key));
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(
          Object.entries(value).map(([name, each]) => [name, spoil(each, name)]),
        );
      const isText =
        typeof value === 'string' &&
        !/^(id|mode|kind|status|workMode|currency|per|schedule|classification|aiUse|workAuthorization|providedBy|language|timeZone|applyBy|.*On|postedAt|type|resume|descriptionHtml)$/.test(
          key,
        );
      return isText ? hostile : value;
    };
    const project = spoil(full) as Project;
    const detail = await detailWith({ project, source: sourceOf(project) });
    const root = detail.renderRoot as ShadowRoot;
    expect(root.querySelector('script, img, [onerror]')).to.equal(null);
    expect(byRole(detail, 'heading', hostile)).to.be.instanceOf(HTMLElement);
    expect(textOf(byRole(detail, 'article')).split(hostile).length).to.be.at.least(20);
    for (const link of root.querySelectorAll('a')) expect(link.protocol).to.match(/^https?:$/);
    expect(fired).to.equal(0);
  });

  it('makes no link of an address that is none', async () => {
    const detail = await detailWith({
      project: {
        ...bare,
        url: 'javascript:fired()',
        employer: { name: 'A', url: 'javascript:fired()' },
        listedBy: { name: 'B', url: 'data:text/html,x' },
        application: { mode: 'redirect', url: 'javascript:fired()' },
      },
    });
    expect(allByRole(detail, 'link')).to.deep.equal([]);
    expect(fact(detail, 'Listed by')).to.equal('B');
  });

  it('tells screen readers the language of the listing, and which way it runs', async () => {
    const project: Project = { ...bare, title: 'دراسة أسعار', summary: 'ملخص', language: 'ar' };
    const detail = await detailWith({ project });
    const title = byRole(detail, 'heading', project.title);
    expect(title.querySelector('bdi')?.lang).to.equal('ar');
    expect(byRole(detail, 'article')).to.include({ lang: 'en', dir: 'ltr' });
    const lede = [...(detail.renderRoot as ShadowRoot).querySelectorAll('p')].find(
      (each) => textOf(each) === 'ملخص',
    );
    expect(lede).to.include({ lang: 'ar', dir: 'auto' });
    expect(getComputedStyle(lede!).direction).to.equal('rtl');
  });

  it('starts its headings at the level that fits the page', async () => {
    const detail = await detailWith({
      attributes: { 'project-id': 'mkt-204', 'heading-level': '3' },
    });
    const levels = allByRole(detail, 'heading').map(({ localName }) => localName);
    expect(levels.slice(0, 4)).to.deep.equal(['h3', 'h4', 'h5', 'h4']);
  });

  it("opens an employer's page in a new tab, and says so", async () => {
    const detail = await detailWith();
    const link = byRole(detail, 'link', 'lakeside.example (opens in a new tab)');
    expect(link).to.include({
      href: 'https://lakeside.example/',
      target: '_blank',
      rel: 'noopener noreferrer nofollow',
      referrerPolicy: 'no-referrer',
    });
  });
});
