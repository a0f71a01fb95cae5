import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { pdf } from './support/documents.ts';
import { application, apply, goodAnswers } from './support/forms.ts';
import { appOn, onEachDatabase } from './support/servers.ts';

onEachDatabase('the log', (subject) => {
  const canary = `canary${randomUUID().slice(0, 8)}`;
  const lines: string[] = [];
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  before(async () => {
    const { database } = subject();
    const logStream = { write: (line: string) => void lines.push(line) };
    const options = { logLevel: 'trace', logStream, staffPassword: canary };
    const api = await appOn(database, options);
    const json = application({
      applicant: { name: `Name ${canary}`, email: `${canary}@example.org` },
      answers: { ...goodAnswers, approach: `I would begin with ${canary} and go on.` },
    });
    const files = [{ part: 'resume', name: `${canary}.pdf`, bytes: pdf }];
    const key = randomUUID();
    const signals = { challenge: { [canary]: canary } };
    await apply(api, json, { key, files, signals });
    await apply(api, json, { key, files, signals: canary });
    await apply(api, json, { files });
    await apply(api, { ...json, proposal: canary }, { files });
    await apply(api, json, { files: [{ part: canary, name: canary, bytes: 'x' }] });
    await api.send(`/projects?q=${canary}`);
    await api.send(`/projects?limit=${canary}`);
    await api.send(`/projects/${canary}`);
    await api.send(`/${canary}`);
    await api.send('/projects/mkt-204/reports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: 'scam', details: canary }),
    });
    const authorization = `Basic ${btoa(`staff:${canary}`)}`;
    await fetch(`${api.url}/staff?name=${canary}`, { headers: { authorization } });

    const failing = await appOn(
      { ...database, query: () => Promise.reject(new Error(`value "${canary}" is wrong`)) },
      options,
    );
    await failing.send(`/projects?q=${canary}`);
    await apply(failing, json, { files });
  });

  it('has one structured line for each answer', () => {
    const answers = logged().filter((line) => line['msg'] === 'request');
    expect(answers).to.have.length(13);
    for (const line of answers)
      expect(line).to.include.keys('method', 'route', 'status', 'milliseconds', 'time', 'level');
    expect(answers[0]).to.include({
      method: 'POST',
      route: '/api/projects/:id/applications',
      status: 201,
    });
  });

  it('says where it failed', () => {
    const failures = logged().filter((line) => line['level'] === 50);
    expect(failures).to.have.length(2);
    expect(failures[0]?.['err']).to.include({ type: 'Error' });
    expect((failures[0]?.['err'] as { stack: string }).stack).to.include('logs.test.ts');
  });

  it('has nothing that a person typed, and no address', () => {
    const all = lines.join('');
    expect(all).not.to.include(canary);
    for (const line of logged()) {
      expect(line).not.to.have.any.keys('req', 'res', 'remoteAddress');
      if (!String(line['msg']).startsWith('Server listening'))
        expect(JSON.stringify(line)).not.to.include('127.0.0.1');
    }
  });
});
