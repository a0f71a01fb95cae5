/** The Arabic wording of the demo: a translation by config alone. */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../src/i18n/en/index.ts';
import type { Message } from '../../src/i18n/message.ts';
import { readConfig } from '../../src/source/opener.ts';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';

const FILE = join(import.meta.dirname, '..', '..', 'demo', 'site', 'config', 'arabic.json');

const config = readConfig(JSON.parse(await readFile(FILE, 'utf8')));
const wording: Partial<Record<string, Message>> = config.ui?.wording?.['ar'] ?? {};

const formsOf = (message: Message | undefined): string[] =>
  message === undefined
    ? []
    : typeof message === 'string'
      ? [message]
      : Object.values<string>({ ...message });

const placesIn = (message: Message | undefined): string[] => [
  ...new Set(formsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? [])),
];

describe('the Arabic wording', () => {
  it('has every message, and none that there is not', () => {
    expect(Object.keys(wording).sort()).to.deep.equal(Object.keys(en).sort());
  });

  it('has all six plural forms of Arabic wherever English has two', () => {
    const { pluralCategories } = new Intl.PluralRules('ar').resolvedOptions();
    for (const [key, message] of Object.entries<Message>(en)) {
      if (typeof message === 'string') continue;
      const forms = Object.keys(Object(wording[key]) as object);
      expect(forms.sort(), key).to.deep.equal([...pluralCategories].sort());
    }
  });

  it('fills the same places', () => {
    for (const [key, message] of Object.entries<Message>(en)) {
      // “One day left” needs no number.
      const needed = placesIn(message).filter((place) => place !== '{n}');
      const given = placesIn(wording[key]).filter((place) => place !== '{n}');
      expect(given.sort(), key).to.deep.equal(needed.sort());
      const counts = placesIn(message).includes('{n}');
      expect(placesIn(wording[key]).includes('{n}'), `${key} {n}`).to.equal(counts);
    }
  });

  it('leaves no English on the page but what the listings themselves say', async () => {
    const { url } = await demoServer();
    const { page, errors } = await visit();
    await page.goto(`${url}/arabic.html`);
    await page.getByRole('searchbox').waitFor();
    const board = page.locator('foothold-board');
    await board.getByRole('listitem').first().waitFor();
    expect(
      await board.getByRole('searchbox').evaluate((box) => getComputedStyle(box).direction),
    ).to.equal('rtl');
    for (const button of await board.getByRole('button').all()) {
      expect(await button.innerText()).to.match(/^[^A-Za-z]*$/);
    }
    expect(errors).to.deep.equal([]);
  });
});
