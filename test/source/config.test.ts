import { expect } from 'chai';
import { ConfigError } from '../../src/source/config.ts';
import { loadConfig, readConfig } from '../../src/source/opener.ts';
import { isAbort } from '../../src/source/source-error.ts';
import { fakeFetch, hanging, rejection, replace, type Answer } from '../support/fake-network.ts';

const complaint = (value: unknown): string => {
  try {
    readConfig(value);
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'none';
};

describe('a config', () => {
  it('is read when it keeps to its native part', () => {
    const config = {
      $schema: './config.schema.json',
      version: 1,
      api: { url: '/api', credentials: 'include' },
      ui: { filters: ['workMode'], sorts: ['pay'] },
      form: { consent: { text: 'I agree …', version: '1' }, privacyUrl: '/privacy' },
    };
    expect(readConfig(config)).to.deep.equal(config);
    expect(readConfig({ version: 1 })).to.deep.equal({ version: 1 });
  });

  it('says what is asked of every applicant', () => {
    const fields = [
      {
        id: 'studentNumber',
        type: 'text',
        label: 'Student number',
        required: true,
        help: 'Hours.',
      },
      { id: 'year', type: 'select', label: 'Year', options: [{ value: '1', label: 'First' }] },
    ];
    expect(readConfig({ version: 1, form: { fields } }).form).to.deep.equal({ fields });
    const asking = (...form: unknown[]) => complaint({ version: 1, form: { fields: form } });
    expect(complaint({ version: 1, form: { fields: {} } })).to.equal(
      '"form.fields" must be a list.',
    );
    const unaskable = [
      null,
      'phone',
      { id: 'phone', type: 'tel' },
      { id: 'a b', type: 'text', label: 'Phone' },
      { id: 'signals', type: 'text', label: 'Phone' },
      { id: 'photo', type: 'file', label: 'Photo' },
      { id: 'year', type: 'select', label: 'Year' },
    ];
    for (const each of unaskable)
      expect(asking(fields[0], each)).to.contain('"form.fields[1]" cannot be asked.');
    const again = { id: 'email', type: 'email', label: 'Email' };
    expect(asking(again)).to.equal(
      '"form.fields[0]": "email" is asked already. Give it another "id".',
    );
    expect(asking(fields[0], fields[0])).to.contain('is asked already');
  });

  it('is refused with the key at fault', () => {
    expect(complaint(null)).to.contain('JSON object');
    expect(complaint([])).to.contain('JSON object');
    expect(complaint({})).to.contain('"version"');
    expect(complaint({ version: 2 })).to.contain('"version"');
    expect(complaint({ version: 1, api: 'x' })).to.contain('"api"');
    expect(complaint({ version: 1, api: {} })).to.contain('"api.url"');
    expect(complaint({ version: 1, ui: [] })).to.contain('"ui"');
    expect(complaint({ version: 1, form: null })).to.contain('"form"');
  });

  it('names the other script for what only that reads', () => {
    for (const more of [
      { file: { url: 'x.csv' } },
      { sources: [] },
      { api: { preset: 'lever' } },
    ]) {
      const message = complaint({ version: 1, ...more });
      expect(message).to.contain('foothold-any.js');
    }
    expect(complaint({ version: 1, api: { url: '/api', mode: 'client' } })).to.contain(
      '"api.mode"',
    );
  });

  it('holds no secret', () => {
    const message = complaint({ version: 1, api: { url: 'https://me:hush@a.example/' } });
    expect(message).to.contain('secret').and.not.to.contain('hush');
  });
});

describe('loading a config', () => {
  const load = async (answer: Answer, signal?: AbortSignal) => {
    const restore = replace(globalThis, 'fetch', fakeFetch(answer).fetch);
    try {
      return await loadConfig('https://a.example/config.json', signal);
    } finally {
      restore();
    }
  };

  it('gives what the file says', async () => {
    expect(await load(Response.json({ version: 1 }))).to.deep.equal({ version: 1 });
  });

  it('says what was wrong with the file', async () => {
    const wrong: Answer[] = [
      new Response('', { status: 404 }),
      new Response('<!doctype html>'),
      Response.json({ version: 7 }),
      new TypeError('Failed to fetch'),
    ];
    for (const answer of wrong) {
      expect(await rejection(load(answer))).to.be.instanceOf(ConfigError);
    }
  });

  it('ends when it is aborted', async () => {
    const controller = new AbortController();
    const loading = rejection(load(hanging, controller.signal));
    controller.abort();
    expect(isAbort(await loading)).to.equal(true);
  });
});
