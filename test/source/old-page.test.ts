/** Pages of schools still load libraries that changed the built-in objects long before these had such methods. */
import { expect } from 'chai';
import { HttpSource } from '../../src/source/http-source.ts';
import { shareRequests } from '../../src/source/shared-source.ts';
import { fakeFetch, replace } from '../support/fake-network.ts';
import { wholeProject } from './whole-project.ts';

/** What Prototype.js 1.6 puts in place of what is there today. */
function loadOldLibrary(): () => void {
  const toArray = (list: ArrayLike<unknown>) => {
    const copy: unknown[] = [];
    for (let index = 0; index < list.length; index++) copy[copy.length] = list[index];
    return copy;
  };
  type Each = (value: unknown, index: number) => unknown;
  const replaced: [object, string, unknown][] = [
    [Array, 'from', (list: ArrayLike<unknown>) => toArray(list)],
    [
      Array.prototype,
      'entries',
      function (this: unknown[]) {
        return toArray(this);
      },
    ],
    [
      Array.prototype,
      'toJSON',
      function (this: unknown[]) {
        return `[${this.join(', ')}]`;
      },
    ],
    [
      Array.prototype,
      'map',
      function (this: unknown[], each: Each) {
        const results: unknown[] = [];
        for (let index = 0; index < this.length; index++) results.push(each(this[index], index));
        return results;
      },
    ],
    [
      Array.prototype,
      'find',
      function (this: unknown[], each: Each) {
        for (let index = 0; index < this.length; index++) {
          if (each(this[index], index)) return this[index];
        }
        return undefined;
      },
    ],
    [
      Object,
      'keys',
      (object: object) => {
        const keys: string[] = [];
        for (const key in object) keys.push(key);
        return keys;
      },
    ],
  ];
  const restore = replaced.map(([target, name, value]) => replace(target, name, value));
  return () => {
    for (const each of restore) each();
  };
}

describe('on a page with an old library', () => {
  it('lists, details and applications are what they are elsewhere', async () => {
    const { fetch, calls } = fakeFetch(
      Response.json({ items: [wholeProject, null], total: 1 }),
      Response.json(wholeProject),
      Response.json({ id: 7 }, { status: 201 }),
    );
    const source = shareRequests(new HttpSource({ url: 'https://a.example/api', fetch }));
    const application = {
      applicant: { name: 'Ada', email: 'ada@student.example' },
      answers: { tools: ['sql', 'r'] },
      consent: { accepted: true as const, text: 'I agree', version: '1', at: '2026-12-01' },
    };
    const answers: unknown[] = [];
    const unload = loadOldLibrary();
    try {
      answers.push(await source.list({ skill: ['b', 'a'] }, { limit: 20 }));
      answers.push(await source.detail('mkt-204', { reload: true }));
      await source.apply?.('mkt-204', { key: 'k', application, attachments: [] });
    } finally {
      unload();
    }
    expect(calls[0]?.url).to.equal('https://a.example/api/projects?skill=a&skill=b&limit=20');
    expect(answers[0]).to.deep.include({
      projects: [wholeProject],
      skipped: [{ reason: 'items[1]: not an object' }],
    });
    expect(answers[1]).to.deep.equal(wholeProject);
    const form = calls[2]?.init.body as FormData;
    expect(JSON.parse(form.get('application') as string)).to.deep.equal(application);
  });
});
