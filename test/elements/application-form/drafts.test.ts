import { expect, waitUntil } from '@open-wc/testing';
import type { ApplicationTerms } from '../../../src/domain/project.ts';
import type { Question } from '../../../src/domain/questions.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import {
  choose,
  control,
  description,
  Endpoint,
  fillIn,
  formWith,
  hasFocus,
  next,
  pdf,
  projectWith,
  proposal,
  send,
  settled,
  textOf,
  tick,
  write,
} from './support.ts';

const KEEP = 'Keep my answers in this tab until I send them';

/** Everything that this tab keeps. */
const kept = (): string => JSON.stringify(sessionStorage) + JSON.stringify(localStorage);

/** The one thing that is kept, as it is written. */
const draft = (): Record<string, unknown> =>
  JSON.parse(Object.values(sessionStorage)[0] as string) as Record<string, unknown>;

/** Changes what is kept as if it had been written so. */
function rewrite(changes: Record<string, unknown>): void {
  const [key] = Object.keys(sessionStorage);
  sessionStorage.setItem(key!, JSON.stringify({ ...draft(), ...changes }));
}

/** The page after a reload: the same listings, and nothing remembered but what the tab keeps. */
const reloaded = (application: ApplicationTerms = {}, idempotent = false) =>
  new Endpoint(projectWith(application), { idempotent });

/** A form in which somebody has asked for a draft and written. */
async function leftOver(application: ApplicationTerms = {}): Promise<FootholdApplicationForm> {
  const form = await formWith({ source: reloaded(application) });
  await tick(form, KEEP);
  await write(form, 'Full name', 'Amara Osei');
  await write(form, 'Your proposal', proposal);
  form.remove();
  return form;
}

async function press(form: FootholdApplicationForm, name: string): Promise<void> {
  byRole(form, 'button', name).click();
  await form.updateComplete;
  await form.updateComplete;
}

beforeEach(() => {
  sessionStorage.clear();
});

