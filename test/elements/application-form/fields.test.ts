import { expect } from '@open-wc/testing';
import type { Question } from '../../../src/domain/questions.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import {
  choose,
  control,
  description,
  Endpoint,
  fillIn,
  formWith,
  pdf,
  problems,
  projectWith,
  send,
  textOf,
  tick,
  write,
} from './support.ts';

const few = ['Mon', 'Tue', 'Wed'].map((label) => ({ value: label.toLowerCase(), label }));
const many = ['A', 'B', 'C', 'D', 'E'].map((label) => ({ value: label.toLowerCase(), label }));

/** A form with one question, everything else filled in. */
async function asking(...questions: (Omit<Question, 'id'> & { id?: string })[]) {
  const source = new Endpoint(
    projectWith({ questions: questions.map((question) => ({ id: 'x', ...question })) }),
  );
  const form = await formWith({ source });
  await fillIn(form, false);
  return { form, answer: () => source.submissions[0]?.application.answers.x, source };
}

const labels = (form: FootholdApplicationForm) =>
  [...form.renderRoot.querySelectorAll('input, select, textarea')].map(nameOf);

describe('the fixed fields', () => {
  it('have tokens for autofill, stable names and labels that do not change', async () => {
    const form = await formWith();
    const name = control(form, 'Full name');
    expect([name.name, name.autocomplete, name.type]).to.deep.equal(['name', 'name', 'text']);
    const email = control(form, 'Email');
    expect([email.name, email.autocomplete, email.type]).to.deep.equal(['email', 'email', 'email']);
    expect(control(form, 'Your proposal').name).to.equal('proposal');
    expect(control(form, 'Resume').name).to.equal('resume');
    expect(control(form, /^I agree/).name).to.equal('consent');
    expect(form.renderRoot.querySelector('form')?.noValidate).to.equal(true);
  });

  it('say what is optional', async () => {
    const form = await formWith({
      application: { requires: { resume: 'optional', proposal: 'optional' } },
    });
    expect(labels(form).filter((label) => label.endsWith('(optional)'))).to.deep.equal([
      'Your proposal (optional)',
      'Resume (optional)',
    ]);
  });

  it('leave out what the listing does not want', async () => {
    const form = await formWith({
      application: { requires: { resume: 'none', proposal: 'none' } },
    });
    expect(allByRole(form, 'textbox').map(nameOf)).to.deep.equal(['Full name', 'Email']);
    expect(form.renderRoot.querySelectorAll('[type=file]')).to.have.length(0);
  });

  it('ask for a consent that names the employer and is not given beforehand', async () => {
    const form = await formWith();
    const consent = control(form, /^I agree/);
    expect(consent.checked).to.equal(false);
    expect(nameOf(consent)).to.contain('Lakeside Analytics');
    const notice = byRole(form, 'link', /^Privacy notice/);
    expect(notice.href).to.equal(new URL('/privacy', location.href).href);
    expect(notice.target).to.equal('_blank');
  });

  it("show and send the school's own consent", async () => {
    const source = new Endpoint();
    const form = await formWith({
      source,
      prepare: (element) => {
        element.config = {
          version: 1,
          form: { consent: { text: 'I agree that {employer} reads this.', version: '2026-b' } },
        };
      },
    });
    await fillIn(form);
    await send(form);
    expect(source.submissions[0]?.application.consent).to.include({
      text: 'I agree that Lakeside Analytics reads this.',
      version: '2026-b',
    });
  });
});

describe('the proposal', () => {
  const limits = { minWords: 5, maxWords: 8, prompts: ['Why you?', 'When?'] };

  it('is guided by what the listing asks', async () => {
    const form = await formWith({ application: { proposal: limits } });
    const text = description(control(form, 'Your proposal'));
    expect(text).to.contain('Lakeside Analytics asks you to cover: Why you? When?');
  });

  it('counts words as they are written, and never cuts them', async () => {
    const form = await formWith({ application: { proposal: limits } });
    const count = () => description(control(form, 'Your proposal'));
    expect(count()).to.contain('0 of 5 to 8 words');
    await write(form, 'Your proposal', 'one two three');
    expect(count()).to.contain('3 of 5 to 8 words');
    await send(form);
    expect(problems(form)).to.include('Write 2 more words in your proposal');
    const long = 'one two three four five six seven eight nine';
    await write(form, 'Your proposal', long);
    expect(control(form, 'Your proposal').value).to.equal(long);
    expect(count()).to.contain('9 of 5 to 8 words');
    expect(count()).to.contain('Take 1 word out of your proposal');
  });

  for (const [proposal, words] of [
    [{}, '2 words'],
    [{ minWords: 50 }, '2 of at least 50 words'],
    [{ maxWords: 300 }, '2 of at most 300 words'],
  ] as const)
    it(`says "${words}"`, async () => {
      const form = await formWith({ application: { proposal } });
      await write(form, 'Your proposal', 'two words');
      expect(description(control(form, 'Your proposal'))).to.equal(words);
    });
});

