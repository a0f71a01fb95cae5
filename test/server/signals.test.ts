import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { readSignals } from '../../demo/server/applications/signals.ts';
import { signalsInWords } from '../../demo/server/staff/signal-words.ts';
import { decodeProject } from '../../src/source/decode.ts';
import { application, apply, ASKING, formOf, resume } from './support/forms.ts';
import { appOn, NOW, onEachDatabase } from './support/servers.ts';
import { linkIn, PASSWORD, Staff, textOf } from './support/staff.ts';

describe('signals', () => {
  it('are read as far as they can be read', () => {
    for (const [text, stored] of [
      ['{"trapFilled":true,"secondsOnForm":12}', { trapFilled: true, secondsOnForm: 12 }],
      [
        '{"trapFilled":false,"secondsOnForm":12.9,"more":1}',
        { trapFilled: false, secondsOnForm: 12 },
      ],
      ['{"trapFilled":"yes","secondsOnForm":3}', { secondsOnForm: 3 }],
      ['{"trapFilled":true,"secondsOnForm":-1}', { trapFilled: true }],
      ['{"secondsOnForm":1e99}', undefined],
      ['{"secondsOnForm":null}', undefined],
      ['{', undefined],
      ['[]', undefined],
      ['', undefined],
      [`{"trapFilled":true,"x":"${'x'.repeat(9000)}"}`, undefined],
    ] as const)
      expect(readSignals(text).stored, text.slice(0, 50)).to.deep.equal(stored);
  });

  it('hold texts as tokens, and nothing else', () => {
    const { challenge } = readSignals('{"challenge":{"altcha":"x","n":1,"o":{},"__proto__":"y"}}');
    expect(Object.entries(challenge)).to.deep.include(['altcha', 'x']);
    expect(challenge).not.to.have.any.keys('n', 'o');
    for (const other of ['"x"', '["x"]', 'null'])
      expect(readSignals(`{"challenge":${other}}`).challenge, other).to.deep.equal({});
  });

  it('are said in words that do not judge', () => {
    expect(signalsInWords({ trapFilled: true, secondsOnForm: 12 })).to.deep.equal([
      'A field that nobody sees was filled in: autofill does this, too.',
      '12 seconds on the form.',
    ]);
    const said = (secondsOnForm: number) => signalsInWords({ trapFilled: false, secondsOnForm });
    expect(said(1)).to.deep.equal(['1 second on the form.']);
    expect(said(840)).to.deep.equal(['14 minutes on the form.']);
    expect(said(10_800)).to.deep.equal(['3 hours on the form.']);
    expect(signalsInWords(null)).to.deep.equal([]);
  });

  it('have a name that no question may have', () => {
    const question = { id: 'signals', type: 'text', label: 'Signals?' };
    const project = decodeProject({
      id: '1',
      title: 'A',
      employer: { name: 'B' },
      application: { questions: [question, { ...question, id: 'other' }] },
    });
    if ('reason' in project) throw new Error(project.reason);
    expect(project.application?.questions?.map(({ id }) => id)).to.deep.equal(['other']);
  });
});

onEachDatabase('an application with signals', (subject) => {
  const storedSignals = async (id: string): Promise<unknown> => {
    const sql = 'select signals from applications where id::text = $1';
    return (await subject().database.query(sql, [id]))[0]?.['signals'];
  };

  it('is taken with whatever stands in them', async () => {
    const { api } = subject();
    for (const [signals, stored] of [
      [
        { trapFilled: true, secondsOnForm: 0 },
        { trapFilled: true, secondsOnForm: 0 },
      ],
      ['{"trapFilled":', null],
      ['', null],
      ['x'.repeat(2_000_000), null],
      [{ challenge: { altcha: 'nobody asked' } }, null],
    ] as const) {
      const { status, body } = await apply(api, application(), { signals });
      expect(status).to.equal(201);
      expect(await storedSignals(body.id)).to.deep.equal(stored);
    }
  });

  it('may send them as a file or as JSON, also as JSON that is none', async () => {
    const post = (form: FormData | string, type?: string) =>
      subject().api.send<{ id: string }>(`/projects/${ASKING}/applications`, {
        method: 'POST',
        headers: { 'Idempotency-Key': randomUUID(), ...(type && { 'Content-Type': type }) },
        body: form,
      });
    const asFile = formOf(application(), [resume]);
    asFile.append('signals', new Blob(['{"trapFilled":true}']), 'signals.json');
    const first = await post(asFile);
    expect(first.status).to.equal(201);
    expect(await storedSignals(first.body.id)).to.deep.equal({ trapFilled: true });

    const part = (head: string, body: string) =>
      `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const json = 'name="signals"\r\nContent-Type: application/json';
    for (const [text, stored] of [
      ['{"secondsOnForm":5}', { secondsOnForm: 5 }],
      ['{"secondsOnForm":', null],
    ] as const) {
      const body = [
        part('name="application"', JSON.stringify(application())),
        part(`name="resume"; filename="cv.pdf"`, '%PDF-1.7'),
        part(json, text),
        '--b--\r\n',
      ].join('');
      const { status, body: receipt } = await post(body, 'multipart/form-data; boundary=b');
      expect(status).to.equal(201);
      expect(await storedSignals(receipt.id)).to.deep.equal(stored);
    }
  });

  it('is the same application with others', async () => {
    const { api } = subject();
    const key = randomUUID();
    const json = application();
    const first = await apply(api, json, { key, signals: { trapFilled: false, secondsOnForm: 9 } });
    for (const signals of [undefined, { trapFilled: true, secondsOnForm: 90 }, 'nonsense']) {
      const again = await apply(api, json, { key, signals });
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(first.body);
    }
    expect(await storedSignals(first.body.id)).to.include({ secondsOnForm: 9 });
  });

  it('shows them to staff, with a quiet mark where there is something to read', async () => {
    // Later than all others, so that they stand first.
    const later = NOW + 2 * 86_400_000;
    const api = await appOn(subject().database, { staffPassword: PASSWORD, now: () => later });
    const staff = new Staff(api);
    const send = async (signals: unknown) => {
      const { reference } = (await apply(api, application(), { signals })).body;
      return reference;
    };
    const marked = await send({ trapFilled: true, secondsOnForm: 12 });
    const quick = await send({ trapFilled: false, secondsOnForm: 2 });
    const slow = await send({ trapFilled: false, secondsOnForm: 1200 });
    const none = await send(undefined);
    const list = await staff.page('');
    const isMarked = (reference: string) => list.includes(`Signals of ${reference}`);
    expect([marked, quick, slow, none].map(isMarked)).to.deep.equal([true, true, false, false]);

    const page = async (reference: string) => {
      const link = new RegExp(`href="(/staff/applications/[\\w-]+)">${reference}`).exec(list)?.[1];
      return textOf(await staff.page(link ?? ''));
    };
    expect(await page(marked)).to.include(
      'Signals A field that nobody sees was filled in: autofill does this, too. 12 seconds on the form.',
    );
    expect(await page(slow)).to.include('Signals 20 minutes on the form.');
    expect(await page(none)).to.include('Signals None were sent.');
    expect(linkIn(list, /#signals$/)).not.to.equal('');
    const since = [new Date(later).toISOString()];
    await subject().database.query(
      'delete from applications where submitted_at >= $1::timestamptz',
      since,
    );
  });
});
