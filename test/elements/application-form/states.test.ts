import { ContextProvider } from '@lit/context';
import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Question } from '../../../src/domain/questions.ts';
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { navigationContext, type Navigation, type View } from '../../../src/controllers/context.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { violationsOf } from '../../support/axe.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import {
  choose,
  control,
  Endpoint,
  fillIn,
  hasFocus,
  formWith,
  next,
  pdf,
  place,
  projectWith,
  send,
  textOf,
  write,
} from './support.ts';

const questions: readonly Question[] = [
  ...(
    ['text', 'textarea', 'email', 'tel', 'url', 'number', 'date', 'boolean', 'file'] as const
  ).map((type) => ({
    id: type,
    type,
    label: `A ${type}`,
    required: true,
    help: 'w'.repeat(120),
  })),
  { id: 'terms', type: 'consent', label: 'I accept the terms', required: true },
  { id: 'read', type: 'info', label: 'Read this.' },
  ...(['select', 'multiselect'] as const).map((type) => ({
    id: type,
    type,
    label: `A ${type} ${'long '.repeat(40)}`,
    required: true,
    options: ['A', 'B', 'C', 'D', 'o'.repeat(200)].map((label) => ({ value: label, label })),
  })),
];
const terms: ApplicationTerms = {
  estimatedMinutes: 15,
  requires: { resume: 'required' },
  proposal: { minWords: 50, maxWords: 300, prompts: ['Why this project?', 'x'.repeat(300)] },
};

/** All kinds of questions, on as many forms as keep them on one page. */
const pages = [questions.slice(0, 4), questions.slice(4, 8), questions.slice(8)].map((some) =>
  projectWith({ ...terms, questions: some }),
);
const [everyText, everyFigure, everyChoice] = pages as [Project, Project, Project];

/** All of them on one form, which goes step by step. */
const everything = projectWith({
  questions: questions.map((each) => ({ ...each, required: false })),
});

/** Fills in what the long form needs, and goes on to a step, or to the review. */
async function goTo(form: FootholdApplicationForm, steps: number): Promise<void> {
  await write(form, 'Full name', 'Amara Osei');
  await write(form, 'Email', 'amara@student.example');
  for (let step = 0; step < steps; step++) {
    if (step === 1) await write(form, 'Your proposal', 'I would begin.');
    await next(form);
  }
}

