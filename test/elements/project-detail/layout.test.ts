import { aTimeout, expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Project } from '../../../src/domain/project.ts';
import { byRole } from '../../support/by-role.ts';
import { bare, detailWith, full } from './support.ts';

const word = (letter: string) => letter.repeat(300);

/** More, longer and wider than anybody should write. */
const huge: Project = {
  ...full,
  title: word('T'),
  employer: { ...full.employer, name: word('E'), about: word('a') },
  summary: word('S'),
  descriptionHtml: `<p>${'lorem ipsum '.repeat(4_000)}</p><pre>${word('p')}</pre><table><tr>${`<td>${word('t')}</td>`.repeat(8)}</tr></table><ul><li>${word('l')}</li></ul><h2>${word('h')}</h2>`,
  tasks: [word('k')],
  deliverables: [{ title: word('d'), description: word('D'), dueOn: '2098-12-18' }],
  milestones: [{ title: word('m') }],
  checkIns: { cadence: word('c') },
  locations: Array.from({ length: 40 }, (_, index) => ({ display: word(String(index % 10)) })),
  category: word('C'),
  skills: [...Array.from({ length: 500 }, (_, index) => `skill ${index}`), word('s')],
  tools: [{ name: word('o'), providedBy: 'employer' }],
  eligibility: { majors: [word('j')], notes: word('n') },
  policies: { ip: word('i') },
  listedBy: { name: word('b'), url: 'https://board.example/' },
  pay: { kind: 'hourly', min: 1e9, max: 9e12, currency: 'USD' },
  durationDays: { min: 7, max: 70 },
  status: 'open',
};

describe('Layout of <foothold-project-detail>', () => {
  afterEach(() => setViewport({ width: 1280, height: 800 }));

  for (const width of [300, 360, 800, 1280]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`holds at ${width} px with far too much of everything, ${dir}`, async () => {
        await setViewport({ width, height: 800 });
        const detail = await detailWith({
          project: huge,
          width,
          attributes: {
            'project-id': huge.id,
            'apply-href': '/apply',
            ...(dir === 'rtl' && { locale: 'ar' }),
          },
          prepare: (element) => {
            element.config = { version: 1, ui: { wording: { ar: { apply: 'قدّم' } } } };
          },
        });
        expect(byRole(detail, 'article').dir).to.equal(dir);
        await aTimeout(50);
        const box = detail.getBoundingClientRect();
        expect(box.width).to.be.at.most(width);
        const outside = [...detail.renderRoot.querySelectorAll<HTMLElement>('*')].filter((each) => {
          const { left, right, width: own, height } = each.getBoundingClientRect();
          return own > 1 && height > 1 && (left < box.left - 1 || right > box.right + 1);
        });
        expect(outside.map((each) => `${each.localName}.${each.className}`)).to.deep.equal([]);
      });
    }
  }

  it('puts the facts beside what there is to read where there is room', async () => {
    const detail = await detailWith({ width: 1000 });
    const facts = detail.renderRoot.querySelector('[part=facts]')!.getBoundingClientRect();
    const about = byRole(detail, 'heading', 'About the project').getBoundingClientRect();
    expect(facts.left).to.be.above(about.right);
    expect(facts.top).to.be.below(about.top);
  });

  it('puts them before it where there is none', async () => {
    const detail = await detailWith({ width: 700 });
    const facts = detail.renderRoot.querySelector('[part=facts]')!.getBoundingClientRect();
    expect(facts.bottom).to.be.below(
      byRole(detail, 'heading', 'About the project').getBoundingClientRect().top,
    );
  });

  it('keeps the facts in sight while reading', async () => {
    const detail = await detailWith({ project: huge, width: 1100 });
    const facts = detail.renderRoot.querySelector('[part=facts]')!;
    scrollTo(0, 4_000);
    await aTimeout(50);
    expect(facts.getBoundingClientRect().top).to.be.within(0, 100);
    scrollTo(0, 0);
  });

  it('is as high as what is known of a project', async () => {
    const [small, large] = [await detailWith({ project: bare }), await detailWith()];
    expect(small.offsetHeight).to.be.below(large.offsetHeight / 2);
  });
});
