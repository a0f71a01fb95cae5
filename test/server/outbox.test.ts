import { expect } from 'chai';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { confirmationFor } from '../../demo/server/applications/confirmation.ts';
import { startMailer } from '../../demo/server/applications/mailer.ts';
import { DEFAULT_LIMITS } from '../../demo/server/config.ts';
import { generateProjects } from '../../demo/server/seed/generate.ts';
import { application, apply, someEmail, UNASKING } from './support/forms.ts';
import { appOn, NOW, onEachDatabase } from './support/servers.ts';

const HOUR = 3_600_000;

/** As much of a mail server as one message needs; `refusing` it is out of order. */
async function mailServer() {
  const messages: string[] = [];
  const state = { refusing: false };
  const answer = (socket: Socket) => {
    let body: string | undefined;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (body !== undefined) {
          if (line !== '.') body += `${line}\n`;
          else {
            messages.push(body);
            body = undefined;
            socket.write('250 kept\r\n');
          }
        } else if (/^DATA/i.test(line)) {
          body = '';
          socket.write('354 go on\r\n');
        } else if (/^MAIL/i.test(line) && state.refusing) socket.write('451 later\r\n');
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
    socket.on('error', () => undefined);
  };
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, messages, state, close };
}

describe('a confirmation', () => {
  const [project] = generateProjects(NOW);
  const receipt = {
    id: '1',
    reference: 'FH-TEST-222',
    submittedAt: '2026-03-18T15:30:00Z',
    status: 'received' as const,
    nextSteps: ['Wait.'],
  };

  it('says what arrived and how to ask about it, on clean lines', () => {
    if (!project) throw new Error('The seed is empty.');
    const title = 'Evil\r\nBcc: all@example.org';
    const email = confirmationFor({ ...project, title }, receipt, {
      name: 'A\nda',
      email: 'a@b.example',
    });
    expect(email.recipient).to.equal('a@b.example');
    expect(email.subject).to.equal('Application received: Evil Bcc: all@example.org');
    expect(email.body).to.include('Hello A da,').and.include('FH-TEST-222').and.include('- Wait.');
  });
});

onEachDatabase('the outbox', (subject) => {
  const statesOf = async (email: string) => {
    const rows = await subject().database.query(
      `select state, attempts, last_error is not null as failed from outbox
       where recipient_key = $1 order by created_at, state`,
      [email],
    );
    return rows;
  };
  const send = async (
    api: Parameters<typeof apply>[0],
    email: string,
    project: string | undefined,
  ) => {
    const json = application({ applicant: { name: 'Ada', email }, answers: {} });
    expect((await apply(api, json, { project: project ?? '', files: [] })).status).to.equal(201);
  };
  const quiet = { error: () => undefined } as unknown as Parameters<typeof startMailer>[0]['log'];

  it('withholds the sixth confirmation of an hour, and takes the application', async () => {
    const email = someEmail();
    const clock = { now: NOW };
    const api = await appOn(subject().database, {
      limits: { ...DEFAULT_LIMITS, confirmations: 5 },
      now: () => clock.now,
    });
    for (const project of UNASKING.slice(0, 6)) await send(api, email, project);
    const states = (await statesOf(email)).map(({ state }) => state);
    expect(states.filter((state) => state === 'queued')).to.have.length(5);
    expect(states.filter((state) => state === 'withheld')).to.have.length(1);
    clock.now += HOUR + 1000;
    await send(api, email, UNASKING[6]);
    expect((await statesOf(email)).at(-1)).to.include({ state: 'queued' });
  });

  it('sends each email once, and tries again after a failure', async () => {
    const { database } = subject();
    const mail = await mailServer();
    const clock = { now: NOW };
    const from = 'Board <board@listings.example>';
    const start = () =>
      startMailer({ database, smtpUrl: mail.url, from, now: () => clock.now, log: quiet });
    await database.query(`update outbox set state = 'sent' where state = 'queued'`);

    const email = someEmail();
    const api = await appOn(database);
    await send(api, email, UNASKING[0]);
    mail.state.refusing = true;
    const mailer = start();
    await mailer.deliver();
    expect(await statesOf(email)).to.deep.equal([{ state: 'queued', attempts: 1, failed: true }]);

    mail.state.refusing = false;
    await mailer.deliver();
    expect(mail.messages, 'too early').to.have.length(0);
    clock.now += HOUR;
    const other = start();
    await Promise.all([mailer.deliver(), other.deliver()]);
    expect(await statesOf(email)).to.deep.equal([{ state: 'sent', attempts: 2, failed: false }]);
    expect(mail.messages).to.have.length(1);
    expect(mail.messages[0]).to.include(`To: ${email}`).and.include(`From: ${from}`);
    expect(mail.messages[0]).to.include('Auto-Submitted: auto-generated');
    await Promise.all([mailer.stop(), other.stop()]);
    await mail.close();
  });

  it('gives up after eight attempts', async () => {
    const { database } = subject();
    const mail = await mailServer();
    mail.state.refusing = true;
    const clock = { now: NOW };
    const mailer = startMailer({
      database,
      smtpUrl: mail.url,
      from: 'a@b.example',
      now: () => clock.now,
      log: quiet,
    });
    await database.query(`update outbox set state = 'sent' where state = 'queued'`);
    const email = someEmail();
    await send(await appOn(database), email, UNASKING[0]);
    for (let attempt = 0; attempt < 10; attempt++) {
      await mailer.deliver();
      clock.now += 24 * HOUR;
    }
    expect(await statesOf(email)).to.deep.equal([{ state: 'failed', attempts: 8, failed: true }]);
    await mailer.stop();
    await mail.close();
  });
});
