import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { HttpSource } from '../../../src/source/http-source.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { fakeFetch, replace } from '../../support/fake-network.ts';
import {
  choose,
  contents,
  control,
  Endpoint,
  fillIn,
  focused,
  hasFocus,
  formWith,
  pdf,
  place,
  problems,
  projectWith,
  proposal,
  receipt,
  send,
  settled,
  textOf,
  tick,
  write,
} from './support.ts';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** Every event of ours that the page hears, with what it carries. */
function listen(): { readonly heard: Event[]; stop: () => void } {
  const heard: Event[] = [];
  const types = ['start', 'submit', 'sent', 'redirect'].map(
    (each) => `foothold-application-${each}`,
  );
  const hear = (event: Event) => heard.push(event);
  for (const type of [...types, 'foothold-error']) document.addEventListener(type, hear);
  return {
    heard,
    stop: () => {
      for (const type of [...types, 'foothold-error']) document.removeEventListener(type, hear);
    },
  };
}

describe('an application', () => {
  it('is sent as one multipart request with exactly what was entered', async () => {
    const project = projectWith({
      questions: [
        { id: 'hours', type: 'number', label: 'Hours a week' },
        { id: 'work', type: 'file', label: 'Work', multiple: true },
        { id: 'why', type: 'text', label: 'Why?' },
      ],
    });
    const { fetch, calls } = fakeFetch(json(project), json(receipt, 201));
    const source = new HttpSource({ url: 'https://api.example', fetch });
    const form = await formWith({ source });
    await fillIn(form);
    await write(form, 'Hours a week', '12');
    await choose(form, 'Work', pdf('a.pdf', '%PDF-1.7 a'), pdf('b.pdf', '%PDF-1.7 b'));
    await send(form);

    expect(calls).to.have.length(2);
    const { url, init } = calls[1]!;
    expect(init.method).to.equal('POST');
    expect(url).to.equal('https://api.example/projects/mkt-204/applications');
    expect(new Headers(init.headers).get('Idempotency-Key')).to.match(/^[\da-f-]{36}$/);
    const body = init.body as FormData;
    expect([...body.keys()]).to.deep.equal(['application', 'signals', 'resume', 'work', 'work']);
    expect(JSON.parse(body.get('signals') as string)).to.deep.equal({
      trapFilled: false,
      secondsOnForm: 0,
    });
    const application = JSON.parse(body.get('application') as string) as {
      consent: { at: string };
    };
    expect(Date.parse(application.consent.at)).to.be.closeTo(Date.now(), 60_000);
    expect({ ...application, consent: { ...application.consent, at: '' } }).to.deep.equal({
      applicant: { name: 'Amara Osei', email: 'amara.osei@student.example' },
      proposal,
      answers: { hours: 12 },
      consent: {
        accepted: true,
        text: 'I agree that this application is sent to Lakeside Analytics, who may keep it for this project.',
        version: '1',
        at: '',
      },
      locale: 'en',
    });
    const files = [...body.getAll('resume'), ...body.getAll('work')] as File[];
    expect(files.map(({ name, type }) => [name, type])).to.deep.equal([
      ['cv.pdf', 'application/pdf'],
      ['a.pdf', 'application/pdf'],
      ['b.pdf', 'application/pdf'],
    ]);
    expect(await files[0]!.text()).to.equal('%PDF-1.7 my life');
  });

  it('ends with a receipt: reference, what was sent, what happens next', async () => {
    const form = await formWith();
    await fillIn(form);
    await send(form);
    const heading = byRole(form, 'heading', 'Application sent');
    expect(hasFocus(heading)).to.equal(true);
    const text = textOf(form.renderRoot);
    for (const words of [
      'Lakeside Analytics has your application.',
      'on its way to amara.osei@student.example.',
      'Reference FH-7Q2K-93',
      'Competitor pricing study',
      '$450 · 20–30 hours · Starts Dec 7, 2098',
      'Sunday, November 22, 2026',
      'Proposal, 9 words · cv.pdf',
      'What happens next',
    ])
      expect(text).to.contain(words);
    expect(allByRole(byRole(form, 'list'), 'listitem').map(textOf)).to.deep.equal([
      'You hear by email.',
      'The call is on Monday.',
    ]);
    expect(allByRole(form, 'textbox')).to.deep.equal([]);
  });

  it('can be printed with a copy of what was sent', async () => {
    const form = await formWith();
    await fillIn(form);
    await send(form);
    let printed = '';
    const restore = replace(window, 'print', () => {
      window.dispatchEvent(new Event('beforeprint'));
      printed = textOf(form.renderRoot.querySelector('details[open]'));
    });
    byRole(form, 'button', 'Print or save a copy').click();
    restore();
    for (const words of [
      'Full name Amara Osei',
      'Email amara.osei@student.example',
      proposal,
      'cv.pdf',
    ])
      expect(printed).to.contain(words);
  });

  it('is gone after "Finish and clear", also for a form that is opened later', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    await send(form);
    byRole(form, 'button', 'Finish and clear').click();
    await form.updateComplete;
    expect(hasFocus(byRole(form, 'heading', 'Cleared'))).to.equal(true);
    expect(textOf(form.renderRoot)).not.to.contain('FH-7Q2K-93');
    const later = await formWith({ source });
    expect(control(later, 'Full name').value).to.equal('');
    expect(control(later, /^I agree/).checked).to.equal(false);
  });

  it('shows its receipt again when the form is opened again', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    await send(form);
    form.remove();
    const again = await formWith({ source });
    expect(textOf(again.renderRoot)).to.contain('FH-7Q2K-93');
  });

  it('keeps every answer and the file while the form is away', async () => {
    const source = new Endpoint(
      projectWith({
        questions: [
          { id: 'visit', type: 'boolean', label: 'Can you visit?' },
          { id: 'hours', type: 'number', label: 'Hours' },
          { id: 'about', type: 'textarea', label: 'About you' },
        ],
      }),
    );
    const form = await formWith({ source });
    await fillIn(form);
    await tick(form, 'Yes');
    await write(form, 'Hours', '12.50');
    await write(form, 'About you', 'One\nTwo');
    const before = contents(form);
    form.remove();
    const again = await formWith({ source });
    expect(contents(again)).to.deep.equal(before);
    await send(again);
    expect(source.submissions[0]?.attachments).to.have.length(1);
  });

  it('belongs to its project: another one starts empty', async () => {
    const source = new Endpoint((id) => Promise.resolve(projectWith({}, { id })));
    const form = await formWith({ source });
    await write(form, 'Full name', 'Amara');
    form.projectId = 'other';
    await settled(form);
    expect(control(form, 'Full name').value).to.equal('');
    form.projectId = 'mkt-204';
    await settled(form);
    expect(control(form, 'Full name').value).to.equal('Amara');
  });

  it('is sent once by a double click, and by Enter and a click', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    const button = byRole(form, 'button', 'Send application');
    button.click();
    button.click();
    form.renderRoot.querySelector('form')!.requestSubmit();
    await settled(form);
    expect(source.submissions).to.have.length(1);
  });

  it('is sent by Enter in a field', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    control(form, 'Full name').focus();
    await sendKeys({ press: 'Enter' });
    await settled(form);
    expect(source.submissions).to.have.length(1);
  });

  it('can be made by keyboard alone', async () => {
    const source = new Endpoint(
      projectWith({
        questions: [
          {
            id: 'visit',
            type: 'select',
            label: 'Can you visit?',
            required: true,
            options: [
              { value: 'y', label: 'Yes' },
              { value: 'n', label: 'No' },
            ],
          },
        ],
      }),
    );
    const form = await formWith({ source, width: 360 });
    form.focusHeading();
    await form.updateComplete;
    const reached: string[] = [];
    const keys: Record<string, () => Promise<void>> = {
      name: () => sendKeys({ type: 'Amara Osei' }),
      email: () => sendKeys({ type: 'amara@student.example' }),
      proposal: () => sendKeys({ type: proposal }),
      visit: () => sendKeys({ press: 'Space' }),
      consent: () => sendKeys({ press: 'Space' }),
    };
    for (let steps = 0; steps < 20 && !source.submissions.length; steps++) {
      await sendKeys({ press: 'Tab' });
      const at = focused();
      if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) {
        reached.push(at.name || nameOf(at));
        await keys[at.name]?.();
      } else if (at?.getAttribute('part') === 'submit-button') {
        await sendKeys({ press: 'Enter' });
        await settled(form);
      }
    }
    expect(reached).to.deep.equal([
      'Keep my answers in this tab until I send them',
      ...['name', 'email', 'proposal', 'resume', 'visit', 'consent'],
    ]);
    expect(source.submissions[0]?.application).to.deep.include({
      applicant: { name: 'Amara Osei', email: 'amara@student.example' },
      proposal,
      answers: { visit: 'y' },
    });
    expect(hasFocus(byRole(form, 'heading', 'Application sent'))).to.equal(true);
  });

  it('tells the page what happens, and nothing that was typed', async () => {
    const { heard, stop } = listen();
    const form = await formWith();
    await fillIn(form);
    await send(form);
    stop();
    expect(heard.map(({ type }) => type)).to.deep.equal([
      'foothold-application-start',
      'foothold-application-submit',
      'foothold-application-sent',
    ]);
    expect(heard.map((event) => (event as Event & { projectId?: string }).projectId)).to.deep.equal(
      Array.from({ length: 3 }, () => 'mkt-204'),
    );
    expect(heard[2]).to.include({ reference: 'FH-7Q2K-93' });
  });

  it('is not sent when the page cancels it', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    form.addEventListener('foothold-application-submit', (event) => {
      event.preventDefault();
    });
    await send(form);
    expect(source.submissions).to.deep.equal([]);
    expect(allByRole(form, 'alert')).to.deep.equal([]);
    expect(control(form, 'Full name').value).to.equal('Amara Osei');
  });

  it('waits for what the page asks it to wait for, and stops when that fails', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    let go = () => {};
    form.addEventListener(
      'foothold-application-submit',
      (event) => {
        event.waitUntil(new Promise<void>((resolve) => (go = resolve)));
      },
      { once: true },
    );
    byRole(form, 'button', 'Send application').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const button = byRole(form, 'button', 'Sending…');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(control(form, 'Full name').readOnly).to.equal(true);
    expect(source.submissions).to.deep.equal([]);
    go();
    await settled(form);
    expect(source.submissions).to.have.length(1);

    const other = await formWith({ source: new Endpoint() });
    await fillIn(other);
    other.addEventListener('foothold-application-submit', (event) => {
      event.waitUntil(Promise.reject(new Error('no')));
    });
    await send(other);
    expect(textOf(byRole(other, 'alert'))).to.contain('This page stopped it.');
    expect(control(other, 'Full name').readOnly).to.equal(false);
  });

  it('keeps the width of the button while it is sent', async () => {
    const source = new Endpoint();
    let answer = () => {};
    source.replies.push(
      new Promise((resolve) => {
        answer = () => {
          resolve(receipt);
        };
      }),
    );
    const form = await formWith({ source });
    await fillIn(form);
    const button = byRole(form, 'button', 'Send application');
    const { width } = button.getBoundingClientRect();
    button.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(byRole(form, 'button', 'Sending…').getBoundingClientRect().width).to.equal(width);
    answer();
    await settled(form);
  });

  it('shows how much has been sent', async () => {
    const source = new Endpoint();
    let report = (_: number) => {};
    let answer = () => {};
    const { apply } = source;
    source.apply = (id, submission, options) => {
      report = (part) => options?.onProgress?.(part);
      return apply(id, submission);
    };
    source.replies.push(
      new Promise((resolve) => {
        answer = () => {
          resolve(receipt);
        };
      }),
    );
    const form = await formWith({ source });
    await fillIn(form);
    byRole(form, 'button', 'Send application').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(allByRole(form, 'progressbar')).to.deep.equal([]);
    report(0.42);
    await form.updateComplete;
    expect(byRole(form, 'progressbar')).to.have.property('value', 0.42);
    expect(textOf(form.renderRoot)).to.contain('Sending… 42%');
    report(1);
    await form.updateComplete;
    expect(textOf(form.renderRoot)).to.contain('Waiting for the confirmation');
    answer();
    await settled(form);
  });

  it('works on a page without https, where no UUID is at hand', async () => {
    const restore = replace(crypto, 'randomUUID', undefined);
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    await send(form);
    restore();
    expect(source.submissions[0]?.key).to.match(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  it('warns before leaving only while there is something to lose', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const form = await formWith();
    expect(leave()).to.equal(false);
    await write(form, 'Full name', 'A');
    expect(leave()).to.equal(true);
    await write(form, 'Full name', '');
    expect(leave()).to.equal(false);
    await fillIn(form);
    expect(leave()).to.equal(true);
    await send(form);
    expect(leave()).to.equal(false);
    const other = await formWith();
    await write(other, 'Full name', 'A');
    other.remove();
    expect(leave()).to.equal(false);
  });

  it('shows nothing that was typed but in the request', async () => {
    const canary = 'kanarienvogel';
    const logged: unknown[] = [];
    const restore = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      replace(console, level, (...args: unknown[]) => logged.push(...args)),
    );
    const { heard, stop } = listen();
    const source = new Endpoint();
    source.replies.push(new TypeError('Failed to fetch'));
    const form = await formWith({ source });
    const before = location.href;
    await write(form, 'Full name', canary);
    await write(form, 'Email', `${canary}@student.example`);
    await write(form, 'Your proposal', canary);
    await choose(form, 'Resume', pdf(`${canary}.pdf`, `%PDF-1.7 ${canary}`));
    await tick(form, /^I agree/);
    await send(form);
    await send(form);
    stop();
    for (const put of restore) put();

    expect(JSON.stringify(source.submissions[1]?.application)).to.contain(canary);
    expect(location.href).to.equal(before);
    expect(JSON.stringify(history.state) ?? '').not.to.contain(canary);
    for (const storage of [localStorage, sessionStorage])
      expect(JSON.stringify(storage)).not.to.contain(canary);
    expect(document.cookie).not.to.contain(canary);
    expect(document.title).not.to.contain(canary);
    expect(logged.map(String).join()).not.to.contain(canary);
    expect(heard).to.have.length(5);
    for (const event of heard) {
      const fields = Object.values(event).concat(
        Object.values(Object.getOwnPropertyDescriptors(event)),
      );
      expect(JSON.stringify(fields)).not.to.contain(canary);
    }
    expect(form.outerHTML).not.to.contain(canary);
  });

  it('says nothing is wrong before it was sent, then all of it with links to the fields', async () => {
    const source = new Endpoint();
    const form = await formWith({ source, application: {} });
    await write(form, 'Email', 'amara@');
    control(form, 'Email').focus();
    control(form, 'Full name').focus();
    await form.updateComplete;
    expect(textOf(form.renderRoot)).not.to.contain('like name@example.edu');

    await send(form);
    expect(problems(form)).to.deep.equal([
      'Enter your full name',
      'Enter an email address like name@example.edu',
      'Write your proposal',
      'Tick the box to agree that it is sent',
    ]);
    expect(source.submissions).to.deep.equal([]);
    const summary = byRole(form, 'group', 'There is a problem');
    expect(hasFocus(summary)).to.equal(true);
    expect(textOf(summary)).to.contain('Nothing was sent. What you wrote is still here.');

    const before = location.href;
    byRole(summary, 'link', 'Enter an email address like name@example.edu').click();
    const email = control(form, 'Email');
    await waitUntil(() => hasFocus(email), 'focus follows the link');
    expect(location.href).to.equal(before);
    expect(email.getAttribute('aria-invalid')).to.equal('true');
  });

  it('re-checks a field as it is corrected, and keeps the list of problems in its place', async () => {
    const form = await formWith();
    await send(form);
    await write(form, 'Email', 'amara@student.example');
    expect(control(form, 'Email').getAttribute('aria-invalid')).to.equal(null);
    expect(problems(form)).to.have.length(3);
    expect(textOf(byRole(form, 'group', 'There is a problem'))).to.contain('Email: done');
    await write(form, 'Email', '');
    control(form, 'Email').focus();
    control(form, 'Full name').focus();
    await form.updateComplete;
    expect(control(form, 'Email').getAttribute('aria-invalid')).to.equal('true');
  });

  it('waits with a project that comes late, and moves focus to its heading then', async () => {
    let answer = () => {};
    const source = new Endpoint(
      () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(projectWith());
          };
        }),
    );
    const form = await place({ source });
    form.focusHeading();
    expect(form.matches(':state(loading)')).to.equal(true);
    answer();
    await settled(form);
    expect(hasFocus(byRole(form, 'heading', 'Apply to Lakeside Analytics'))).to.equal(true);
  });

  it('says by an event that sending failed', async () => {
    const source = new Endpoint();
    source.replies.push(new TypeError('Failed to fetch'));
    const form = await formWith({ source });
    await fillIn(form);
    const heard = oneEvent(form, 'foothold-error');
    await send(form);
    expect(await heard).to.include({ operation: 'apply', kind: 'network', status: null });
  });
});
