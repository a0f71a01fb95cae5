import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import type { ProblemBody } from './support/client.ts';
import { onEachDatabase } from './support/servers.ts';

onEachDatabase('a report', (subject) => {
  const report = (body: unknown, id = 'mkt-204') =>
    subject().api.send<ProblemBody>(`/projects/${id}/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('is stored', async () => {
    const details = `They asked for a deposit. ${randomUUID()}`;
    for (const reason of ['scam', 'unpaid', 'discrimination', 'other'])
      expect((await report({ reason, details })).status).to.equal(204);
    const rows = await subject().database.query(
      'select project_id, reason from reports where details = $1 order by reason',
      [details],
    );
    expect(rows.map((row) => row['reason'])).to.deep.equal([
      'discrimination',
      'other',
      'scam',
      'unpaid',
    ]);
  });

  it('needs no details', async () => {
    expect((await report({ reason: 'other' })).status).to.equal(204);
  });

  it('is refused with a reason or details that cannot be', async () => {
    for (const [body, pointer] of [
      [{}, '/reason'],
      [{ reason: 'dull' }, '/reason'],
      [{ reason: 'scam', details: 7 }, '/details'],
      [{ reason: 'scam', details: 'x'.repeat(5001) }, '/details'],
      [{ reason: 'scam', details: 'a\0' }, '/details'],
      ['null', '/reason'],
      ['[]', '/reason'],
    ] as const) {
      const { status, body: problem } = await report(body);
      expect(status).to.equal(422);
      expect(problem.errors?.[0]?.pointer).to.equal(pointer);
    }
    expect((await report('{')).status).to.equal(400);
    expect((await report({ reason: 'x'.repeat(3_000_000) })).status).to.equal(413);
    expect((await report({ reason: 'scam' }, 'nope')).status).to.equal(404);
  });
});
