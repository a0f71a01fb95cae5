import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/all.ts';
import type { IdentityProvider } from '../../../src/controllers/context.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { HttpSource } from '../../../src/source/http-source.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { fakeFetch } from '../../support/fake-network.ts';
import {
  control,
  description,
  Endpoint,
  fillIn,
  formWith,
  projectWith,
  receipt,
  send,
  settled,
  textOf,
  tick,
  write,
} from './support.ts';

const amara = { name: 'Amara Osei', email: 'amara@student.example' };
const MARK = 'Filled in for you. Change it if it is wrong.';

const identified = async (identity: IdentityProvider, source = new Endpoint()) => {
  const form = await formWith({ source, prepare: (element) => (element.identity = identity) });
  await aTimeout(0);
  await form.updateComplete;
  return form;
};

const typed = (form: FootholdApplicationForm) => [
  control(form, 'Full name').value,
  control(form, 'Email').value,
];

const isMarked = (form: FootholdApplicationForm, label: string) =>
  description(control(form, label)).includes(MARK);

const asksFirst = () => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

describe('what the page knows of a student', () => {
  for (const [what, identity] of Object.entries<IdentityProvider>({
    'an object': amara,
    'a function': () => amara,
    'a function that takes its time': () => Promise.resolve(amara),
  }))
    it(`is filled in and marked (${what})`, async () => {
      const form = await identified(identity);
      expect(typed(form)).to.deep.equal([amara.name, amara.email]);
      for (const label of ['Full name', 'Email']) expect(isMarked(form, label)).to.equal(true);
      expect(isMarked(form, 'Your proposal')).to.equal(false);
    });

  for (const [what, identity] of Object.entries<IdentityProvider>({
    'a promise that is not kept': () => Promise.reject(new Error('signed out')),
    'a function that throws': () => {
      throw new Error('signed out');
    },
    nothing: () => undefined,
    'what has no words': { name: 7, email: null } as unknown as IdentityProvider,
    'empty words': { name: ' ', email: '' },
  }))
    it(`may be nothing: then the form is empty (${what})`, async () => {
      const form = await identified(identity);
      expect(typed(form)).to.deep.equal(['', '']);
      expect(isMarked(form, 'Full name')).to.equal(false);
      await fillIn(form);
      await send(form);
      expect(byRole(form, 'heading', 'Application sent')).to.exist;
    });

  it('may be the email alone', async () => {
    const form = await identified({ email: amara.email });
    expect(typed(form)).to.deep.equal(['', amara.email]);
    expect(isMarked(form, 'Full name')).to.equal(false);
  });

  it('comes from the provider around, too', async () => {
    const source = new Endpoint();
    const box = await fixture<HTMLElement>(html`
      <foothold-provider demo .source=${source} .identity=${amara}>
        <foothold-application-form project-id="mkt-204"></foothold-application-form>
      </foothold-provider>
    `);
    const form = box.querySelector('foothold-application-form')!;
    await waitUntil(() => allByRole(form, 'textbox', 'Full name').length === 1);
    await waitUntil(() => control(form, 'Full name').value === amara.name);
  });

  it('comes too late for what has been typed', async () => {
    let know = (_: typeof amara) => {};
    const form = await identified(() => new Promise((resolve) => (know = resolve)));
    await write(form, 'Full name', 'Kofi Mensah');
    know(amara);
    await aTimeout(0);
    await form.updateComplete;
    expect(control(form, 'Full name').value).to.equal('Kofi Mensah');
    expect(isMarked(form, 'Full name')).to.equal(false);
  });

  it('comes too late for what has been emptied on purpose', async () => {
    let know = (_: typeof amara) => {};
    const form = await identified(() => new Promise((resolve) => (know = resolve)));
    await write(form, 'Full name', 'Kofi');
    await write(form, 'Full name', '');
    know(amara);
    await aTimeout(0);
    await form.updateComplete;
    expect(control(form, 'Full name').value).to.equal('');
  });

  it('is the student’s to change, and then no longer marked', async () => {
    const source = new Endpoint();
    const form = await identified(amara, source);
    await write(form, 'Email', 'amara@home.example');
    expect(isMarked(form, 'Email')).to.equal(false);
    expect(isMarked(form, 'Full name')).to.equal(true);
    await write(form, 'Your proposal', 'I would begin.');
    await tick(form, /^I agree/);
    await send(form);
    expect(source.submissions[0]?.application.applicant).to.deep.equal({
      name: amara.name,
      email: 'amara@home.example',
    });
  });

  it('is no unsaved work by itself', async () => {
    const form = await identified(amara);
    expect(asksFirst()).to.equal(false);
    await write(form, 'Full name', 'Amara');
    expect(asksFirst()).to.equal(true);
  });

  it('does not begin an application, nor keep a closed one open', async () => {
    let started = 0;
    const begin = () => started++;
    document.addEventListener('foothold-application-start', begin);
    const form = await identified(amara, new Endpoint(projectWith({}, { status: 'closed' })));
    document.removeEventListener('foothold-application-start', begin);
    expect(started).to.equal(0);
    expect(textOf(form.renderRoot)).to.contain('Applications are closed');
  });

  it('is filled in again after "Clear form", and nothing else is', async () => {
    const form = await identified(amara);
    await write(form, 'Full name', 'Kofi');
    await write(form, 'Your proposal', 'I would begin.');
    for (const name of ['Clear form', 'Clear it']) {
      byRole(form, 'button', name).click();
      await form.updateComplete;
    }
    expect(typed(form)).to.deep.equal([amara.name, amara.email]);
    expect(isMarked(form, 'Full name')).to.equal(true);
    expect(control(form, 'Your proposal').value).to.equal('');
  });

  it('is asked for once, however often the form is drawn', async () => {
    let asked = 0;
    const form = await identified(() => {
      asked++;
      return amara;
    });
    form.requestUpdate();
    await form.updateComplete;
    await write(form, 'Your proposal', 'I would begin.');
    expect(asked).to.equal(1);
  });
});

