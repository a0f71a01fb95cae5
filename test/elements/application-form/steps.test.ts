import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Question } from '../../../src/domain/questions.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import {
  choose,
  control,
  description,
  Endpoint,
  formWith,
  hasFocus,
  next,
  pdf,
  problems,
  projectWith,
  proposal,
  send,
  settled,
  textOf,
  tick,
  write,
} from './support.ts';

const text = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  type: 'text',
  label: `Question ${id}`,
  ...more,
});

/** Nine questions: You, Your proposal, Your work, Your time. */
const long: readonly Question[] = [
  ...['a', 'b', 'c'].map((id) => text(id, { section: 'Your work' })),
  ...['d', 'e', 'f'].map((id) => text(id, { section: 'Your time' })),
];

const longForm = (questions = long, resume: 'none' | 'optional' = 'none') =>
  new Endpoint(projectWith({ requires: { resume }, questions }));

/** The heading of the step that is open. */
const stepOf = (form: FootholdApplicationForm): string =>
  nameOf(allByRole(form, 'heading').find((each) => /^Step /.test(nameOf(each)))!);

/** What can be filled in now. */
const asked = (form: FootholdApplicationForm): string[] =>
  allByRole(form, 'textbox').map((each) => nameOf(each).replace(/ \(optional\)$/, ''));

async function introduce(form: FootholdApplicationForm): Promise<void> {
  await write(form, 'Full name', 'Amara Osei');
  await write(form, 'Email', 'amara.osei@student.example');
}

/** From the first step to the review, with everything that is needed. */
async function goToReview(form: FootholdApplicationForm): Promise<void> {
  await introduce(form);
  await next(form);
  await write(form, 'Your proposal', proposal);
  for (let steps = 0; steps < 9 && allByRole(form, 'button', /^(Next|Review)$/).length; steps++)
    await next(form);
}

async function back(form: FootholdApplicationForm): Promise<void> {
  byRole(form, 'button', 'Back').click();
  await settled(form);
}

const errorsAtField = (form: FootholdApplicationForm, label: string) =>
  control(form, label).getAttribute('aria-invalid');

