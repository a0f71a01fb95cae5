/** Finding what is held on one person, and deleting it. */
import { fileMark } from './file-marks.ts';
import { html, type Html } from './html.ts';
import { layout, moment, table } from './layout.ts';
import { emailState } from './other-pages.ts';
import type { Deletion, Held } from './people-repository.ts';

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** `1 application, 2 files, 1 email and 0 reports`. */
const amounts = (of: Pick<Deletion, 'applications' | 'files' | 'emails' | 'reports'>) =>
  `${counted(of.applications, 'application')}, ${counted(of.files, 'file')}, ${counted(of.emails, 'email')} and ${counted(of.reports, 'report')}`;

const amountsHeld = ({ applications, emails, reports }: Held) =>
  amounts({
    applications: applications.length,
    files: applications.flatMap(({ attachments }) => attachments).length,
    emails: emails.length,
    reports: reports.length,
  });

const errorText = (error: string | undefined, id: string) =>
  error === undefined ? '' : html`<p class="error" id="${id}">${error}</p>`;

const described = (error: string | undefined, id: string) =>
  error === undefined ? '' : html`aria-invalid="true" aria-describedby="${id}" autofocus`;

function deletionsTable(deletions: readonly Deletion[]): Html {
  if (deletions.length === 0) return html`<p>Nothing was deleted on request yet.</p>`;
  const headings = ['When', 'By', 'SHA-256 of the email', 'Deleted'];
  const rows = deletions.map((each) => [
    moment(each.deleted),
    each.by,
    html`<code>${each.hash}</code>`,
    amounts(each),
  ]);
  return table('Deletions, newest first', headings, rows);
}

/** @param error why the search could not be made */
export const searchPage = (token: string, deletions: readonly Deletion[], error?: string): string =>
  layout(
    error === undefined ? 'People' : 'Error: People',
    '/staff/people',
    html`
      <p>
        Somebody asks what you hold on them, or wants it deleted? Find it by the email address they
        applied with.
      </p>
      <form method="post" action="/staff/people">
        <input type="hidden" name="token" value="${token}" />
        <p>
          <label for="email">Email address</label>
          ${errorText(error, 'email-error')}
          <input
            id="email"
            name="email"
            type="text"
            inputmode="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            required
            ${described(error, 'email-error')}
          />
        </p>
        <p><button type="submit">Find</button></p>
      </form>
      <h2>Deletions</h2>
      ${deletionsTable(deletions)}
    `,
  );

const applicationsTable = ({ applications }: Held): Html =>
  applications.length === 0
    ? html`<p>None.</p>`
    : table(
        counted(applications.length, 'application'),
        ['Reference', 'Received', 'Project', 'Files'],
        applications.map(({ id, reference, submitted, project, attachments }) => [
          html`<a href="/staff/applications/${id}">${reference}</a>`,
          moment(submitted),
          project.title,
          html`${attachments.map((file) => html`<div><bdi>${file.file_name}</bdi> ${fileMark(file)}</div>`)}`,
        ]),
      );

const emailsTable = ({ emails }: Held): Html =>
  emails.length === 0
    ? html`<p>None.</p>`
    : table(
        counted(emails.length, 'email'),
        ['Written', 'Subject', 'State'],
        emails.map(({ created, subject, state }) => [moment(created), subject, emailState(state)]),
      );

const reportsTable = ({ reports }: Held): Html =>
  reports.length === 0
    ? html`<p>
        None. (Who reports a listing stays anonymous; found are those that mention the address.)
      </p>`
    : table(
        counted(reports.length, 'report that mentions', 'reports that mention') + ' the address',
        ['Received', 'Project', 'Reason', 'Details'],
        reports.map(({ reported, project_id: project, reason, details }) => [
          moment(reported),
          project,
          reason,
          html`<span class="text">${details}</span>`,
        ]),
      );

const isNothing = ({ applications, emails, reports }: Held) =>
  applications.length + emails.length + reports.length === 0;

const nothingHeld = html`
  <p class="empty">Nothing is held under this address.</p>
  <p><a href="/staff/people">Find another address</a></p>
`;

const nameOf = ({ email }: Held) => email ?? 'one person';

export const personPage = (held: Held): string =>
  layout(
    `All that is held on ${nameOf(held)}`,
    '/staff/people',
    isNothing(held)
      ? nothingHeld
      : html`
          <p class="actions">
            <a class="button" href="/staff/people/${held.hash}/everything.zip" download>
              Download everything
            </a>
            <a class="button" href="/staff/people/${held.hash}/delete">Delete everything …</a>
          </p>
          <p>
            The download holds one file for machines (JSON) and the files that were sent, but for
            those that were not scanned yet.
          </p>
          <h2>Applications</h2>
          ${applicationsTable(held)}
          <h2>Emails</h2>
          ${emailsTable(held)}
          <h2>Reports</h2>
          ${reportsTable(held)}
        `,
  );

/** @param error why it was not deleted yet */
export const confirmPage = (held: Held, token: string, error?: string): string =>
  layout(
    `${error === undefined ? '' : 'Error: '}Delete everything on ${nameOf(held)}?`,
    '/staff/people',
    isNothing(held)
      ? nothingHeld
      : html`
          <p>
            <strong>${amountsHeld(held)}</strong> will be deleted for good. Employers who have read
            an application already are not told by this.
          </p>
          <p>
            What stays is a line that says when this was done, by whom, how much it was, and a hash
            of the address. An application that is sent again afterwards counts as a new one.
          </p>
          <form method="post" action="/staff/people/${held.hash}/delete">
            <input type="hidden" name="token" value="${token}" />
            <p>
              ${errorText(error, 'sure-error')}
              <label class="tick">
                <input
                  type="checkbox"
                  name="sure"
                  value="yes"
                  required
                  ${described(error, 'sure-error')}
                />
                Yes, delete all of it
              </label>
            </p>
            <p class="actions">
              <button type="submit">Delete everything</button>
              <a href="/staff/people/${held.hash}">Keep it</a>
            </p>
          </form>
        `,
  );

export const deletedPage = (deletion: Deletion): string =>
  layout(
    'Everything was deleted',
    '/staff/people',
    html`
      <p>${amounts(deletion)} were deleted: ${moment(deletion.deleted)}, by ${deletion.by}.</p>
      <p>Kept is the hash of the address: <code>${deletion.hash}</code></p>
      <p><a href="/staff/people">Back to people</a></p>
    `,
  );

export const refusedFormPage = (): string =>
  layout(
    'Nothing was done',
    '/staff/people',
    html`
      <p>
        This form did not come from these pages, or it has been open for more than an hour.
        <a href="/staff/people">Begin again.</a>
      </p>
    `,
  );