describe('the form', () => {
  it('says how long it takes, and what is needed', async () => {
    const form = await formWith({ project: everyText });
    expect(textOf(form.renderRoot)).to.contain(
      'About 15 minutes. Every field is needed unless it says optional.',
    );
  });

  it('has the project at hand: beside it, or behind one line where it is narrow', async () => {
    const wide = await formWith({ width: 1100 });
    const facts = ['$450', '20–30 hours', 'Remote', 'A price sheet, Dec 18, 2098', 'A memo'];
    const aside = byRole(wide, 'complementary', 'Competitor pricing study');
    for (const fact of facts) expect(textOf(aside)).to.contain(fact);
    expect(allByRole(aside, 'button')).to.deep.equal([]);
    expect(byRole(aside, 'link', /^Read the whole project/).href).to.equal(
      'https://listings.example/projects/mkt-204',
    );

    const narrow = await formWith({ width: 360 });
    const button = byRole(narrow, 'button', /^Competitor pricing study · \$450 · By Dec 5/);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(allByRole(narrow, 'term')).to.deep.equal([]);
    button.click();
    await narrow.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(allByRole(narrow, 'term').map(textOf)).to.include('Pay');
  });

  it('is not there without a privacy notice, and says so to the developer once', async () => {
    const errors: string[] = [];
    const restore = replace(console, 'error', (message: string) => errors.push(message));
    const form = await formWith({ attributes: { 'project-id': 'mkt-204' } });
    form.requestUpdate();
    await form.updateComplete;
    restore();
    expect(byRole(form, 'heading', 'Applications are not set up on this page yet')).to.exist;
    expect(allByRole(form, 'textbox')).to.deep.equal([]);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('privacy-url');
  });

  it('works as a demonstration, and says that it is one', async () => {
    const source = new Endpoint();
    const form = await formWith({ source, attributes: { 'project-id': 'mkt-204', demo: '' } });
    expect(textOf(form.renderRoot)).to.contain('Demonstration.');
    expect(allByRole(form, 'link', /^Privacy notice/)).to.deep.equal([]);
    await fillIn(form);
    await send(form);
    expect(source.submissions).to.have.length(1);
  });

  for (const [status, words] of [
    ['closed', 'Applications are closed'],
    ['filled', 'All places are filled'],
    ['paused', 'Applications are paused'],
    ['in review', 'in review'],
  ] as const)
    it(`says that a project is ${status}`, async () => {
      const form = await formWith({ project: projectWith({}, { status }) });
      expect(textOf(form.renderRoot)).to.contain(words);
      expect(allByRole(form, 'textbox')).to.deep.equal([]);
    });

  it('says that the deadline has passed', async () => {
    const form = await formWith({ project: projectWith({}, { applyBy: '2020-01-01' }) });
    expect(textOf(form.renderRoot)).to.contain('Applications are closed');
  });

  it('says that a project is gone', async () => {
    const source = new Endpoint(() =>
      Promise.reject(new SourceError('http', 'gone', { status: 410 })),
    );
    const form = await formWith({ source });
    expect(byRole(form, 'heading', 'This project is no longer available')).to.exist;
    expect(form.matches(':state(empty)')).to.equal(true);
  });

  it('says that the project could not be loaded, and tries again', async () => {
    let down = true;
    const source = new Endpoint(() =>
      down
        ? Promise.reject(new SourceError('http', 'down', { status: 500 }))
        : Promise.resolve(projectWith()),
    );
    const content = document.createElement('a');
    content.href = 'https://listings.example/';
    content.textContent = 'Browse micro-internships';
    const form = await formWith({ source, content });
    expect(form.matches(':state(failed)')).to.equal(true);
    expect(textOf(byRole(form, 'alert'))).to.contain('The project could not be loaded');
    expect(content.checkVisibility()).to.equal(true);
    down = false;
    byRole(form, 'button', 'Try again').click();
    await waitUntil(() => allByRole(form, 'textbox').length > 0);
    expect(content.checkVisibility()).to.equal(false);
    const heading = byRole(form, 'heading', 'Apply to Lakeside Analytics');
    expect(hasFocus(heading), 'focus follows').to.equal(true);
  });

  it("reads the project's id from the page's address", async () => {
    const before = location.href;
    const url = new URL(before);
    url.searchParams.set('opening', 'mkt-204');
    history.replaceState(history.state, '', url);
    const asked: string[] = [];
    const source = new Endpoint((id) => {
      asked.push(id);
      return Promise.resolve(projectWith());
    });
    await formWith({ source, attributes: { 'project-id-param': 'opening', demo: '' } });
    history.replaceState(history.state, '', before);
    expect(asked).to.deep.equal(['mkt-204']);
  });

  it("keeps the page's own words where nobody says to which project it belongs", async () => {
    let asked = 0;
    const source = new Endpoint(() => {
      asked++;
      return Promise.resolve(projectWith());
    });
    const content = Object.assign(document.createElement('a'), {
      href: '/all',
      textContent: 'All',
    });
    await place({ source, content, attributes: { demo: '' } });
    expect(content.checkVisibility()).to.equal(true);
    expect(asked).to.equal(0);
  });

  it('stays as it was left when it is moved', async () => {
    let asked = 0;
    const source = new Endpoint(() => {
      asked++;
      return Promise.resolve(projectWith());
    });
    const form = await formWith({ source });
    await write(form, 'Full name', 'Amara');
    const field = control(form, 'Full name');
    const box = form.parentElement!;
    box.append(document.createElement('p'), form);
    await form.updateComplete;
    expect(control(form, 'Full name') === field).to.equal(true);
    expect(field.value).to.equal('Amara');
    expect(asked).to.equal(1);
  });

  it('is in the language of its wording, in its direction', async () => {
    const form = await formWith({
      width: 700,
      prepare: (element) => {
        element.locale = 'ar';
        element.config = {
          version: 1,
          ui: { wording: { ar: { send: 'أرسل الطلب', fullName: 'الاسم الكامل' } } },
        };
      },
    });
    expect(byRole(form, 'button', 'أرسل الطلب')).to.exist;
    const field = control(form, 'الاسم الكامل');
    expect(getComputedStyle(field).direction).to.equal('rtl');
    expect(field.closest('[lang]')?.getAttribute('lang')).to.equal('ar');
  });

  it('tells tools that record sessions to look away', async () => {
    const form = await formWith();
    const field = control(form, 'Full name');
    for (const mark of [
      '[data-private]',
      '[data-hj-suppress]',
      '[data-dd-privacy="mask"]',
      '[data-clarity-mask="true"]',
      '.fs-mask',
      '.ph-no-capture',
      '.rr-block',
      '.sentry-mask',
    ])
      expect(!!field.closest(mark), mark).to.equal(true);
  });

  it('reads out the number of words, not with every letter', async () => {
    const form = await formWith();
    const said = () => allByRole(form, 'status').map(textOf).join();
    await write(form, 'Your proposal', 'one two three');
    expect(said()).to.equal('');
    await waitUntil(() => said() === '3 words', 'it is read out', { timeout: 6000 });
  });

  it('draws no more of a project than it can show', async () => {
    const form = await formWith({
      project: projectWith(
        {},
        { title: '<img src=x onerror=alert(1)>', employer: { name: '<b>x' } },
      ),
    });
    expect(textOf(byRole(form, 'heading', /^Apply to/))).to.equal('Apply to <b>x');
    expect(form.renderRoot.querySelectorAll('img')).to.have.length(0);
  });
});

