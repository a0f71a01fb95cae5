import { expect, waitUntil } from '@open-wc/testing';
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import type { Question } from '../../../src/domain/questions.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { SourceError, type Problem } from '../../../src/source/source-error.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import {
  choose,
  contents,
  control,
  description,
  Endpoint,
  fillIn,
  formWith,
  next,
  pdf,
  problems,
  projectWith,
  proposal,
  send,
  textOf,
  tick,
  write,
} from './support.ts';

const refusal = (problem: Problem) => new SourceError('rejected', 'No', problem);

const team: Question = { id: 'team', type: 'text', label: 'Name of your team' };
const visa: Question = { id: 'visa', type: 'text', label: 'Your visa', required: true };

/** Listings whose project becomes another one at the next application, which is refused. */
function changing(before: ApplicationTerms, after: Project | ApplicationTerms | SourceError) {
  let now: Project | SourceError = projectWith(before);
  const source = new Endpoint(() =>
    now instanceof Error ? Promise.reject(now) : Promise.resolve(now),
  );
  const { apply } = source;
  source.apply = (...request) => {
    now = after instanceof Error || 'id' in after ? after : projectWith(after);
    return apply(...request);
  };
  return source;
}

/** A form that was filled in, sent, refused, and has changed. */
async function changed(
  before: ApplicationTerms,
  after: Parameters<typeof changing>[1],
  write?: (form: FootholdApplicationForm) => Promise<void>,
  problem: Problem = { status: 422 },
) {
  const source = changing(before, after);
  source.replies.push(refusal(problem));
  const form = await formWith({ source });
  await fillIn(form);
  await write?.(form);
  await send(form);
  return { form, source };
}

const hasSaid = (form: FootholdApplicationForm, words: string) =>
  waitUntil(() => textOf(form.renderRoot).includes(words), words);

const CHANGED = 'This form has changed since you began.';

/** What the note of the changes says, point by point. */
const changes = (form: FootholdApplicationForm): string[] =>
  allByRole(
    allByRole(form, 'status').find((each) => textOf(each).includes(CHANGED))!,
    'listitem',
  ).map(textOf);

describe('a form that changes while somebody writes', () => {
  it('keeps the answer to a question that is not asked any more where it can be read', async () => {
    const { form, source } = await changed({ questions: [team] }, {}, (each) =>
      write(each, 'Name of your team', 'The Terns'),
    );
    await hasSaid(form, CHANGED);
    expect(changes(form)).to.deep.equal([
      '“Name of your team” is not asked any more. You answered: The Terns',
    ]);
    expect(allByRole(form, 'textbox', /team/)).to.deep.equal([]);
    await send(form);
    expect(source.submissions[1]?.application.answers).to.deep.equal({});
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });

  it('says such an answer in the words of its choices', async () => {
    const options = [
      { value: 'm', label: 'Monday' },
      { value: 't', label: 'Tuesday' },
    ];
    const { form } = await changed(
      { questions: [{ id: 'days', type: 'multiselect', label: 'Days', options }] },
      {},
      async (each) => {
        await tick(each, 'Monday');
        await tick(each, 'Tuesday');
      },
    );
    await hasSaid(form, CHANGED);
    expect(changes(form)).to.deep.equal([
      '“Days” is not asked any more. You answered: Monday and Tuesday',
    ]);
  });

  it('says the name of a file that is not asked for any more', async () => {
    const { form } = await changed({}, { requires: { resume: 'none' } });
    await hasSaid(form, CHANGED);
    expect(changes(form)).to.deep.equal(['“Resume” is not asked any more. You answered: cv.pdf']);
  });

  it('says nothing of a question that nobody had answered', async () => {
    const { form } = await changed({ questions: [team] }, {});
    await waitUntil(() => !allByRole(form, 'textbox', /team/).length);
    expect(textOf(form.renderRoot)).not.to.contain(CHANGED);
  });

  it('names a question that has to be answered now, and takes the answer', async () => {
    const { form, source } = await changed({}, { questions: [visa] });
    await hasSaid(form, CHANGED);
    expect(changes(form)).to.deep.equal(['“Your visa” is asked now, too.']);
    expect(control(form, 'Your visa').getAttribute('aria-invalid')).to.equal(null);
    await send(form);
    expect(problems(form)).to.deep.equal(['Answer “Your visa”']);
    await write(form, 'Your visa', 'None needed');
    await send(form);
    expect(source.submissions[1]?.application.answers).to.deep.equal({ visa: 'None needed' });
  });

  it('says nothing of a question that may be left open', async () => {
    const { form } = await changed({}, { questions: [team] });
    await waitUntil(() => allByRole(form, 'textbox', /team/).length === 1);
    expect(textOf(form.renderRoot)).not.to.contain(CHANGED);
  });

  it('checks the proposal anew by a limit that has changed', async () => {
    const { form } = await changed(
      { proposal: { minWords: 5 } },
      { proposal: { minWords: 12, maxWords: 300 } },
    );
    await hasSaid(form, CHANGED);
    expect(changes(form)).to.deep.equal(['What “Your proposal” takes is not what it was.']);
    const box = control(form, 'Your proposal');
    expect(box.value).to.equal(proposal);
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(description(box)).to.contain('Write 3 more words in your proposal');
    await write(form, 'Your proposal', `${proposal} And then I would ask.`);
    expect(description(box)).not.to.contain('more words');
  });

  it('checks a choice anew that is no longer among the choices', async () => {
    const options = ['Mon', 'Tue', 'Wed'].map((label) => ({ value: label, label }));
    const question = { id: 'day', type: 'select', label: 'Day', required: true } as const;
    const { form } = await changed(
      { questions: [{ ...question, options }] },
      { questions: [{ ...question, options: options.slice(0, 2) }] },
      (each) => tick(each, 'Wed'),
    );
    await hasSaid(form, CHANGED);
    expect(description(byRole(form, 'radiogroup', 'Day'))).to.contain(
      'Choose one of the answers to “Day”',
    );
  });

  it('checks a file anew that has become too large', async () => {
    const { form } = await changed({}, { upload: { maxBytes: 10 } });
    await hasSaid(form, CHANGED);
    expect(description(control(form, 'Resume'))).to.contain(
      'Choose a file under 1 kB for “Resume”',
    );
    expect(allByRole(form, 'button', 'Remove cv.pdf')).to.have.length(1);
  });

  it('lands a complaint about the new question on it', async () => {
    const source = changing({}, { questions: [visa] });
    const complaint = refusal({
      status: 422,
      errors: [{ pointer: '/answers/visa', detail: 'Say something of your visa.' }],
    });
    source.replies.push(complaint);
    const form = await formWith({ source });
    await fillIn(form);
    await send(form);
    expect(textOf(byRole(form, 'group', 'There is a problem'))).to.contain(
      'Say something of your visa.',
    );
    await hasSaid(form, CHANGED);
    expect(control(form, 'Your visa')).to.exist;
  });

  it('becomes longer than a page without losing a word', async () => {
    const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map((id): Question => ({
      id,
      type: 'text',
      label: `Question ${id}`,
    }));
    const { form, source } = await changed(
      { questions: [team] },
      { questions: [team, ...questions] },
      (each) => write(each, 'Name of your team', 'The Terns'),
    );
    await waitUntil(() => allByRole(form, 'button', 'Next').length === 1);
    for (let steps = 0; steps < 3; steps++) await next(form);
    await send(form);
    expect(source.submissions[1]?.application).to.deep.include({
      proposal,
      answers: { team: 'The Terns' },
    });
    expect(source.submissions[1]?.attachments).to.have.length(1);
  });

  it('becomes short enough for one page, whichever step was open', async () => {
    const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map((id): Question => ({
      id,
      type: 'text',
      label: `Question ${id}`,
    }));
    const source = changing({ questions }, { questions: questions.slice(0, 1) });
    source.replies.push(refusal({ status: 422 }));
    const form = await formWith({ source });
    await write(form, 'Full name', 'Amara Osei');
    await write(form, 'Email', 'amara@student.example');
    await next(form);
    await write(form, 'Your proposal', proposal);
    while (allByRole(form, 'button', /^(Next|Review)$/).length) await next(form);
    await tick(form, /^I agree/);
    await send(form);
    await waitUntil(() => !textOf(form.renderRoot).includes('Step '));
    expect(control(form, 'Full name').value).to.equal('Amara Osei');
    expect(control(form, /^I agree/).checked).to.equal(true);
    await send(form);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });

  it('has not changed for somebody who begins anew', async () => {
    const { form } = await changed({ questions: [team] }, {}, (each) =>
      write(each, 'Name of your team', 'The Terns'),
    );
    await hasSaid(form, CHANGED);
    for (const name of ['Clear form', 'Clear it']) {
      byRole(form, 'button', name).click();
      await form.updateComplete;
    }
    expect(textOf(form.renderRoot)).not.to.contain(CHANGED);
  });
});