describe('the resume', () => {
  it('says beforehand what may be chosen', async () => {
    const form = await formWith();
    const input = control(form, 'Resume');
    expect(input.accept).to.equal('.pdf,.docx,.doc,.odt,.rtf,.txt');
    expect(description(input)).to.equal(
      'PDF, DOCX, DOC, ODT, RTF, or TXT, up to 5 MB. No file chosen',
    );
  });

  it('shows what was chosen, and can be replaced and removed', async () => {
    const form = await formWith();
    await choose(form, 'Resume', pdf('first.pdf', '%PDF-1.7' + 'x'.repeat(188_000)));
    expect(description(control(form, 'Resume'))).to.contain('first.pdf PDF, 184 kB, ready to send');
    await choose(form, 'Resume', pdf('second.pdf'));
    expect(allByRole(form, 'button', /^Remove /).map(nameOf)).to.deep.equal(['Remove second.pdf']);
    byRole(form, 'button', 'Remove second.pdf').click();
    await form.updateComplete;
    expect(description(control(form, 'Resume'))).to.contain('No file chosen');
  });

  it('can be chosen again after it was refused', async () => {
    const form = await formWith();
    await choose(form, 'Resume', pdf('cv.pdf', '<html>'));
    expect(control(form, 'Resume').value).to.equal('');
    await choose(form, 'Resume', pdf('cv.pdf'));
    expect(control(form, 'Resume').getAttribute('aria-invalid')).to.equal(null);
  });

  const refused: Record<string, [File, string]> = {
    'too large': [
      pdf('cv.pdf', 'x'.repeat(2049)),
      'Choose a file under 2 kB for “Resume”. “cv.pdf” has 3 kB.',
    ],
    empty: [pdf('cv.pdf', ''), 'Choose another file for “Resume”: “cv.pdf” is empty'],
    'of another type': [pdf('cv.exe'), 'Choose a file for “Resume” of type PDF or TXT'],
    'not what its name says': [
      pdf('cv.pdf', '<html>'),
      'Save “cv.pdf” anew, as PDF or TXT: it is not what its name says',
    ],
    'a program inside': [
      pdf('cv.exe.pdf', '%PDF-1.7'),
      'Rename “cv.exe.pdf”: a part of its name is the ending of a program',
    ],
    'misleadingly named': [
      pdf('cv\u202e.pdf', '%PDF-1.7'),
      'Rename the file for “Resume”: its name is too long or holds hidden characters',
    ],
  };
  for (const [what, [file, words]] of Object.entries(refused))
    it(`is refused at once when it is ${what}`, async () => {
      const form = await formWith({
        application: { upload: { maxBytes: 2048, accept: ['.pdf', '.txt'] } },
      });
      await choose(form, 'Resume', file);
      const input = control(form, 'Resume');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(description(input)).to.contain(words);
      expect(description(input)).to.contain('cannot be sent');
    });

  it('does not replace the page when it misses its field', async () => {
    const form = await formWith();
    const drop = (target: Element) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(pdf());
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(drop(control(form, 'Full name'))).to.equal(true);
    expect(drop(control(form, 'Resume')), 'the browser takes it').to.equal(false);
  });
});

