import { expect, waitUntil } from '@open-wc/testing';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import {
  control,
  Endpoint,
  fillIn,
  formWith,
  hasFocus,
  send,
  textOf,
  tick,
  write,
} from './support.ts';

const HINT = /Did you mean (.+?)\?/;
const hint = (form: FootholdApplicationForm) =>
  HINT.exec(textOf(control(form, 'Email').closest('[data-field]')))?.[1];

/** Writes an address and goes on to the next field. */
async function leaveEmail(form: FootholdApplicationForm, address: string): Promise<void> {
  control(form, 'Email').focus();
  await write(form, 'Email', address);
  control(form, 'Your proposal').focus();
  await form.updateComplete;
}

describe('an email address that was probably mistyped', () => {
  it('is asked about once the field is left, not while it is typed', async () => {
    const form = await formWith();
    control(form, 'Email').focus();
    await write(form, 'Email', 'amara@gmial.com');
    expect(hint(form)).to.equal(undefined);
    control(form, 'Your proposal').focus();
    await form.updateComplete;
    expect(hint(form)).to.equal('amara@gmail.com');
    expect(allByRole(form, 'status').map(textOf).join()).to.contain(
      'Did you mean amara@gmail.com?',
    );
  });

  it('is put right by one press, with focus on the field', async () => {
    const form = await formWith();
    await leaveEmail(form, 'amara@gmial.com');
    byRole(form, 'button', 'Use it').click();
    await waitUntil(() => hasFocus(control(form, 'Email')));
    expect(control(form, 'Email').value).to.equal('amara@gmail.com');
    expect(hint(form)).to.equal(undefined);
  });

  it('may be right: it is sent as it was typed', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form, false);
    await leaveEmail(form, 'amara@gmial.com');
    expect(control(form, 'Email').getAttribute('aria-invalid')).to.equal(null);
    await send(form);
    expect(source.submissions[0]?.application.applicant.email).to.equal('amara@gmial.com');
  });

  it('is not asked about any more once it is changed', async () => {
    const form = await formWith();
    await leaveEmail(form, 'amara@gmial.com');
    await write(form, 'Email', 'amara@gmail.co');
    expect(hint(form)).to.equal(undefined);
  });

  it('is asked about in the email field alone', async () => {
    const form = await formWith({
      application: { questions: [{ id: 'boss', type: 'email', label: 'Email of your boss' }] },
    });
    control(form, 'Email of your boss').focus();
    await write(form, 'Email of your boss', 'kofi@gmial.com');
    control(form, 'Full name').focus();
    await form.updateComplete;
    expect(textOf(form.renderRoot)).not.to.match(HINT);
  });

  it('says so only after a press has ended, so that nothing moves from under the finger', async () => {
    const form = await formWith();
    control(form, 'Email').focus();
    await write(form, 'Email', 'amara@gmial.com');
    const consent = control(form, /^I agree/);
    consent.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    consent.focus();
    await form.updateComplete;
    expect(hint(form)).to.equal(undefined);
    consent.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    await tick(form, /^I agree/);
    expect(consent.checked).to.equal(true);
    await waitUntil(() => hint(form) === 'amara@gmail.com');
  });
});
