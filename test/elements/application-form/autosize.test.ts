import { expect } from '@open-wc/testing';
import { replace } from '../../support/fake-network.ts';
import { control, formWith, write } from './support.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Line ${index}`).join('\n');

describe('a text box', () => {
  let restore = () => {};
  afterEach(() => {
    restore();
  });

  it('grows with its text where the style sheet cannot make it', async () => {
    restore = replace(CSS, 'supports', () => false);
    const form = await formWith();
    const box = control<HTMLTextAreaElement>(form, 'Your proposal');
    // What such a browser would do with it.
    box.style.setProperty('field-sizing', 'fixed');
    const height = () => box.getBoundingClientRect().height;
    await write(form, 'Your proposal', lines(4));
    const before = height();
    await write(form, 'Your proposal', lines(20));
    expect(height()).to.be.above(before + 50);
    expect(box.scrollHeight - box.clientHeight, 'nothing is hidden').to.be.at.most(1);
    await write(form, 'Your proposal', lines(4));
    expect(height(), 'and shrinks').to.equal(before);
  });

  it('is left to the style sheet where that can', async () => {
    const form = await formWith();
    await write(form, 'Your proposal', lines(20));
    expect(control(form, 'Your proposal').style.blockSize).to.equal('');
  });
});
