import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/all.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { contents, Endpoint, fillIn, formWith, projectWith, send, textOf } from './support.ts';

/** A field that takes part in forms and keeps its value to itself, as providers' elements do. */
class TestChallenge extends HTMLElement {
  static readonly formAssociated = true;
  name = 'altcha';
  value = '';
  resets = 0;
  reset(): void {
    this.resets++;
    this.value = '';
  }
}
customElements.define('test-challenge', TestChallenge);

/** What a page writes into the form. */
function slotted(markup: string): Element {
  const box = document.createElement('div');
  box.innerHTML = markup;
  const element = box.firstElementChild!;
  element.slot = 'challenge';
  return element;
}

async function formWithChallenge(content: Element | string, source = new Endpoint()) {
  const element = typeof content === 'string' ? slotted(content) : content;
  const form = await formWith({ source, content: element });
  await fillIn(form, false);
  return { form, source, element };
}

const challenges = ({ submissions }: Endpoint) =>
  submissions.map(({ signals }) => signals?.challenge);

const UNCHECKED = 'Finish the check above first. Nothing was sent. What you wrote is still here.';
const alert = (form: FootholdApplicationForm) => textOf(byRole(form, 'alert'));

/** Hears that a challenge has been used up, wherever it says so. */
function listen() {
  const heard: Event[] = [];
  const hear = (event: Event) => heard.push(event);
  document.addEventListener('foothold-challenge-reset', hear);
  return { heard, stop: () => document.removeEventListener('foothold-challenge-reset', hear) };
}

describe('a challenge', () => {
  for (const [what, markup, tokens] of [
    ['a hidden field', '<input type="hidden" name="token" value="t1">', { token: 't1' }],
    ['a text field', '<input name="sum" value="7">', { sum: '7' }],
    [
      'a text box',
      '<textarea name="g-recaptcha-response">t2</textarea>',
      { 'g-recaptcha-response': 't2' },
    ],
    ['a list', '<select name="pick"><option value="a">A</option></select>', { pick: 'a' }],
    [
      'fields inside boxes',
      '<div><div><input type="hidden" name="cf-turnstile-response" value="t3"></div><p>Passed</p></div>',
      { 'cf-turnstile-response': 't3' },
    ],
    [
      'several fields',
      '<div><input type="hidden" name="a" value="1"><input type="hidden" name="b" value="2"></div>',
      { a: '1', b: '2' },
    ],
    [
      'several fields, one empty',
      '<div><input type="hidden" name="a" value=""><input type="hidden" name="b" value="2"></div>',
      { b: '2' },
    ],
    [
      'a ticked box',
      '<label><input type="checkbox" name="human" value="yes" checked> Human</label>',
      { human: 'yes' },
    ],
  ] as const)
    it(`is what ${what} says`, async () => {
      const { form, source } = await formWithChallenge(markup);
      await send(form);
      expect(challenges(source)).to.deep.equal([tokens]);
    });

  it('is what an element of its own says by name and value', async () => {
    const element = new TestChallenge();
    element.slot = 'challenge';
    element.value = 'eyJhbGciOiJTSEEtMjU2In0=';
    const { form, source } = await formWithChallenge(element);
    await send(form);
    expect(challenges(source)).to.deep.equal([{ altcha: 'eyJhbGciOiJTSEEtMjU2In0=' }]);
  });

  it('goes along beside the application, not in it', async () => {
    const { form, source } = await formWithChallenge(
      '<input type="hidden" name="token" value="t1">',
    );
    await send(form);
    expect(JSON.stringify(source.submissions[0]?.application)).not.to.contain('t1');
  });

  for (const [what, markup] of [
    ['nothing is in it yet', '<input type="hidden" name="token" value="">'],
    [
      'the box is not ticked',
      '<label><input type="checkbox" name="human" value="yes"> Human</label>',
    ],
    [
      'all fields are empty',
      '<div><textarea name="a"></textarea><input type="hidden" name="b"></div>',
    ],
  ] as const)
    it(`has to be finished first while ${what}`, async () => {
      const { form, source } = await formWithChallenge(markup);
      const before = contents(form);
      await send(form);
      expect(alert(form)).to.equal(UNCHECKED);
      expect(source.submissions).to.deep.equal([]);
      expect(contents(form)).to.deep.equal(before);
    });

  it('that is finished later lets the same form be sent', async () => {
    const { form, source, element } = await formWithChallenge(
      '<input type="hidden" name="token" value="">',
    );
    await send(form);
    expect(alert(form)).to.equal(UNCHECKED);
    (element as HTMLInputElement).value = 't1';
    await send(form);
    expect(challenges(source)).to.deep.equal([{ token: 't1' }]);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });

  it('may put its field there while the form is filled in', async () => {
    const { form, source, element } = await formWithChallenge('<div class="cf-turnstile"></div>');
    const field = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'cf-turnstile-response',
    });
    element.append(field);
    await send(form);
    expect(alert(form)).to.equal(UNCHECKED);
    field.value = 't1';
    await send(form);
    expect(challenges(source)).to.deep.equal([{ 'cf-turnstile-response': 't1' }]);
  });

  it('is read once the page has let it go out: so a page may start it then', async () => {
    const { form, source, element } = await formWithChallenge(
      '<input type="hidden" name="token" value="">',
    );
    form.addEventListener('foothold-application-submit', (event) => {
      event.waitUntil(
        new Promise<void>((resolve) => {
          setTimeout(() => {
            (element as HTMLInputElement).value = 'late';
            resolve();
          }, 20);
        }),
      );
    });
    await send(form);
    expect(challenges(source)).to.deep.equal([{ token: 'late' }]);
  });

  for (const [what, markup] of [
    ['words', '<p>Applications are read by people.</p>'],
    ['a link and a picture', '<div><a href="/help">Help</a><img alt=""></div>'],
    ['a field without a name', '<div><input></div>'],
  ] as const)
    it(`is not there where the slot holds ${what}`, async () => {
      const { form, source } = await formWithChallenge(markup);
      await send(form);
      expect(source.submissions).to.have.length(1);
      expect(source.submissions[0]?.signals).not.to.have.property('challenge');
    });

  it('is not there where nothing is in the slot', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form, false);
    const { heard, stop } = listen();
    source.replies.push(new SourceError('rejected', 'No', { status: 422 }));
    await send(form);
    stop();
    expect(source.submissions[0]?.signals).not.to.have.property('challenge');
    expect(heard).to.deep.equal([]);
  });

  it('does not send what nobody could read', async () => {
    const { form, source } = await formWithChallenge(
      `<input type="hidden" name="token" value="${'x'.repeat(10_001)}">`,
    );
    await send(form);
    expect(source.submissions).to.deep.equal([]);
  });
});

