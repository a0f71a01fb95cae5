import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { openChallenges } from '../../demo/server/applications/challenge.ts';
import type { Client } from './support/client.ts';
import { application, apply, type Sending } from './support/forms.ts';
import { appOn, onEachDatabase } from './support/servers.ts';

const challenge = {
  key: 'a key of this test alone',
  work: { cost: 1, attempts: [1, 20] as const },
};

/** What the widget does, and puts into its field `altcha`. */
async function solve(task: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge: task, deriveKey });
  return btoa(JSON.stringify({ challenge: task, solution }));
}

async function tokenFrom(api: Client): Promise<string> {
  const { status, headers, body } = await api.send<Challenge>('/challenge');
  expect(status).to.equal(200);
  expect(headers.get('cache-control')).to.equal('no-store');
  return await solve(body);
}

const carrying = (altcha: unknown): Sending => ({
  signals: { trapFilled: false, secondsOnForm: 60, challenge: { altcha } },
});

const expectUnsolved = ({ status, body }: Awaited<ReturnType<typeof apply>>, what?: string) => {
  expect(status, what).to.equal(422);
  expect(body.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/signals/challenge']);
  expect(body.errors?.[0]?.detail).to.match(/Do it again, then send once more/);
};

describe('a challenge', () => {
  const challenges = openChallenges(challenge);

  it('is solved by whoever does the work, and by nobody else', async () => {
    const task = await challenges.issue();
    const token = await solve(task);
    expect(await challenges.check(token)).to.deep.equal({
      id: task.parameters.nonce,
      expiresAt: (task.parameters.expiresAt ?? 0) * 1000,
    });
    const payload = JSON.parse(atob(token)) as { challenge: Challenge; solution: object };
    const { parameters } = payload.challenge;
    const forged = [
      { ...payload, solution: { ...payload.solution, derivedKey: '00'.repeat(32) } },
      { ...payload, challenge: { ...task, parameters: { ...parameters, nonce: '00'.repeat(16) } } },
      { ...payload, challenge: { ...task, parameters: { ...parameters, expiresAt: 9e9 } } },
      { ...payload, challenge: { parameters } },
      { ...payload, challenge: {} },
      { ...payload, solution: null },
      null,
      7,
    ].map((each) => btoa(JSON.stringify(each)));
    for (const other of [...forged, undefined, '', 'x', '\0', btoa('{')])
      expect(await challenges.check(other), other).to.equal(undefined);
  });

  it('of another key, or one that has expired, is none', async () => {
    const token = await solve(await openChallenges({ ...challenge, key: 'another' }).issue());
    expect(await challenges.check(token)).to.equal(undefined);
    const realNow = Date.now;
    const old = await solve(
      await (async () => {
        Date.now = () => realNow() - 3_700_000;
        try {
          return await challenges.issue();
        } finally {
          Date.now = realNow;
        }
      })(),
    );
    expect(await challenges.check(old)).to.equal(undefined);
  });
});

onEachDatabase('applying where a challenge is asked for', (subject) => {
  let api: Client;
  let other: Client;
  before(async () => {
    // Two servers on one database, which share the key.
    api = await appOn(subject().database, { challenge });
    other = await appOn(subject().database, { challenge });
  });

  it('needs a solved one', async () => {
    expectUnsolved(await apply(api, application()), 'no signals');
    for (const token of [undefined, '', 'x', 7, {}])
      expectUnsolved(await apply(api, application(), carrying(token)), String(token));
    expect((await apply(api, application(), carrying(await tokenFrom(api)))).status).to.equal(201);
  });

  it('takes each one once, whichever server it is sent to', async () => {
    const token = await tokenFrom(api);
    const replies = await Promise.all(
      [api, other, api, other].map((each) => apply(each, application(), carrying(token))),
    );
    const [taken, ...refused] = replies.sort((a, b) => a.status - b.status);
    expect(taken?.status).to.equal(201);
    for (const reply of refused) expectUnsolved(reply);
    expectUnsolved(await apply(other, application(), carrying(token)));
  });

  it('answers a key that has a receipt, whatever the token', async () => {
    const key = randomUUID();
    const json = application();
    const token = await tokenFrom(api);
    const first = await apply(api, json, { key, ...carrying(token) });
    expect(first.status).to.equal(201);
    for (const sending of [carrying(token), carrying('x'), {}]) {
      const again = await apply(other, json, { key, ...sending });
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(first.body);
    }
    const changed = await apply(api, { ...json, locale: 'es' }, { key });
    expect(changed.body.code).to.equal('already-received');
  });

  it('gives one receipt to the same application sent twice at once with one token', async () => {
    const key = randomUUID();
    const json = application();
    const sending = { key, ...carrying(await tokenFrom(api)) };
    const replies = await Promise.all([api, other, api].map((each) => apply(each, json, sending)));
    expect(replies.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
    expect(new Set(replies.map(({ text }) => text)).size).to.equal(1);
  });

  it('does not spend a token on what is refused for another reason', async () => {
    const token = await tokenFrom(api);
    const key = randomUUID();
    const wrong = await apply(api, application({ proposal: 'Short.' }), {
      key,
      ...carrying(token),
    });
    expect(wrong.body.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/proposal']);
    const without = await apply(api, application({ proposal: 'Short.' }), { key });
    expect(without.body.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/proposal']);

    const json = application();
    expect((await apply(subject().api, json)).status).to.equal(201);
    const duplicate = await apply(api, json, carrying(token));
    expect(duplicate.body.code).to.equal('duplicate-applicant');

    expect((await apply(api, application(), { key, ...carrying(token) })).status).to.equal(201);
  });

  it('is for other sites to read', async () => {
    const { headers } = await api.send('/challenge', {
      headers: { Origin: 'https://www.example.edu' },
    });
    expect(headers.get('access-control-allow-origin')).to.equal('*');
  });

  it('is not there where it is not asked for', async () => {
    expect((await subject().api.send('/challenge')).status).to.equal(404);
  });
});