describe('a form with many questions', () => {
  it('goes step by step, and says at which one it is', async () => {
    const form = await formWith({ source: longForm() });
    expect(stepOf(form)).to.equal('Step 1 of 5 You');
    expect(asked(form)).to.deep.equal(['Full name', 'Email']);
    await introduce(form);
    await next(form);
    expect(stepOf(form)).to.match(/^Step 2 of 5 Your proposal/);
    expect(asked(form)).to.deep.equal(['Your proposal']);
    await write(form, 'Your proposal', proposal);
    await next(form);
    expect(stepOf(form)).to.equal('Step 3 of 5 Your work');
    expect(asked(form)).to.deep.equal(['Question a', 'Question b', 'Question c']);
    await next(form);
    expect(stepOf(form)).to.equal('Step 4 of 5 Your time');
    await next(form);
    expect(stepOf(form)).to.equal('Step 5 of 5 Review');
  });

  it('moves focus to the heading of the new step, forward and back', async () => {
    const form = await formWith({ source: longForm() });
    await introduce(form);
    await next(form);
    await waitUntil(() => hasFocus(byRole(form, 'heading', /^Step 2 of 5/)));
    await write(form, 'Your proposal', proposal);
    await next(form);
    await waitUntil(() => hasFocus(byRole(form, 'heading', /^Step 3 of 5/)));
    await back(form);
    await waitUntil(() => hasFocus(byRole(form, 'heading', /^Step 2 of 5/)));
  });

  it('sends nothing before its last step, where alone it can be sent', async () => {
    const source = longForm();
    const form = await formWith({ source });
    await introduce(form);
    await next(form);
    expect(allByRole(form, 'button', /^Send application/)).to.deep.equal([]);
    expect(allByRole(form, 'checkbox', /^I agree/)).to.deep.equal([]);
    expect(source.submissions).to.deep.equal([]);
  });

  it('is sent from the review with every answer', async () => {
    const source = longForm();
    const form = await formWith({ source });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    await write(form, 'Question b', 'Two');
    await next(form);
    await write(form, 'Question f', 'Six');
    await next(form);
    await tick(form, /^I agree/);
    await send(form);
    expect(source.submissions[0]?.application).to.deep.include({
      applicant: { name: 'Amara Osei', email: 'amara.osei@student.example' },
      proposal,
      answers: { b: 'Two', f: 'Six' },
    });
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });

  it('checks a step when it is left, and that one alone', async () => {
    const form = await formWith({
      source: longForm(long.map((each) => ({ ...each, required: true }))),
    });
    await next(form);
    expect(problems(form)).to.deep.equal(['Enter your full name', 'Enter your email address']);
    expect(stepOf(form)).to.equal('Step 1 of 5 You');
    expect(hasFocus(byRole(form, 'group', 'There is a problem'))).to.equal(true);
    await introduce(form);
    await next(form);
    expect(allByRole(form, 'group', 'There is a problem')).to.deep.equal([]);
    expect(stepOf(form)).to.match(/^Step 2 of 5/);
    expect(description(control(form, 'Your proposal'))).not.to.contain('Write your proposal');
  });

  it('re-checks a field of a step that was tried, and no other', async () => {
    const form = await formWith({ source: longForm() });
    await introduce(form);
    await write(form, 'Email', 'amara@');
    control(form, 'Email').focus();
    control(form, 'Full name').focus();
    await form.updateComplete;
    expect(errorsAtField(form, 'Email')).to.equal(null);
    await next(form);
    expect(errorsAtField(form, 'Email')).to.equal('true');
    await write(form, 'Email', 'amara@student.example');
    expect(errorsAtField(form, 'Email')).to.equal(null);
  });

  it('leads back whatever is wrong, and says nothing of it', async () => {
    const form = await formWith({ source: longForm() });
    await introduce(form);
    await next(form);
    await next(form);
    expect(problems(form)).to.deep.equal(['Write your proposal']);
    await back(form);
    expect(stepOf(form)).to.equal('Step 1 of 5 You');
    expect(allByRole(form, 'group', 'There is a problem')).to.deep.equal([]);
    expect(allByRole(form, 'button', 'Back')).to.deep.equal([]);
    expect(control(form, 'Full name').value).to.equal('Amara Osei');
  });

  it('leaves out steps in which nothing is asked, and does not count them', async () => {
    const questions = [
      ...['a', 'b', 'c', 'd', 'e'].map((id) => text(id, { section: 'Your work' })),
      { id: 'visit', type: 'boolean', label: 'Visit?', section: 'Your work' } as const,
      text('when', { section: 'Your visit', showIf: { question: 'visit', equals: true } }),
      text('z', { section: 'At last' }),
    ];
    const form = await formWith({ source: longForm(questions) });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    expect(stepOf(form)).to.equal('Step 3 of 5 Your work');
    await next(form);
    expect(stepOf(form)).to.equal('Step 4 of 5 At last');
    await back(form);
    expect(stepOf(form)).to.equal('Step 3 of 5 Your work');
    await tick(form, 'Yes');
    expect(stepOf(form)).to.equal('Step 3 of 6 Your work');
    await next(form);
    expect(stepOf(form)).to.equal('Step 4 of 6 Your visit');
    await next(form);
    expect(stepOf(form)).to.equal('Step 5 of 6 At last');
  });

  it('says "Review" where the review comes next, also when a step between is left out', async () => {
    const questions = [
      ...['a', 'b', 'c', 'd', 'e'].map((id) => text(id, { section: 'Your work' })),
      { id: 'visit', type: 'boolean', label: 'Visit?', section: 'Your work' } as const,
      text('when', { section: 'Your visit', showIf: { question: 'visit', equals: true } }),
    ];
    const form = await formWith({ source: longForm(questions) });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    expect(byRole(form, 'button', 'Review')).to.exist;
    await tick(form, 'Yes');
    expect(byRole(form, 'button', 'Next')).to.exist;
    await tick(form, 'No');
    byRole(form, 'button', 'Review').click();
    await settled(form);
    expect(stepOf(form)).to.equal('Step 4 of 4 Review');
  });

  it('goes on with Enter in a field', async () => {
    const form = await formWith({ source: longForm() });
    await introduce(form);
    control(form, 'Email').focus();
    await sendKeys({ press: 'Enter' });
    await settled(form);
    expect(stepOf(form)).to.match(/^Step 2 of 5/);
  });

  it('goes one step on by a double click', async () => {
    const form = await formWith({ source: longForm() });
    await introduce(form);
    const button = byRole(form, 'button', 'Next');
    button.click();
    button.click();
    await settled(form);
    expect(stepOf(form)).to.match(/^Step 2 of 5/);
  });

  it('is as it was left when it is opened again, at the same step', async () => {
    const source = longForm();
    const form = await formWith({ source });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    await write(form, 'Question a', 'One');
    form.remove();
    const again = await formWith({ source });
    expect(stepOf(again)).to.equal('Step 3 of 5 Your work');
    expect(control(again, 'Question a').value).to.equal('One');
  });

  it('begins again at the first step when it is cleared', async () => {
    const form = await formWith({ source: longForm() });
    await introduce(form);
    await next(form);
    byRole(form, 'button', 'Clear form').click();
    await form.updateComplete;
    byRole(form, 'button', 'Clear it').click();
    await form.updateComplete;
    expect(stepOf(form)).to.equal('Step 1 of 5 You');
    expect(control(form, 'Full name').value).to.equal('');
  });

  it('keeps a file that was chosen in a step', async () => {
    const source = longForm(long, 'optional');
    const form = await formWith({ source });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    expect(stepOf(form)).to.match(/^Step 3 of 6 Resume/);
    await choose(form, /Resume/, pdf());
    for (let steps = 0; steps < 3; steps++) await next(form);
    expect(textOf(form.renderRoot)).to.contain('cv.pdf');
    await tick(form, /^I agree/);
    await send(form);
    expect(source.submissions[0]?.attachments.map(({ file }) => file.name)).to.deep.equal([
      'cv.pdf',
    ]);
  });
});