describe('a project that ends while somebody writes', () => {
  for (const [what, after, problem, words] of [
    [
      'is closed',
      projectWith({}, { status: 'closed' }),
      { status: 409, code: 'closed' },
      'Applications are closed.',
    ],
    [
      'is withdrawn',
      new SourceError('http', 'gone', { status: 410 }),
      { status: 410 },
      'This project is no longer available.',
    ],
  ] as const)
    it(`keeps everything and says so when it ${what}`, async () => {
      const source = changing({}, after);
      source.replies.push(refusal(problem));
      const form = await formWith({ source });
      await fillIn(form);
      const before = contents(form);
      await send(form);
      await hasSaid(
        form,
        'You can still try to send it. What you wrote is here as long as this page is open.',
      );
      expect(textOf(byRole(form, 'alert'))).to.contain(words);
      expect(contents(form)).to.deep.equal(before);
      expect(form.matches(':state(failed)')).to.equal(false);
      for (const name of ['Send application', 'Copy my answers', 'Download my answers'])
        expect(byRole(form, 'button', name)).to.exist;
      await send(form);
      expect(source.submissions[1]?.attachments).to.have.length(1);
    });

  it('is over for somebody who had not begun', async () => {
    const source = new Endpoint(projectWith({}, { status: 'closed' }));
    const form = await formWith({ source });
    expect(allByRole(form, 'textbox')).to.deep.equal([]);
  });

  it('can be begun anew no more once the form is cleared', async () => {
    const { form } = await changed({}, projectWith({}, { status: 'closed' }), undefined, {
      status: 409,
      code: 'closed',
    });
    await hasSaid(form, 'You can still try to send it.');
    for (const name of ['Clear form', 'Clear it']) {
      byRole(form, 'button', name).click();
      await form.updateComplete;
    }
    expect(allByRole(form, 'textbox').map(nameOf)).to.deep.equal([]);
    expect(textOf(form.renderRoot)).to.contain('Applications are closed');
  });

  it('keeps a form in which only a file was chosen', async () => {
    let gone = false;
    const source = new Endpoint(() =>
      gone
        ? Promise.reject(new SourceError('http', 'gone', { status: 404 }))
        : Promise.resolve(projectWith()),
    );
    const form = await formWith({ source });
    await choose(form, 'Resume', pdf());
    gone = true;
    form.remove();
    const again = await formWith({ source });
    expect(allByRole(again, 'button', 'Remove cv.pdf')).to.have.length(1);
  });
});
