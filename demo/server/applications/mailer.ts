/** Sends what is in the outbox through SMTP. Without an SMTP server emails stay there to be read. */
import type { FastifyBaseLogger } from 'fastify';
import { createTransport } from 'nodemailer';
import type { Database } from '../database/database.ts';
import { recurring } from './recurring.ts';
import { claimNext, markFailed, markSent, type DueEmail } from './outbox.ts';

const INTERVAL = 15_000;

export interface MailerOptions {
  readonly database: Database;
  readonly smtpUrl: string;
  readonly from: string;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
}

export interface Mailer {
  /** Sends what is due now. */
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

export function startMailer({ database, smtpUrl, from, now, log }: MailerOptions): Mailer {
  const transport = createTransport(smtpUrl, { from });
  const send = async (email: DueEmail) => {
    try {
      await transport.sendMail({
        to: { name: '', address: email.recipient },
        subject: email.subject,
        text: email.body,
        messageId: `<${email.id}@foothold>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await markSent(database, email, now());
    } catch (error) {
      await markFailed(database, email, error as Error, now());
    }
  };
  const sendAll = async () => {
    for (let email; (email = await claimNext(database, now()));) await send(email);
  };
  const outbox = recurring(sendAll, INTERVAL, (error) => {
    log.error({ err: error }, 'the outbox could not be worked off');
  });

  return {
    deliver: () => outbox.run(),
    async stop() {
      await outbox.stop();
      transport.close();
    },
  };
}
