import { expect } from '@open-wc/testing';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import { allByRole, byRole } from '../../support/by-role.ts';
import { replace } from '../../support/fake-network.ts';
import {
  choose,
  contents,
  control,
  Endpoint,
  fillIn,
  formWith,
  hasFocus,
  pdf,
  settled,
  textOf,
  write,
} from './support.ts';

const ANSWERS =
  'Full name\nAmara Osei\n\nEmail\namara.osei@student.example\n\nYour proposal\nI would begin with the receipts of the owner.\n\nResume\ncv.pdf\n';

/** Files that the page saves while something is done, by their names. */
async function saved(act: () => unknown): Promise<Record<string, string>> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  const restores = [
    replace(URL, 'createObjectURL', (blob: Blob) => {
      blobs.push(blob);
      return '#';
    }),
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      names.push(this.download);
    }),
  ];
  await act();
  await new Promise((resolve) => setTimeout(resolve));
  for (const restore of restores) restore();
  const texts = await Promise.all(blobs.map((blob) => blob.text()));
  return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
}

/** What is put on the clipboard while something is done. */
async function copied(act: () => void, clipboard?: object): Promise<string[]> {
  const texts: string[] = [];
  const restore = replace(
    navigator,
    'clipboard',
    clipboard ?? {
      writeText: (text: string) => {
        texts.push(text);
        return Promise.resolve();
      },
    },
  );
  act();
  await new Promise((resolve) => setTimeout(resolve));
  restore();
  return texts;
}

async function press(form: FootholdApplicationForm, name: string): Promise<void> {
  byRole(form, 'button', name).click();
  await form.updateComplete;
}

describe('"Copy my answers"', () => {
  it('puts all of them on the clipboard, and says so until something is changed', async () => {
    const form = await formWith();
    await fillIn(form);
    const texts = await copied(() => byRole(form, 'button', 'Copy my answers').click());
    expect(texts).to.deep.equal([ANSWERS]);
    expect(byRole(form, 'button', 'Copied')).to.exist;
    await write(form, 'Full name', 'Amara');
    expect(byRole(form, 'button', 'Copy my answers')).to.exist;
  });

  it('works at any time, also with half an application', async () => {
    const form = await formWith();
    await write(form, 'Full name', 'Amara Osei');
    const texts = await copied(() => byRole(form, 'button', 'Copy my answers').click());
    expect(texts).to.deep.equal(['Full name\nAmara Osei\n']);
  });

  it('works while it is on its way', async () => {
    const source = new Endpoint();
    source.replies.push(new Promise(() => undefined));
    const form = await formWith({ source });
    await fillIn(form);
    await press(form, 'Send application');
    const texts = await copied(() => byRole(form, 'button', 'Copy my answers').click());
    expect(texts).to.deep.equal([ANSWERS]);
    expect(allByRole(form, 'button', 'Clear form')).to.deep.equal([]);
    await press(form, 'Stop');
    await settled(form);
  });

  for (const [what, clipboard] of Object.entries({
    'there is no clipboard': { writeText: undefined },
    'the page may not use it': { writeText: () => Promise.reject(new Error('denied')) },
  }))
    it(`saves them as a file where ${what}`, async () => {
      const form = await formWith();
      await fillIn(form);
      const files = await saved(() =>
        copied(() => byRole(form, 'button', 'Copy my answers').click(), clipboard),
      );
      expect(files).to.deep.equal({ 'application.txt': ANSWERS });
    });
});

describe('"Download my answers"', () => {
  it('saves all of them as text', async () => {
    const form = await formWith();
    await fillIn(form);
    const files = await saved(() => byRole(form, 'button', 'Download my answers').click());
    expect(files).to.deep.equal({ 'application.txt': ANSWERS });
  });
});

describe('"Clear form"', () => {
  it('asks first, with focus on the answer', async () => {
    const form = await formWith();
    await fillIn(form);
    const before = contents(form);
    await press(form, 'Clear form');
    expect(textOf(form.renderRoot)).to.contain('Clear everything you wrote and chose?');
    await form.updateComplete;
    expect(hasFocus(byRole(form, 'button', 'Clear it'))).to.equal(true);
    expect(contents(form)).to.deep.equal(before);
  });

  it('can be taken back, with focus where it was', async () => {
    const form = await formWith();
    await fillIn(form);
    const before = contents(form);
    await press(form, 'Clear form');
    await press(form, 'Keep it');
    await form.updateComplete;
    expect(allByRole(form, 'button', 'Clear it')).to.deep.equal([]);
    expect(contents(form)).to.deep.equal(before);
    expect(hasFocus(byRole(form, 'button', 'Clear form'))).to.equal(true);
  });

  it('forgets everything when that is meant, and moves focus to the heading', async () => {
    const source = new Endpoint();
    const form = await formWith({ source });
    await fillIn(form);
    await press(form, 'Clear form');
    await press(form, 'Clear it');
    await form.updateComplete;
    expect(hasFocus(byRole(form, 'heading', /^Apply to/))).to.equal(true);
    for (const label of ['Full name', 'Email', 'Your proposal'])
      expect(control(form, label).value).to.equal('');
    expect(control(form, /^I agree/).checked).to.equal(false);
    expect(allByRole(form, 'button', /^Remove /)).to.deep.equal([]);
    expect(allByRole(form, 'status').map(textOf).join(' ')).to.contain('Cleared');
    expect(textOf((await formWith({ source })).renderRoot)).not.to.contain('cv.pdf');
  });

  it('forgets a file that is still being read', async () => {
    const form = await formWith();
    const slow = pdf('slow.pdf');
    let read = (_: ArrayBuffer) => {};
    slow.arrayBuffer = () => new Promise((resolve) => (read = resolve));
    const transfer = new DataTransfer();
    const input = control(form, 'Resume');
    transfer.items.add(slow);
    Object.defineProperty(input, 'files', { value: [slow], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await form.updateComplete;
    await press(form, 'Clear form');
    await press(form, 'Clear it');
    read(new ArrayBuffer(9));
    await settled(form);
    expect(allByRole(form, 'button', /^Remove /)).to.deep.equal([]);
    Reflect.deleteProperty(input, 'files');
    await choose(form, 'Resume', pdf());
    expect(allByRole(form, 'button', 'Remove cv.pdf')).to.have.length(1);
  });
});