describe('a second application on one page', () => {
  const listings = () => new Endpoint((id) => Promise.resolve(projectWith({}, { id })));
  const formFor = (source: Endpoint, id: string) =>
    formWith({ source, attributes: { 'project-id': id, demo: '' } });

  it('begins with the name and address of the first, marked', async () => {
    const source = listings();
    const first = await formFor(source, 'a');
    await fillIn(first);
    await send(first);
    const second = await formFor(source, 'b');
    expect(typed(second)).to.deep.equal(['Amara Osei', 'amara.osei@student.example']);
    expect(isMarked(second, 'Full name')).to.equal(true);
    expect(control(second, 'Your proposal').value).to.equal('');
    expect(control(second, /^I agree/).checked).to.equal(false);
    expect(asksFirst()).to.equal(false);
  });

  it('begins empty after "Finish and clear"', async () => {
    const source = listings();
    const first = await formFor(source, 'a');
    await fillIn(first);
    await send(first);
    byRole(first, 'button', 'Finish and clear').click();
    await first.updateComplete;
    const second = await formFor(source, 'b');
    expect(typed(second)).to.deep.equal(['', '']);
  });

  it('is empty once it is cleared: the page itself knows nobody', async () => {
    const source = listings();
    const first = await formFor(source, 'a');
    await fillIn(first);
    await send(first);
    const second = await formFor(source, 'b');
    await write(second, 'Your proposal', 'I would begin.');
    for (const name of ['Clear form', 'Clear it']) {
      byRole(second, 'button', name).click();
      await second.updateComplete;
    }
    expect(typed(second)).to.deep.equal(['', '']);
  });

  it('that was opened before is emptied, too, when the first is finished and cleared', async () => {
    const source = listings();
    const first = await formFor(source, 'a');
    await fillIn(first);
    await send(first);
    const second = await formFor(source, 'b');
    expect(typed(second)).to.deep.equal(['Amara Osei', 'amara.osei@student.example']);
    byRole(first, 'button', 'Finish and clear').click();
    await settled(second);
    expect(typed(second)).to.deep.equal(['', '']);
  });

  it('of other listings knows nothing of it', async () => {
    const first = await formFor(listings(), 'a');
    await fillIn(first);
    await send(first);
    const other = new Endpoint((id) => Promise.resolve(projectWith({}, { id })));
    expect(typed(await formFor(other, 'b'))).to.deep.equal(['', '']);
  });
});

describe('the token of the page', () => {
  it('goes along with the application, asked for at that moment', async () => {
    const source = new Endpoint();
    let asked = 0;
    const form = await formWith({
      source,
      prepare: (element) => {
        element.token = () => {
          asked++;
          return `t${asked}`;
        };
      },
    });
    await fillIn(form);
    expect(asked).to.equal(0);
    await send(form);
    expect(await source.options[0]?.token?.()).to.equal('t1');
  });

  it('is said to the API with the application alone', async () => {
    const json = (body: unknown, status = 200) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      });
    const { fetch, calls } = fakeFetch(json(projectWith()), json(receipt, 201));
    const form = await formWith({
      source: new HttpSource({ url: 'https://api.example', fetch }),
      prepare: (element) => (element.token = () => Promise.resolve('secret')),
    });
    await fillIn(form, false);
    await send(form);
    const authorizations = calls.map(({ init }) => new Headers(init.headers).get('Authorization'));
    expect(authorizations).to.deep.equal([null, 'Bearer secret']);
  });
});