describe('questions', () => {
  for (const [type, role, value, answer] of [
    ['text', 'text', ' Ann ', 'Ann'],
    ['textarea', 'textarea', 'One\nTwo', 'One\nTwo'],
    ['email', 'email', 'a@b.example', 'a@b.example'],
    ['tel', 'tel', '+44 20 7946 0000', '+44 20 7946 0000'],
    ['url', 'url', 'example.org', 'https://example.org'],
    ['number', 'number', '12.50', 12.5],
    ['date', 'date', '2026-12-05', '2026-12-05'],
  ] as const) {
    it(`of type ${type} are native controls`, async () => {
      const { form, answer: given } = await asking({ type, label: 'X', help: 'Like this.' });
      const field = control(form, 'X');
      expect(field.type).to.equal(role);
      expect(field.name).to.equal('x');
      expect(description(field)).to.equal('Like this.');
      await write(form, 'X', value);
      await send(form);
      expect(given()).to.equal(answer);
    });
  }

  for (const [type, words] of [
    ['email', 'Enter an email address like name@example.edu'],
    ['url', 'Enter a web address for “X”, like https://example.org'],
    ['tel', 'Enter a phone number for “X”, with its area code'],
  ] as const)
    it(`of type ${type} say how to put it right`, async () => {
      const { form } = await asking({ type, label: 'X' });
      await write(form, 'X', 'nonsense');
      await send(form);
      expect(problems(form)).to.deep.equal([words]);
    });

  it('keep a number while it is typed, and say what it may be', async () => {
    const { form } = await asking({ type: 'number', label: 'X', min: 2, max: 20 });
    await write(form, 'X', '1.0');
    expect(control(form, 'X').value).to.equal('1.0');
    await send(form);
    expect(problems(form)).to.deep.equal(['Enter 2 or more for “X”']);
  });

  it('name the day that a date may be', async () => {
    const { form } = await asking({ type: 'date', label: 'X', max: '2026-12-01' });
    await write(form, 'X', '2026-12-05');
    await send(form);
    expect(problems(form)).to.deep.equal(['Choose Dec 1, 2026 or an earlier day for “X”']);
  });

  it('with few choices show them all', async () => {
    const { form, answer } = await asking({
      type: 'select',
      label: 'X',
      options: few,
      required: true,
    });
    const group = byRole(form, 'radiogroup', 'X');
    expect(allByRole(group, 'radio').map(nameOf)).to.deep.equal(['Mon', 'Tue', 'Wed']);
    await tick(form, 'Tue');
    await send(form);
    expect(answer()).to.equal('tue');
  });

  it('with few choices can be taken back when they are optional', async () => {
    const { form, source } = await asking({ type: 'select', label: 'X', options: few });
    expect(control(form, 'No answer').checked).to.equal(true);
    await tick(form, 'Tue');
    await tick(form, 'No answer');
    await send(form);
    expect(source.submissions[0]?.application.answers).to.deep.equal({});
  });

  it('with many choices are a list', async () => {
    const { form, answer } = await asking({
      type: 'select',
      label: 'X',
      options: many,
      required: true,
    });
    const list = byRole(form, 'combobox', 'X');
    expect([...list.options].map((each) => textOf(each))).to.deep.equal([
      'Choose one',
      ...many.map(({ label }) => label),
    ]);
    expect(list.value).to.equal('');
    await write(form, 'X', 'd');
    expect(list.value).to.equal('d');
    await send(form);
    expect(answer()).to.equal('d');
  });

  it('with several answers are check boxes in a named group', async () => {
    const { form, answer } = await asking({
      type: 'multiselect',
      label: 'X',
      options: many,
      required: true,
      maxItems: 2,
    });
    const group = byRole(form, 'group', 'X');
    expect(allByRole(group, 'checkbox')).to.have.length(5);
    for (const label of ['A', 'C', 'E']) await tick(form, label);
    await send(form);
    expect(problems(form)).to.deep.equal(['Choose at most 2 for “X”']);
    expect(description(group)).to.contain('Choose at most 2 for “X”');
    await tick(form, 'C');
    await send(form);
    expect(answer()).to.deep.equal(['a', 'e']);
  });

  it('of yes or no send a boolean', async () => {
    const { form, answer } = await asking({ type: 'boolean', label: 'X', required: true });
    await send(form);
    expect(problems(form)).to.deep.equal(['Answer “X”']);
    await tick(form, 'No');
    await send(form);
    expect(answer()).to.equal(false);
  });

  it('of consent are check boxes that are not ticked', async () => {
    const { form, answer } = await asking({
      type: 'consent',
      label: 'The call may be recorded',
      required: true,
    });
    expect(control(form, 'The call may be recorded').checked).to.equal(false);
    await send(form);
    expect(problems(form)).to.deep.equal(['Tick “The call may be recorded”']);
    await tick(form, 'The call may be recorded');
    await send(form);
    expect(answer()).to.equal(true);
  });

  it('take files, several where that is asked for', async () => {
    const { form, source } = await asking({
      type: 'file',
      label: 'X',
      accept: ['.pdf'],
      multiple: true,
      maxItems: 2,
      required: true,
    });
    const input = control(form, 'X');
    expect([input.accept, input.multiple]).to.deep.equal(['.pdf', true]);
    await choose(form, 'X', pdf('a.pdf'));
    await choose(form, 'X', pdf('b.pdf'), pdf('c.pdf'));
    await send(form);
    expect(problems(form)).to.deep.equal(['Choose at most 2 for “X”']);
    byRole(form, 'button', 'Remove b.pdf').click();
    await send(form);
    expect(
      source.submissions[0]?.attachments.map(({ part, file }) => [part, file.name]),
    ).to.deep.equal([
      ['x', 'a.pdf'],
      ['x', 'c.pdf'],
    ]);
  });

  it('may be information alone', async () => {
    const { form, source } = await asking({ type: 'info', label: 'Read this first.' });
    expect(textOf(form.renderRoot)).to.contain('Read this first.');
    await send(form);
    expect(source.submissions[0]?.application.answers).to.deep.equal({});
  });

  it('stand under their headings', async () => {
    const { form } = await asking(
      { type: 'text', label: 'Loose' },
      { id: 'a', type: 'text', label: 'A', section: 'Your work' },
      { id: 'b', type: 'text', label: 'B', section: 'Your time' },
      { id: 'c', type: 'text', label: 'C', section: 'Your work' },
    );
    expect(allByRole(form, 'heading').map(nameOf)).to.deep.equal([
      'Apply to Lakeside Analytics',
      'You',
      'Your proposal',
      'Resume and questions',
      'Your work',
      'Your time',
    ]);
    const order = labels(form).filter((each) => /^(Loose|[ABC]) /.test(each));
    expect(order.map((each) => each[0])).to.deep.equal(['L', 'A', 'C', 'B']);
  });

  it('appear and vanish with the answer that they depend on, and keep what was written', async () => {
    const { form, source } = await asking(
      { id: 'visit', type: 'boolean', label: 'Visit?', required: true },
      {
        type: 'text',
        label: 'When?',
        required: true,
        showIf: { question: 'visit', equals: true },
        section: 'Later',
      },
    );
    expect(labels(form)).not.to.include('When?');
    expect(allByRole(form, 'heading', 'Later')).to.deep.equal([]);
    await tick(form, 'Yes');
    await write(form, 'When?', 'Friday');
    await tick(form, 'No');
    expect(labels(form)).not.to.include('When?');
    await tick(form, 'Yes');
    expect(control(form, 'When?').value).to.equal('Friday');
    await tick(form, 'No');
    await send(form);
    expect(source.submissions[0]?.application.answers).to.deep.equal({ visit: false });
  });

  it('say which other answer is enough', async () => {
    const { form, source } = await asking(
      { type: 'url', label: 'Portfolio', required: true, alternativeTo: 'work' },
      { id: 'work', type: 'file', label: 'Work' },
    );
    expect(labels(form)).to.include.members(['Portfolio', 'Work']);
    expect(description(control(form, 'Work'))).to.contain('This or “Portfolio” is enough.');
    await send(form);
    expect(problems(form)).to.deep.equal(['Answer “Portfolio” or “Work”']);
    await choose(form, 'Work', pdf());
    await send(form);
    expect(source.submissions).to.have.length(1);
  });

  it('may be named like the fixed fields', async () => {
    const { form, source } = await asking(
      { id: 'name', type: 'text', label: 'Name of your team' },
      { id: 'proposal', type: 'text', label: 'Proposal of a date' },
      { id: 'consent', type: 'text', label: 'Consent of your school' },
    );
    await write(form, 'Name of your team', 'The Terns');
    await write(form, 'Proposal of a date', 'Monday');
    await send(form);
    const { applicant, answers } = source.submissions[0]!.application;
    expect(applicant.name).to.equal('Amara Osei');
    expect(answers).to.deep.equal({ name: 'The Terns', proposal: 'Monday' });
  });
});