describe('a challenge that was used up', () => {
  const withElement = async (source = new Endpoint()) => {
    const element = new TestChallenge();
    element.slot = 'challenge';
    element.value = 't1';
    return { ...(await formWithChallenge(element, source)), element };
  };

  for (const [what, error] of [
    ['a refusal', new SourceError('rejected', 'No', { status: 422 })],
    ['a failure', new SourceError('http', 'Down', { status: 500 })],
    ['no answer', new TypeError('Failed to fetch')],
    ['a closed project', new SourceError('rejected', 'No', { status: 409, code: 'closed' })],
  ] as const)
    it(`begins anew after ${what}`, async () => {
      const source = new Endpoint();
      source.replies.push(error);
      const { form, element } = await withElement(source);
      const { heard, stop } = listen();
      await send(form);
      stop();
      expect(element.resets).to.equal(1);
      expect(heard).to.have.length(1);
      const [event] = heard as [Event];
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
      await send(form);
      expect(alert(form)).to.contain('Finish the check above first.');
      element.value = 't2';
      await send(form);
      expect(challenges(source)).to.deep.equal([{ altcha: 't1' }, { altcha: 't2' }]);
    });

  it('stays after the receipt', async () => {
    const { form, element } = await withElement();
    const { heard, stop } = listen();
    await send(form);
    stop();
    expect(element.resets).to.equal(0);
    expect(heard).to.deep.equal([]);
  });

  it('is only what was sent: not when something has to be put right first', async () => {
    const source = new Endpoint();
    source.replies.push(new TypeError('Failed to fetch'));
    const { form, element } = await withElement(source);
    await send(form);
    expect(element.resets).to.equal(1);
    element.value = 't2';
    const { heard, stop } = listen();
    byRole(form, 'checkbox', /^I agree/).click();
    await send(form);
    byRole(form, 'checkbox', /^I agree/).click();
    form.addEventListener(
      'foothold-application-submit',
      (event) => {
        event.waitUntil(Promise.reject(new Error('no')));
      },
      { once: true },
    );
    await send(form);
    stop();
    expect(element.resets).to.equal(1);
    expect(heard).to.deep.equal([]);
    await send(form);
    expect(challenges(source)).to.deep.equal([{ altcha: 't1' }, { altcha: 't2' }]);
  });

  it('may have no way of its own to begin anew: then the page hears of it', async () => {
    const source = new Endpoint();
    source.replies.push(new SourceError('rejected', 'No', { status: 422 }));
    const { form } = await formWithChallenge('<input type="hidden" name="t" value="1">', source);
    const { heard, stop } = listen();
    await send(form);
    stop();
    expect(heard).to.have.length(1);
  });
});

describe('a challenge in a board', () => {
  it('goes through to the form, with what it says and what it hears', async () => {
    const source = new MemorySource([
      projectWith({ requires: { proposal: 'none', resume: 'none' } }),
    ]);
    const element = new TestChallenge();
    element.slot = 'challenge';
    const board = await fixture<HTMLElement>(
      html`<foothold-board demo routing="memory" .source=${source}></foothold-board>`,
    );
    board.append(element);
    const press = async (role: 'button' | 'link', name: RegExp) => {
      await waitUntil(() => allByRole(board, role, name).length === 1, String(name));
      byRole(board, role, name).click();
    };
    await press('link', /^Competitor pricing study$/);
    await press('button', /^Apply for/);
    await waitUntil(() => allByRole(board, 'textbox', 'Full name').length === 1);
    expect(element.checkVisibility()).to.equal(true);
    for (const [label, text] of [
      ['Full name', 'Amara Osei'],
      ['Email', 'amara@student.example'],
    ] as const) {
      const box = byRole(board, 'textbox', label);
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    byRole(board, 'checkbox', /^I agree/).click();
    await press('button', /^Send application$/);
    await waitUntil(() => allByRole(board, 'alert').length === 1);
    expect(textOf(byRole(board, 'alert'))).to.equal(UNCHECKED);
    element.value = 't1';
    await press('button', /^Send application$/);
    await waitUntil(() => allByRole(board, 'heading', 'Application sent').length === 1);
    expect(source.applications[0]?.signals?.challenge).to.deep.equal({ altcha: 't1' });
  });
});
