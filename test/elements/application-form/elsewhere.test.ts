import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import {
  control,
  description,
  Endpoint,
  formWith,
  hasFocus,
  projectWith,
  textOf,
  write,
} from './support.ts';

const redirect: ApplicationTerms = { mode: 'redirect', url: 'https://apply.example/mkt-204' };
const email: ApplicationTerms = { mode: 'email', email: 'work@lakeside.example' };
const LETTER = 'mailto:work@lakeside.example?subject=Application%3A%20Competitor%20pricing%20study';

const leave = (form: FootholdApplicationForm) =>
  byRole(form, 'link', /^(Continue to|Open your email)/);

const saysOf = (form: FootholdApplicationForm) =>
  allByRole(form, 'status').map(textOf).filter(Boolean);

const points = (form: FootholdApplicationForm) =>
  allByRole(form, 'list')
    .filter((list) => !list.closest('aside'))
    .flatMap((list) => allByRole(list, 'listitem').map(textOf));

/** Follows the link without leaving the page, and tells whether it would have been left. */
function follow(form: FootholdApplicationForm): boolean {
  let isFollowed = false;
  addEventListener(
    'click',
    (event) => {
      isFollowed = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  leave(form).click();
  return isFollowed;
}

describe('An application that is made elsewhere', () => {
  it('leads there by a link that names the host, and tells that page nothing', async () => {
    const form = await formWith({ application: redirect });
    const link = byRole(form, 'link', 'Continue to apply.example (opens in a new tab)');
    expect(link).to.include({
      href: 'https://apply.example/mkt-204',
      target: '_blank',
      rel: 'noopener noreferrer nofollow',
      referrerPolicy: 'no-referrer',
    });
    expect(textOf(form.renderRoot)).to.contain(
      'Applications to this project go to apply.example. Nothing is sent from this page.',
    );
  });

  it('asks for the proposal alone: whatever else there is to say is said there', async () => {
    const form = await formWith({ application: redirect });
    expect(allByRole(form, 'textbox').map((box) => box.id)).to.deep.equal(['/proposal']);
    expect(allByRole(form, 'checkbox').map(nameOf)).to.deep.equal([
      'Keep my answers in this tab until I send them',
    ]);
    expect(allByRole(form, 'button', /Send/)).to.deep.equal([]);
    expect(byRole(form, 'heading', 'Apply to Lakeside Analytics')).to.exist;
    expect(byRole(form, 'complementary', 'Competitor pricing study')).to.exist;
  });

  it('needs no privacy notice, since nothing is sent', async () => {
    const errors: unknown[] = [];
    const restore = replace(console, 'error', (...all: unknown[]) => errors.push(all));
    const form = await formWith({ application: redirect, attributes: { 'project-id': 'mkt-204' } });
    restore();
    expect(control(form, 'Your proposal')).to.exist;
    expect(errors).to.deep.equal([]);
  });

  it("is made on the listing's own page where these listings take none", async () => {
    const { apply: _apply, ...source } = new Endpoint();
    const form = await formWith({ source });
    expect(leave(form).href).to.equal('https://listings.example/projects/mkt-204');
    expect(textOf(leave(form))).to.contain('Continue to listings.example');
  });

  it('is not made at all where nobody says where', async () => {
    const { apply: _apply, ...source } = new Endpoint(projectWith({}, { url: '' }));
    const form = await formWith({ source });
    expect(textOf(form.renderRoot)).to.contain('Applications are not taken on this page');
    expect(allByRole(form, 'textbox')).to.deep.equal([]);
  });

  it('is over with the deadline', async () => {
    const project = projectWith(redirect, { applyBy: '2020-01-01' });
    const form = await formWith({ project });
    expect(textOf(form.renderRoot)).to.contain('Applications are closed');
    expect(allByRole(form, 'link', /^Continue/)).to.deep.equal([]);
  });

  it('shows what is asked to be covered, and how many words', async () => {
    const proposal = { minWords: 3, maxWords: 30, prompts: ['Why this project?'] };
    const form = await formWith({ application: { ...redirect, proposal } });
    await write(form, 'Your proposal', 'I would begin');
    expect(description(control(form, 'Your proposal'))).to.equal(
      'Lakeside Analytics asks you to cover: Why this project? 3 of 3 to 30 words',
    );
  });

  it('is the link alone where no proposal is asked', async () => {
    const application: ApplicationTerms = { ...redirect, requires: { proposal: 'none' } };
    const form = await formWith({ application });
    expect(allByRole(form, 'textbox')).to.deep.equal([]);
    expect(allByRole(form, 'button', 'Copy my proposal')).to.deep.equal([]);
    expect(follow(form)).to.equal(true);
  });

  it('keeps what was typed as long as the page lives, and asks before it goes', async () => {
    const source = new Endpoint(projectWith(redirect));
    const first = await formWith({ source });
    const unload = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(unload()).to.equal(false);
    await write(first, 'Your proposal', 'I would begin');
    expect(unload()).to.equal(true);
    first.remove();
    expect(unload()).to.equal(false);
    const second = await formWith({ source });
    expect(control(second, 'Your proposal').value).to.equal('I would begin');
  });

  it('says once that it is begun, and each time that the student leaves; the page may forbid it', async () => {
    const form = await formWith({ application: redirect });
    const begun = oneEvent(form, 'foothold-application-start');
    await write(form, 'Your proposal', 'I would begin');
    expect(await begun).to.include({ projectId: 'mkt-204' });

    const heard = oneEvent(form, 'foothold-application-redirect');
    expect(follow(form)).to.equal(true);
    expect(await heard).to.include({
      projectId: 'mkt-204',
      url: 'https://apply.example/mkt-204',
      cancelable: true,
    });
    form.addEventListener('foothold-application-redirect', (event) => {
      event.preventDefault();
    });
    expect(follow(form)).to.equal(false);
  });

  it('reminds of what else is asked, as far as that is known', async () => {
    const questions: ApplicationTerms['questions'] = [
      { id: 'hours', type: 'text', label: 'How many hours a week?', required: true },
      { id: 'site', type: 'url', label: 'Portfolio' },
      { id: 'read', type: 'info', label: 'Read this.' },
      { id: 'why', type: 'text', label: 'Why?', showIf: { question: 'site', equals: 'x' } },
    ];
    const { apply: _apply, ...source } = new Endpoint(
      projectWith({ requires: { resume: 'required' }, questions }),
    );
    const known = await formWith({ source });
    expect(points(known)).to.deep.equal([
      'Resume',
      'How many hours a week?',
      'Portfolio (optional)',
    ]);
    const optional = { ...redirect, requires: { resume: 'optional' } } as const;
    expect(points(await formWith({ application: optional }))).to.deep.equal(['Resume (optional)']);
    expect(points(await formWith({ application: redirect }))).to.deep.equal([]);
  });

  it('does not break where a host is long', async () => {
    const url = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/`;
    const form = await formWith({ application: { ...redirect, url }, width: 300 });
    expect(leave(form).getBoundingClientRect().right).to.be.at.most(
      form.getBoundingClientRect().right,
    );
  });
});

describe('Copy my proposal', () => {
  let copied: string[];
  let restore: () => void;
  let isAllowed: boolean;

  beforeEach(() => {
    copied = [];
    isAllowed = true;
    restore = replace(navigator, 'clipboard', {
      writeText: (text: string) => {
        if (!isAllowed) return Promise.reject(new DOMException('No', 'NotAllowedError'));
        copied.push(text);
        return Promise.resolve();
      },
    });
  });
  afterEach(() => restore());

  const copy = (form: FootholdApplicationForm) => {
    byRole(form, 'button', 'Copy my proposal').click();
  };

  it('copies it, and says so until it is changed', async () => {
    const form = await formWith({ application: redirect });
    await write(form, 'Your proposal', 'I would begin\n');
    copy(form);
    await waitUntil(() => saysOf(form).includes('Copied'));
    expect(copied).to.deep.equal(['I would begin']);
    await write(form, 'Your proposal', 'I would');
    expect(saysOf(form)).to.deep.equal([]);
  });

  for (const [name, forbid] of Object.entries({
    'the page may not': () => {
      isAllowed = false;
    },
    'there is no clipboard': () => {
      restore();
      restore = replace(navigator, 'clipboard', undefined);
    },
  }))
    it(`selects it to be copied by hand where ${name}`, async () => {
      forbid();
      const form = await formWith({ application: redirect });
      await write(form, 'Your proposal', 'I would begin');
      copy(form);
      await waitUntil(() => saysOf(form).length > 0);
      expect(saysOf(form)).to.deep.equal(['The text is selected: copy it from there.']);
      const box = control(form, 'Your proposal');
      expect(hasFocus(box)).to.equal(true);
      expect([box.selectionStart, box.selectionEnd]).to.deep.equal([0, box.value.length]);
    });

  it('leaves the clipboard alone while there is nothing to copy', async () => {
    const form = await formWith({ application: redirect });
    copy(form);
    await waitUntil(() => hasFocus(control(form, 'Your proposal')));
    expect(copied).to.deep.equal([]);
    expect(saysOf(form)).to.deep.equal([]);
  });

  it('is done by the link where an email cannot hold it, which is said before', async () => {
    const form = await formWith({ application: email });
    await write(form, 'Your proposal', 'word '.repeat(400));
    expect(leave(form).href).to.equal(`${LETTER}&body=(Paste%20your%20proposal%20here.)`);
    expect(saysOf(form)).to.deep.equal([
      'Your proposal is too long to be filled in. Opening your email copies it: paste it there.',
    ]);
    follow(form);
    await waitUntil(() => saysOf(form).includes('Copied'));
    expect(copied).to.deep.equal(['word '.repeat(400).trim()]);
  });

  it('is not done by the link where an email holds it', async () => {
    const form = await formWith({ application: email });
    await write(form, 'Your proposal', 'I would begin');
    follow(form);
    await form.updateComplete;
    expect(copied).to.deep.equal([]);
  });
});

describe('An application by email', () => {
  it('opens a letter with the proposal in it, beside the page', async () => {
    const form = await formWith({ application: email });
    expect(leave(form)).to.include({ href: LETTER, target: '_blank' });
    await write(form, 'Your proposal', ' I would begin.\n\nA & B? 100% – ü \ud800\n');
    expect(leave(form).href).to.equal(
      `${LETTER}&body=I%20would%20begin.%0D%0A%0D%0AA%20%26%20B%3F%20100%25%20%E2%80%93%20%C3%BC%20%EF%BF%BD`,
    );
    expect(textOf(form.renderRoot)).to.contain('go to work@lakeside.example.');
  });

  it('holds the proposal up to an address of 1,800 characters', async () => {
    const form = await formWith({ application: email });
    const room = 1800 - `${LETTER}&body=`.length;
    await write(form, 'Your proposal', 'a'.repeat(room));
    expect(leave(form).href).to.have.length(1800);
    await write(form, 'Your proposal', 'a'.repeat(room + 1));
    expect(leave(form).href).to.match(/body=\(Paste/);
  });

  it('never has a longer address than mail programs take, and loses no letter of what fits', async () => {
    const form = await formWith({ application: email });
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('\n', '&body=x', '#', '؟', 'word '.repeat(60)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        await write(form, 'Your proposal', pieces.join(''));
        const text = control(form, 'Your proposal').value.trim();
        const { href } = leave(form);
        expect(href.length).to.be.at.most(1800);
        const letter = new URL(href).searchParams;
        expect([...letter.keys()]).to.deep.equal(text ? ['subject', 'body'] : ['subject']);
        const body = (letter.get('body') ?? '').replaceAll('\r\n', '\n');
        const isWhole = !saysOf(form).length;
        expect(body).to.equal(isWhole ? text : '(Paste your proposal here.)');
      }),
      { numRuns: 60 },
    );
  });

  it('reminds of the resume, unless none is wanted', async () => {
    const withResume = (resume: 'required' | 'optional' | 'none') =>
      formWith({ application: { ...email, requires: { resume } } });
    expect(points(await formWith({ application: email }))).to.deep.equal(['Attach your resume']);
    expect(points(await withResume('required'))).to.deep.equal(['Attach your resume']);
    expect(points(await withResume('optional'))).to.deep.equal(['Attach your resume (optional)']);
    expect(points(await withResume('none'))).to.deep.equal([]);
  });

  it('tells nobody what was typed', async () => {
    const project: Project = projectWith(email);
    const form = await formWith({ project });
    const heard: Event[] = [];
    const names = ['application-start', 'application-redirect', 'application-submit', 'error'];
    for (const name of names)
      form.addEventListener(`foothold-${name}`, (event) => heard.push(event));
    const logged: unknown[] = [];
    const restore = (['log', 'warn', 'error'] as const).map((name) =>
      replace(console, name, (...all: unknown[]) => logged.push(all)),
    );
    await write(form, 'Your proposal', 'a-secret-plan');
    expect(follow(form)).to.equal(true);
    for (const each of restore) each();
    expect(heard).to.have.length(2);
    expect(heard[1]).to.include({ url: 'mailto:work@lakeside.example' });
    const said = heard.map((event) => ({ ...(event as object) }));
    expect(JSON.stringify([said, logged, location.href])).not.to.contain('secret');
    expect(JSON.stringify([localStorage, sessionStorage])).not.to.contain('secret');
  });
});
