import { expect } from '@open-wc/testing';
import { SourceError, type ErrorKind, type Problem } from '../../../src/source/source-error.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import {
  contents,
  control,
  description,
  Endpoint,
  fillIn,
  hasFocus,
  formWith,
  problems,
  projectWith,
  receipt,
  send,
  textOf,
  write,
} from './support.ts';

const failing = (kind: ErrorKind, problem?: Problem) => new SourceError(kind, kind, problem);
const rejected = (problem: Problem) => failing('rejected', problem);

const unconfirmed =
  'We could not confirm that it arrived. Your text is safe. Look for a confirmation in your email before you send it again.';
const nothingSent = 'Nothing was sent. What you wrote is still here.';

/** How sending fails, and what is said about it. */
const rows: Record<string, [error: Error, words: string]> = {
  'no answer': [failing('network'), unconfirmed],
  'no answer in time': [failing('timeout'), unconfirmed],
  'a line that was cut': [failing('offline'), unconfirmed],
  'a receipt that cannot be read': [failing('malformed', { status: 201 }), unconfirmed],
  'an error without a kind': [new TypeError('oops'), unconfirmed],
  408: [failing('http', { status: 408 }), unconfirmed],
  500: [failing('http', { status: 500 }), unconfirmed],
  502: [failing('http', { status: 502 }), unconfirmed],
  504: [failing('http', { status: 504 }), unconfirmed],
  'a policy that forbids it': [
    failing('blocked'),
    `This page does not allow applications to be sent. ${nothingSent}`,
  ],
  400: [failing('http', { status: 400 }), `The application was not accepted. ${nothingSent}`],
  401: [failing('http', { status: 401 }), `The application was not accepted. ${nothingSent}`],
  '403 with a reason': [
    failing('http', { status: 403, detail: 'Only seniors.' }),
    `The application was not accepted. Only seniors. ${nothingSent}`,
  ],
  404: [failing('http', { status: 404 }), `This project is no longer available. ${nothingSent}`],
  '409, closed': [
    rejected({ status: 409, code: 'closed' }),
    `Applications are closed. ${nothingSent}`,
  ],
  '409 without a code': [rejected({ status: 409 }), `Applications are closed. ${nothingSent}`],
  '409, a second application': [
    rejected({ status: 409, code: 'duplicate-applicant' }),
    `You have applied to this project before, with this email address. ${nothingSent}`,
  ],
  '422 without a reason': [
    rejected({ status: 422 }),
    `The application was not accepted. ${nothingSent}`,
  ],
  '429 with a time': [
    failing('http', { status: 429, retryAfter: 30 }),
    'Too much is being sent at once. Nothing is lost. Try again in 30 seconds.',
  ],
  '429 with a long time': [
    failing('http', { status: 429, retryAfter: 600 }),
    'Too much is being sent at once. Nothing is lost. Try again in 10 minutes.',
  ],
  '503 without a time': [
    failing('http', { status: 503 }),
    'Too much is being sent at once. Nothing is lost. Try again in a minute.',
  ],
};

describe('a failure to send', () => {
  for (const [what, [error, words]] of Object.entries(rows)) {
    it(`is said plainly, and everything is still there to be sent (${what})`, async () => {
      const source = new Endpoint();
      source.replies.push(error);
      const form = await formWith({ source });
      await fillIn(form);
      const before = contents(form);
      await send(form);
      expect(textOf(byRole(form, 'alert'))).to.equal(words);
      expect(contents(form)).to.deep.equal(before);
      await send(form);
      expect(textOf(form.renderRoot)).to.contain('FH-7Q2K-93');
      const [first, second] = source.submissions;
      expect(second?.key).to.equal(first?.key);
      expect(second?.attachments.map(({ file }) => file.name)).to.deep.equal(['cv.pdf']);
    });
  }

  it('for good leaves the ways to keep what was written', async () => {
    const source = new Endpoint();
    source.replies.push(rejected({ status: 409, code: 'closed' }));
    const form = await formWith({ source });
    await fillIn(form);
    await send(form);
    for (const name of ['Copy my answers', 'Download my answers'])
      expect(byRole(form, 'button', name)).to.exist;
  });

  it('that was none after all ends with the receipt, and says which version counts', async () => {
    const source = new Endpoint();
    source.replies.push(
      failing('timeout'),
      rejected({ status: 409, code: 'already-received', receipt }),
    );
    const form = await formWith({ source });
    await fillIn(form);
    await send(form);
    await write(form, 'Your proposal', 'Something else entirely.');
    await send(form);
    expect(hasFocus(byRole(form, 'heading', 'Application sent'))).to.equal(true);
    const text = textOf(form.renderRoot);
    expect(text).to.contain('An earlier version had already arrived.');
    expect(text).to.contain('FH-7Q2K-93');
    expect(text).to.match(/What you wrote last .*Something else entirely/);
  });

  it("puts the API's complaints on their fields and lists the others", async () => {
    const source = new Endpoint(
      projectWith({ questions: [{ id: 'portfolio', type: 'url', label: 'Portfolio' }] }),
    );
    source.replies.push(
      rejected({
        status: 422,
        errors: [
          { pointer: '/applicant/email', detail: 'This domain takes no mail.' },
          { pointer: '/answers/portfolio', detail: 'This page needs a password.' },
          { pointer: '/answers/shoe-size', detail: 'The shoe size is missing.' },
        ],
      }),
    );
    const form = await formWith({ source });
    await fillIn(form);
    const before = contents(form);
    await send(form);
    expect(contents(form)).to.deep.equal(before);
    expect(problems(form)).to.deep.equal([
      'This domain takes no mail.',
      'This page needs a password.',
    ]);
    const summary = byRole(form, 'group', 'There is a problem');
    expect(hasFocus(summary)).to.equal(true);
    expect(textOf(summary)).to.contain('The shoe size is missing.');
    expect(description(control(form, 'Email'))).to.contain('This domain takes no mail.');
    await write(form, 'Email', 'amara@other.example');
    expect(description(control(form, 'Email'))).to.equal('');
  });

  for (const status of [413, 415]) {
    it(`with the file is said at the file (${status})`, async () => {
      const source = new Endpoint();
      source.replies.push(rejected({ status }));
      const form = await formWith({ source });
      await fillIn(form);
      await send(form);
      expect(problems(form)).to.deep.equal([
        'Choose another file for “Resume”: “cv.pdf” was refused, for its size or its type',
      ]);
      expect(allByRole(form, 'button', 'Remove cv.pdf')).to.have.length(1);
    });
  }

  it('does not hide that the project was withdrawn while somebody was writing', async () => {
    let gone = false;
    const source = new Endpoint(() =>
      gone ? Promise.reject(failing('http', { status: 404 })) : Promise.resolve(projectWith()),
    );
    source.replies.push(failing('http', { status: 404 }));
    const form = await formWith({ source });
    await fillIn(form);
    gone = true;
    await send(form);
    expect(textOf(byRole(form, 'alert'))).to.contain('This project is no longer available.');
    expect(control(form, 'Full name').value).to.equal('Amara Osei');
  });
});