describe('the form in a board', () => {
  /** A box that leads to other views as a board does, and keeps where it was led. */
  const boardWith = (hrefFor: Navigation['hrefFor']) => {
    const opened: View[] = [];
    const box = document.createElement('div');
    const initialValue: Navigation = { hrefFor, open: (view) => opened.push(view) };
    new ContextProvider(box, { context: navigationContext, initialValue });
    box.style.inlineSize = '1100px';
    document.body.append(box);
    return { box, opened };
  };
  const inBoard = async (hrefFor: Navigation['hrefFor'] = ({ name }) => `#${name}`) => {
    const { box, opened } = boardWith(hrefFor);
    const inside = document.createElement('foothold-application-form');
    inside.source = new Endpoint();
    inside.projectId = 'mkt-204';
    inside.demo = true;
    box.append(inside);
    await waitUntil(() => allByRole(inside, 'heading').length > 0);
    return { form: inside, opened, box };
  };

  it('leads back to the project in place, and by a real link', async () => {
    const { form, opened, box } = await inBoard();
    const link = byRole(form, 'link', 'Back to the project');
    expect(link.getAttribute('href')).to.equal('#project');
    link.click();
    byRole(form, 'link', 'Read the whole project').click();
    expect(opened).to.deep.equal([
      { name: 'project', id: 'mkt-204' },
      { name: 'project', id: 'mkt-204' },
    ]);
    box.remove();
  });

  it('leads back by a button where its view has no address', async () => {
    const { form, opened, box } = await inBoard(() => undefined);
    byRole(form, 'button', 'Back to the project').click();
    expect(opened).to.have.length(1);
    box.remove();
  });

  it('leads from the receipt to the projects, with and without clearing it', async () => {
    const { form, opened, box } = await inBoard();
    await fillIn(form);
    await send(form);
    byRole(form, 'link', 'Back to projects').click();
    expect(textOf(form.renderRoot)).to.contain('FH-7Q2K-93');
    byRole(form, 'button', 'Finish and clear').click();
    await form.updateComplete;
    expect(opened).to.deep.equal([{ name: 'list' }, { name: 'list' }]);
    expect(textOf(form.renderRoot)).not.to.contain('FH-7Q2K-93');
    box.remove();
  });
});