describe('the review', () => {
  it('lists every answer under its step, and what was left open', async () => {
    const questions: readonly Question[] = [
      ...long,
      { id: 'day', type: 'date', label: 'First day', section: 'Your time' },
      {
        id: 'tools',
        type: 'multiselect',
        label: 'Tools',
        section: 'Your time',
        options: [
          { value: 'xl', label: 'Spreadsheets' },
          { value: 'sql', label: 'Databases' },
        ],
      },
      { id: 'visit', type: 'boolean', label: 'Visit?', section: 'Your time' },
      { id: 'note', type: 'info', label: 'A word to the reader.', section: 'Your time' },
    ];
    const form = await formWith({ source: longForm(questions) });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    await write(form, 'Question a', 'One');
    await next(form);
    await tick(form, 'Spreadsheets');
    await tick(form, 'Databases');
    await tick(form, 'Yes');
    await write(form, 'First day', '2098-12-07');
    await next(form);
    const headings = allByRole(form, 'heading').map(nameOf);
    expect(headings.slice(headings.indexOf('Step 5 of 5 Review') + 1)).to.deep.equal([
      'You',
      'Your proposal',
      'Your work',
      'Your time',
    ]);
    const main = form.renderRoot.querySelector('form')!;
    const terms = allByRole(main, 'term').map(textOf);
    const answers = allByRole(main, 'definition').map(textOf);
    expect(terms.map((each, index) => [each, answers[index]])).to.deep.equal([
      ['Full name', 'Amara Osei'],
      ['Email', 'amara.osei@student.example'],
      ['Your proposal', proposal],
      ['Question a', 'One'],
      ['Question b', 'No answer'],
      ['Question c', 'No answer'],
      ['Question d', 'No answer'],
      ['Question e', 'No answer'],
      ['Question f', 'No answer'],
      ['First day', 'December 7, 2098'],
      ['Tools', 'Spreadsheets and Databases'],
      ['Visit?', 'Yes'],
    ]);
  });

  it('leads to each step by "Change", and from there back to the review', async () => {
    const form = await formWith({ source: longForm() });
    await goToReview(form);
    expect(allByRole(form, 'button', /^Change /).map(nameOf)).to.deep.equal([
      'Change You',
      'Change Your proposal',
      'Change Your work',
      'Change Your time',
    ]);
    byRole(form, 'button', 'Change Your work').click();
    await settled(form);
    expect(stepOf(form)).to.equal('Step 3 of 5 Your work');
    await waitUntil(() => hasFocus(byRole(form, 'heading', /^Step 3 of 5/)));
    await write(form, 'Question a', 'Changed');
    byRole(form, 'button', 'Review').click();
    await settled(form);
    expect(stepOf(form)).to.equal('Step 5 of 5 Review');
    expect(textOf(form.renderRoot.querySelector('form'))).to.contain('Question a Changed');
  });

  it('asks for the consent where it is sent, with a link', async () => {
    const form = await formWith({ source: longForm() });
    await goToReview(form);
    await send(form);
    expect(problems(form)).to.deep.equal(['Tick the box to agree that it is sent']);
    byRole(form, 'link', 'Tick the box to agree that it is sent').click();
    await waitUntil(() => hasFocus(control(form, /^I agree/)));
  });

  it('leads from a complaint of the API into its step, to its field', async () => {
    const source = longForm();
    source.replies.push(
      new SourceError('rejected', 'No', {
        status: 422,
        errors: [
          { pointer: '/applicant/email', detail: 'This domain takes no mail.' },
          { pointer: '/answers/d', detail: 'Say more.' },
        ],
      }),
    );
    const form = await formWith({ source });
    await goToReview(form);
    await tick(form, /^I agree/);
    await send(form);
    expect(problems(form)).to.deep.equal(['This domain takes no mail.', 'Say more.']);
    expect(stepOf(form)).to.equal('Step 5 of 5 Review');
    byRole(form, 'link', 'Say more.').click();
    await waitUntil(() => stepOf(form) === 'Step 4 of 5 Your time');
    await waitUntil(() => hasFocus(control(form, 'Question d')));
    expect(description(control(form, 'Question d'))).to.contain('Say more.');
    byRole(form, 'link', 'This domain takes no mail.').click();
    await waitUntil(() => hasFocus(control(form, 'Email')));
    expect(stepOf(form)).to.equal('Step 1 of 5 You');
  });

  it('asks for one of two alternatives in the later of their steps', async () => {
    const questions = [
      text('site', { section: 'Your work', required: true, alternativeTo: 'sample' }),
      ...['b', 'c', 'd'].map((id) => text(id, { section: 'Your work' })),
      text('sample', { section: 'A sample' }),
      ...['f'].map((id) => text(id, { section: 'A sample' })),
    ];
    const form = await formWith({ source: longForm(questions) });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    await next(form);
    expect(stepOf(form), 'it may come later').to.equal('Step 4 of 5 A sample');
    await next(form);
    await tick(form, /^I agree/);
    await send(form);
    expect(problems(form)).to.deep.equal(['Answer “Question site” or “Question sample”']);
    byRole(form, 'button', 'Change A sample').click();
    await settled(form);
    await write(form, 'Question sample', 'Here');
    await next(form);
    await send(form);
    expect(byRole(form, 'heading', 'Application sent')).to.exist;
  });
});

