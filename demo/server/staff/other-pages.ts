/** Reports, the outbox, and what is shown where there is nothing, or nothing to be had. */
import { html } from './html.ts';
import { layout, moment, table } from './layout.ts';
import type { Attachment, OutboxEmail, StoredReport } from './staff-repository.ts';

export function reportsPage(reports: readonly StoredReport[]): string {
  const rows = reports.map(({ reported, project_id: id, title, reason, details }) => [
    moment(reported),
    `${title} (${id})`,
    reason,
    html`<span class="text">${details ?? ''}</span>`,
  ]);
  const content =
    reports.length === 0
      ? html`<p class="empty">No reports.</p>`
      : table('Reported listings', ['Received', 'Project', 'Reason', 'Details'], rows);
  return layout('Reports', '/staff/reports', content);
}

const emailStates: Readonly<Record<string, string>> = {
  queued: 'Waiting to be sent',
  sent: 'Sent',
  failed: 'Given up',
  withheld: 'Withheld: that address had enough for an hour',
};

export const emailState = (state: string): string => emailStates[state] ?? state;

export function outboxPage(emails: readonly OutboxEmail[], sending: boolean): string {
  const rows = emails.map((email) => [
    moment(email.created),
    email.recipient,
    html`<details>
      <summary>${email.subject}</summary>
      <pre>${email.body}</pre>
    </details>`,
    html`${emailState(email.state)} ${email.last_error ? `(${email.last_error})` : ''}`,
    String(email.attempts),
  ]);
  const headings = ['Written', 'To', 'Email', 'State', 'Attempts'];
  const content = html`
    ${sending ? '' : html`<p>No mail server is set (SMTP_URL), so emails stay here.</p>`}
    ${
      emails.length === 0
        ? html`<p class="empty">No emails yet.</p>`
        : table('Emails, newest first', headings, rows)
    }
  `;
  return layout('Outbox', '/staff/outbox', content);
}

export const missingPage = (): string =>
  layout('Not found', '/staff', html`<p>There is nothing at this address.</p>`);

export const closedFilePage = ({ scan }: Attachment): string =>
  layout(
    'This file cannot be opened',
    '/staff',
    scan === 'infected'
      ? html`<p>A virus was found in this file after it had arrived, so it was deleted.</p>`
      : html`<p>
          The virus scanner has not seen this file yet. It is asked again until it answers; then the
          file can be downloaded.
        </p>`,
  );