describe('nobody is kept out', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
  });

  const withErrors = async (project: Project) => {
    const form = await formWith({ project });
    await send(form);
    expect(hasFocus(byRole(form, 'group', 'There is a problem'))).to.equal(true);
    return form;
  };
  const states: Record<string, () => Promise<Element>> = {
    'empty, with texts': () => formWith({ project: everyText, width: 1100 }),
    'empty, with figures': () => formWith({ project: everyFigure, width: 1100 }),
    'empty, with choices': () => formWith({ project: everyChoice, width: 1100 }),
    narrow: () => formWith({ project: everyFigure, width: 320 }),
    'with errors in texts': () => withErrors(everyText),
    'with errors in figures': () => withErrors(everyFigure),
    'with errors in choices': () => withErrors(everyChoice),
    'with files': async () => {
      const form = await formWith({ project: everyChoice });
      await choose(form, 'Resume', pdf());
      await choose(form, 'A file', pdf('cv.exe'));
      return form;
    },
    'at its second step': async () => {
      const form = await formWith({ project: everything });
      await goTo(form, 1);
      return form;
    },
    'at its review': async () => {
      const form = await formWith({ project: everything });
      await goTo(form, 4);
      expect(byRole(form, 'heading', /Review$/)).to.exist;
      return form;
    },
    'about to be cleared': async () => {
      const form = await formWith();
      await write(form, 'Full name', 'Amara');
      byRole(form, 'button', 'Clear form').click();
      await form.updateComplete;
      return form;
    },
    unconfirmed: async () => {
      const source = new Endpoint();
      source.replies.push(new TypeError('Failed to fetch'));
      const form = await formWith({ source });
      await fillIn(form);
      await send(form);
      return form;
    },
    sent: async () => {
      const form = await formWith();
      await fillIn(form);
      await send(form);
      return form;
    },
    cleared: async () => {
      const form = await formWith();
      await fillIn(form);
      await send(form);
      byRole(form, 'button', 'Finish and clear').click();
      await form.updateComplete;
      return form;
    },
    closed: () => formWith({ project: projectWith({}, { status: 'closed' }) }),
    elsewhere: () =>
      formWith({
        project: { ...everyText, application: { ...everyText.application, mode: 'redirect' } },
      }),
    'by email': () =>
      formWith({
        width: 320,
        application: {
          mode: 'email',
          email: 'work@lakeside.example',
          requires: { resume: 'optional' },
        },
      }),
    'in the dark': async () => {
      const form = await place({ project: everyChoice });
      form.colorScheme = 'dark';
      form.parentElement!.style.background = '#111';
      form.parentElement!.style.color = '#eee';
      await waitUntil(() => allByRole(form, 'heading').length > 0);
      await send(form);
      return form;
    },
  };
  for (const [state, open] of Object.entries(states))
    it(`by the form that is ${state}`, async () => {
      expect(await violationsOf(await open())).to.deep.equal([]);
    });

  /** What is drawn beyond the right edge of the form. */
  const beyond = (form: FootholdApplicationForm): string[] => {
    const edge = form.getBoundingClientRect().right + 1;
    return [...form.renderRoot.querySelectorAll('*')]
      .filter((each) => each.checkVisibility() && !each.closest('.hidden'))
      .filter((each) => each.getBoundingClientRect().right > edge)
      .map((each) => each.outerHTML.slice(0, 80));
  };
  for (const width of [300, 360, 640, 1280]) {
    for (const [state, open] of Object.entries({
      'the form': () => Promise.resolve(),
      'its errors': send,
    }))
      it(`by ${state} at ${width} pixels`, async () => {
        await setViewport({ width, height: 800 });
        for (const project of pages) {
          const form = await formWith({ project, width: width - 16 });
          await open(form);
          expect(beyond(form)).to.deep.equal([]);
        }
      });

    it(`by any step of the form at ${width} pixels`, async () => {
      await setViewport({ width, height: 800 });
      for (const step of [0, 1, 2, 3, 4]) {
        const form = await formWith({ project: everything, width: width - 16 });
        await goTo(form, step);
        expect(beyond(form)).to.deep.equal([]);
      }
    });
  }
});