describe('how a form is cut into steps', () => {
  it('not at all where it is short', async () => {
    const form = await formWith({ source: longForm(long.slice(0, 5)) });
    expect(textOf(form.renderRoot)).not.to.contain('Step 1');
    expect(asked(form)).to.have.length(8);
    expect(allByRole(form, 'button', /^(Next|Back|Review)$/)).to.deep.equal([]);
    expect(byRole(form, 'button', 'Send application')).to.exist;
  });

  it('in parts where many questions have no section of their own', async () => {
    const questions = Array.from({ length: 17 }, (_, index) => text(String(index)));
    const form = await formWith({ source: longForm(questions) });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    const seen: [string, number][] = [];
    for (let steps = 0; steps < 3; steps++) {
      await next(form);
      seen.push([stepOf(form), asked(form).length]);
    }
    expect(seen).to.deep.equal([
      ['Step 3 of 6 Questions, part 1 of 3', 6],
      ['Step 4 of 6 Questions, part 2 of 3', 6],
      ['Step 5 of 6 Questions, part 3 of 3', 5],
    ]);
  });

  it('is the same whatever was answered', async () => {
    const questions = [
      { id: 'visit', type: 'boolean', label: 'Visit?' } as const,
      ...Array.from({ length: 9 }, (_, index) =>
        text(String(index), { showIf: { question: 'visit', equals: true } }),
      ),
    ];
    const form = await formWith({ source: longForm(questions) });
    await introduce(form);
    await next(form);
    await write(form, 'Your proposal', proposal);
    await next(form);
    expect(stepOf(form)).to.equal('Step 3 of 4 Questions, part 1 of 2');
    await tick(form, 'Yes');
    expect(stepOf(form)).to.equal('Step 3 of 5 Questions, part 1 of 2');
    expect(asked(form)).to.have.length(4);
  });
});
