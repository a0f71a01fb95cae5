import { expect, waitUntil } from '@open-wc/testing';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { allByRole, nameOf } from '../../support/by-role.ts';
import { control, formWith, pdf, textOf, write } from './support.ts';

/** Pastes files, and text where there is any; tells whether the browser would paste as it does. */
function paste(target: Element, files: readonly File[], text?: string): boolean {
  const clipboardData = new DataTransfer();
  for (const file of files) clipboardData.items.add(file);
  if (text !== undefined) clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    composed: true,
    cancelable: true,
    clipboardData,
  });
  target.dispatchEvent(event);
  return !event.defaultPrevented;
}

const attached = (form: FootholdApplicationForm) =>
  allByRole(form, 'button', /^Remove /).map(nameOf);

const attaches = (form: FootholdApplicationForm, ...names: string[]) =>
  waitUntil(
    () => attached(form).join() === names.map((name) => `Remove ${name}`).join(),
    names.join(),
  );

describe('a file that is pasted', () => {
  it('anywhere in the form becomes the resume', async () => {
    const form = await formWith();
    await write(form, 'Your proposal', 'I would begin.');
    expect(paste(control(form, 'Your proposal'), [pdf('pasted.pdf')])).to.equal(false);
    await attaches(form, 'pasted.pdf');
    expect(control(form, 'Your proposal').value).to.equal('I would begin.');
  });

  it('takes the place of the one before, and is one', async () => {
    const form = await formWith();
    paste(control(form, 'Full name'), [pdf('a.pdf')]);
    await attaches(form, 'a.pdf');
    paste(control(form, 'Full name'), [pdf('b.pdf'), pdf('c.pdf')]);
    await attaches(form, 'b.pdf');
  });

  it('into the field of a question goes there, several where that takes several', async () => {
    const form = await formWith({
      application: {
        questions: [{ id: 'work', type: 'file', label: 'Your work', multiple: true }],
      },
    });
    paste(control(form, 'Your work'), [pdf('a.pdf'), pdf('b.pdf')]);
    await attaches(form, 'a.pdf', 'b.pdf');
    paste(control(form, 'Full name'), [pdf('cv.pdf')]);
    await attaches(form, 'cv.pdf', 'a.pdf', 'b.pdf');
  });

  it('is checked as any other', async () => {
    const form = await formWith();
    paste(control(form, 'Full name'), [new File(['x'], 'image.png', { type: 'image/png' })]);
    await attaches(form, 'image.png');
    expect(control(form, 'Resume').getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(form.renderRoot)).to.contain('Choose a file for “Resume” of type PDF');
  });

  it('beside text is not taken: word processors paste a picture of what was copied', async () => {
    const form = await formWith();
    expect(paste(control(form, 'Your proposal'), [pdf('picture.pdf')], 'words')).to.equal(true);
    await form.updateComplete;
    expect(attached(form)).to.deep.equal([]);
  });

  it('is left alone where no file is asked for', async () => {
    const form = await formWith({ application: { requires: { resume: 'none' } } });
    expect(paste(control(form, 'Full name'), [pdf()])).to.equal(true);
    expect(attached(form)).to.deep.equal([]);
  });
});

describe('text that is pasted', () => {
  it('is left to the browser', async () => {
    const form = await formWith();
    expect(paste(control(form, 'Your proposal'), [], 'words')).to.equal(true);
  });
});