describe('a draft', () => {
  it('is offered, and not made before somebody asks for it', async () => {
    let writes = 0;
    const { setItem } = Storage.prototype;
    const restore = replace(
      Storage.prototype,
      'setItem',
      function (this: Storage, ...item: [string, string]) {
        writes++;
        setItem.apply(this, item);
      },
    );
    try {
      const form = await formWith();
      expect(control(form, KEEP).checked).to.equal(false);
      expect(description(control(form, KEEP))).to.equal(
        'For half an hour, without files. Leave this off on a shared computer.',
      );
      await fillIn(form);
      await send(form);
      expect(writes).to.equal(0);
      expect(document.cookie).to.equal('');
      expect(kept()).to.equal('{}{}');
    } finally {
      restore();
    }
  });

  it('holds what was written before and after, and neither files nor consent', async () => {
    const form = await formWith({
      application: { questions: [{ id: 'terms', type: 'consent', label: 'The call is recorded' }] },
    });
    await write(form, 'Full name', 'Amara Osei');
    await tick(form, KEEP);
    await write(form, 'Email', 'amara@student.example');
    await choose(form, 'Resume', pdf('secret.pdf'));
    await tick(form, /^I agree/);
    await tick(form, 'The call is recorded');
    expect(draft()['values']).to.deep.equal({
      '/applicant/name': 'Amara Osei',
      '/applicant/email': 'amara@student.example',
    });
    expect(kept()).not.to.contain('secret');
    expect(sessionStorage).to.have.length(1);
    expect(localStorage).to.have.length(0);
  });

  it('is gone as soon as it is not wanted any more', async () => {
    const form = await formWith();
    await write(form, 'Full name', 'Amara Osei');
    await tick(form, KEEP);
    expect(kept()).to.contain('Amara');
    await tick(form, KEEP);
    expect(sessionStorage).to.have.length(0);
    await write(form, 'Full name', 'Amara Osei Mensah');
    expect(sessionStorage).to.have.length(0);
    expect(control(form, 'Full name').value).to.equal('Amara Osei Mensah');
  });

  for (const [what, finish] of Object.entries({
    sent: async (form: FootholdApplicationForm) => {
      await fillIn(form);
      await send(form);
    },
    cleared: async (form: FootholdApplicationForm) => {
      await press(form, 'Clear form');
      await press(form, 'Clear it');
    },
    'finished and cleared': async (form: FootholdApplicationForm) => {
      await fillIn(form);
      await send(form);
      await press(form, 'Finish and clear');
    },
  }))
    it(`holds nothing that was written once it is ${what}`, async () => {
      const form = await formWith();
      await tick(form, KEEP);
      await write(form, 'Full name', 'Amara Osei');
      expect(kept()).to.contain('Amara');
      await finish(form);
      expect(kept()).not.to.contain('Amara').and.not.to.contain('student.example');
      if (what !== 'sent') expect(sessionStorage).to.have.length(0);
    });

  it('says after a reload that the application went out, until that is cleared', async () => {
    const form = await formWith({ source: reloaded() });
    await tick(form, KEEP);
    await fillIn(form);
    await send(form);
    form.remove();
    const later = await formWith({ source: reloaded() });
    expect(textOf(later.renderRoot)).to.contain('FH-7Q2K-93');
    expect(control(later, 'Full name').value).to.equal('');
    expect(allByRole(later, 'button', 'Go on with them')).to.deep.equal([]);
    await press(later, 'Clear form');
    await press(later, 'Clear it');
    const last = await formWith({ source: reloaded() });
    expect(textOf(last.renderRoot)).not.to.contain('FH-7Q2K-93');
  });

  it('cannot be kept where the browser gives no room: that is said, and the box is empty', async () => {
    const form = await formWith();
    await write(form, 'Full name', 'Amara Osei');
    const restore = replace(Storage.prototype, 'setItem', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await tick(form, KEEP);
    restore();
    expect(control(form, KEEP).checked).to.equal(false);
    expect(textOf(byRole(form, 'alert'))).to.equal('This browser cannot keep them.');
    expect(sessionStorage).to.have.length(0);
  });

  it('is removed when there is no room for more, since the box says that nothing is kept', async () => {
    const form = await formWith();
    await tick(form, KEEP);
    await write(form, 'Full name', 'Amara Osei');
    const restore = replace(Storage.prototype, 'setItem', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await write(form, 'Your proposal', proposal);
    restore();
    expect(control(form, KEEP).checked).to.equal(false);
    expect(textOf(byRole(form, 'alert'))).to.equal('This browser cannot keep them.');
    expect(sessionStorage).to.have.length(0);
    expect(control(form, 'Your proposal').value).to.equal(proposal);
  });

  it('is not offered in a sandbox, where there is no storage', async () => {
    const before = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    try {
      const source = new Endpoint();
      const form = await formWith({ source });
      expect(allByRole(form, 'checkbox').map(nameOf)).not.to.include(KEEP);
      await fillIn(form);
      await send(form);
      expect(source.submissions).to.have.length(1);
    } finally {
      Object.defineProperty(window, 'sessionStorage', before);
    }
  });

  it('is neither offered nor looked for where the page says "never"', async () => {
    await leftOver();
    const form = await formWith({
      source: reloaded(),
      attributes: { 'project-id': 'mkt-204', 'privacy-url': '/privacy', draft: 'never' },
    });
    expect(allByRole(form, 'checkbox')).to.have.length(1);
    expect(allByRole(form, 'button', 'Go on with them')).to.deep.equal([]);
  });
});

describe('a draft that was left over', () => {
  it('is offered with its time, and not filled in', async () => {
    await leftOver();
    const form = await formWith({ source: reloaded() });
    expect(control(form, 'Full name').value).to.equal('');
    expect(control(form, 'Your proposal').value).to.equal('');
    const { at } = draft();
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(at as number);
    expect(textOf(form.renderRoot)).to.contain(
      `You left answers here at ${time}. Files and agreements are not among them.`.replace(
        /\s/g,
        ' ',
      ),
    );
    expect(allByRole(form, 'checkbox', KEEP)).to.deep.equal([]);
  });

  it('is filled in when it is wanted, and kept on', async () => {
    await leftOver();
    const form = await formWith({ source: reloaded() });
    await press(form, 'Go on with them');
    expect(control(form, 'Full name').value).to.equal('Amara Osei');
    expect(control(form, 'Your proposal').value).to.equal(proposal);
    expect(control(form, KEEP).checked).to.equal(true);
    expect(hasFocus(byRole(form, 'heading', /^Apply to/))).to.equal(true);
    await write(form, 'Full name', 'Amara');
    expect(kept()).to.contain('"/applicant/name\\":\\"Amara\\"');
  });

  it('is deleted when it is not wanted', async () => {
    await leftOver();
    const form = await formWith({ source: reloaded() });
    await press(form, 'Delete them');
    expect(sessionStorage).to.have.length(0);
    expect(control(form, 'Full name').value).to.equal('');
    expect(control(form, KEEP).checked).to.equal(false);
    expect(hasFocus(byRole(form, 'heading', /^Apply to/))).to.equal(true);
  });

  it('gives way to what has been written since', async () => {
    await leftOver();
    const form = await formWith({ source: reloaded() });
    await write(form, 'Full name', 'Kofi Mensah');
    await press(form, 'Go on with them');
    expect(control(form, 'Full name').value).to.equal('Kofi Mensah');
    expect(control(form, 'Your proposal').value).to.equal(proposal);
  });

  it('is written over by nothing while it is only offered', async () => {
    await leftOver();
    const form = await formWith({ source: reloaded() });
    await write(form, 'Full name', 'Kofi Mensah');
    expect(draft()['values']).to.deep.include({ '/applicant/name': 'Amara Osei' });
  });

  it('is not given back after half an hour without a change, and removed', async () => {
    await leftOver();
    rewrite({ at: Date.now() - 30 * 60_000 });
    const form = await formWith({ source: reloaded() });
    expect(allByRole(form, 'button', 'Go on with them')).to.deep.equal([]);
    expect(sessionStorage).to.have.length(0);
  });

  it('is still given back after 29 minutes', async () => {
    await leftOver();
    rewrite({ at: Date.now() - 29 * 60_000 });
    const form = await formWith({ source: reloaded() });
    await press(form, 'Go on with them');
    expect(control(form, 'Full name').value).to.equal('Amara Osei');
  });

  it('is not given back when it has become too old while it was offered', async () => {
    await leftOver();
    const form = await formWith({ source: reloaded() });
    rewrite({ at: Date.now() - 31 * 60_000 });
    await press(form, 'Go on with them');
    expect(control(form, 'Full name').value).to.equal('');
    expect(sessionStorage).to.have.length(0);
    expect(control(form, KEEP).checked).to.equal(false);
  });

  it('belongs to its project', async () => {
    await leftOver();
    const form = await formWith({
      project: projectWith({}, { id: 'other' }),
      attributes: { 'project-id': 'other', demo: '' },
    });
    expect(allByRole(form, 'button', 'Go on with them')).to.deep.equal([]);
  });

  it('shows an answer to a question that is not asked any more', async () => {
    const questions: readonly Question[] = [
      { id: 'team', type: 'text', label: 'Name of your team' },
    ];
    const before = await formWith({ source: reloaded({ questions }) });
    await tick(before, KEEP);
    await write(before, 'Name of your team', 'The Terns');
    before.remove();
    const form = await formWith({ source: reloaded() });
    await press(form, 'Go on with them');
    const note = allByRole(form, 'status').map(textOf).join(' ');
    expect(note).to.contain('is not asked any more. You answered:').and.to.contain('The Terns');
  });

  it('opens the step at which it was left', async () => {
    const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map((id): Question => ({
      id,
      type: 'text',
      label: id,
      section: 'Your work',
    }));
    const terms: ApplicationTerms = { questions, requires: { resume: 'none' } };
    const before = await formWith({ source: reloaded(terms) });
    await tick(before, KEEP);
    await write(before, 'Full name', 'Amara Osei');
    await write(before, 'Email', 'amara@student.example');
    await next(before);
    before.remove();
    const form = await formWith({ source: reloaded(terms) });
    await press(form, 'Go on with them');
    expect(byRole(form, 'heading', /^Step 2 of 4/)).to.exist;
  });

  it('cannot break the form, whatever somebody has put there', async () => {
    await leftOver();
    for (const changes of [
      { sent: 'yes' },
      { sent: { reference: 'FH-1', at: 'some day' } },
      { sent: { at: '2026-11-22T16:12:00Z' } },
      { values: { '/applicant/name': { first: 'Amara' } } },
      { values: ['Amara'] },
      { step: 99, startedAt: 'yesterday', key: 7 },
    ]) {
      rewrite({ at: Date.now(), ...changes });
      const source = reloaded();
      const form = await formWith({ source });
      if (allByRole(form, 'button', 'Go on with them').length) await press(form, 'Go on with them');
      expect(control(form, 'Full name').value, JSON.stringify(changes)).not.to.contain('object');
      await fillIn(form, false);
      await send(form);
      const [{ key, signals }] = source.submissions as [(typeof source.submissions)[0]];
      expect(key, JSON.stringify(changes)).to.match(/^[\da-f-]{36}$/);
      expect(signals?.secondsOnForm).to.equal(0);
      form.remove();
      await leftOver();
    }
  });
});

describe('the key of an application', () => {
  it('survives a reload after a send that could not be confirmed, and so does that', async () => {
    const source = reloaded();
    source.replies.push(new SourceError('timeout', 'No answer'));
    const form = await formWith({ source });
    await tick(form, KEEP);
    await fillIn(form, false);
    await send(form);
    form.remove();

    const later = reloaded();
    const again = await formWith({ source: later });
    await press(again, 'Go on with them');
    expect(textOf(byRole(again, 'alert'))).to.contain('We could not confirm that it arrived.');
    await write(again, 'Your proposal', 'Something better.');
    await tick(again, /^I agree/);
    await send(again);
    expect(later.submissions[0]?.key).to.equal(source.submissions[0]?.key);
  });

  it('survives a reload while it is on its way', async () => {
    const source = reloaded();
    source.replies.push(new Promise(() => undefined));
    const form = await formWith({ source });
    await tick(form, KEEP);
    await fillIn(form, false);
    byRole(form, 'button', 'Send application').click();
    await waitUntil(() => source.submissions.length === 1);
    form.remove();

    const later = reloaded();
    const again = await formWith({ source: later });
    await press(again, 'Go on with them');
    expect(textOf(byRole(again, 'alert'))).to.contain('We could not confirm that it arrived.');
    await tick(again, /^I agree/);
    await send(again);
    expect(later.submissions[0]?.key).to.equal(source.submissions[0]?.key);
  });

  it('survives a reload after a refusal, of which nothing is left to be confirmed', async () => {
    const source = reloaded();
    source.replies.push(new SourceError('http', 'busy', { status: 429, retryAfter: 600 }));
    const form = await formWith({ source });
    await tick(form, KEEP);
    await fillIn(form, false);
    await send(form);
    form.remove();

    const later = reloaded();
    const again = await formWith({ source: later });
    await press(again, 'Go on with them');
    expect(allByRole(again, 'alert')).to.deep.equal([]);
    await tick(again, /^I agree/);
    await send(again);
    expect(later.submissions[0]?.key).to.equal(source.submissions[0]?.key);
  });

  it('is new after the receipt, and after the form was cleared', async () => {
    const source = reloaded();
    const form = await formWith({ source });
    await tick(form, KEEP);
    await fillIn(form, false);
    await send(form);
    form.remove();
    const later = reloaded();
    const again = await formWith({ source: later });
    await fillIn(again, false);
    await send(again);
    expect(later.submissions[0]?.key).not.to.equal(source.submissions[0]?.key);
    await settled(again);
  });
});
