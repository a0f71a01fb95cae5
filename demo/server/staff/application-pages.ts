/** The list of received applications, and one of them. */
import { answeredQuestions } from './answers.ts';
import { Html, html } from './html.ts';
import { layout, moment, table } from './layout.ts';
import {
  PAGE_SIZE,
  type ApplicationDetail,
  type ApplicationSummary,
  type Attachment,
} from './staff-repository.ts';

function pager(page: number, total: number): Html {
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (last === 1) return html``;
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 ? html`<a rel="prev" href="/staff?page=${page - 1}">Newer</a>` : ''}
    <span>Page ${page} of ${last}</span>
    ${page < last ? html`<a rel="next" href="/staff?page=${page + 1}">Older</a>` : ''}
  </nav>`;
}

export function applicationsPage(
  applications: readonly ApplicationSummary[],
  page: number,
  total: number,
): string {
  const rows = applications.map(({ id, reference, submitted, name, email, project, files }) => [
    html`<a href="/staff/applications/${id}">${reference}</a>`,
    moment(submitted),
    name,
    email,
    project.title,
    project.employer.name,
    String(files),
  ]);
  const headings = ['Reference', 'Received', 'Name', 'Email', 'Project', 'Employer', 'Files'];
  const content =
    total === 0
      ? html`<p class="empty">No applications yet.</p>`
      : html`
          <p><a class="button" href="/staff/applications.csv">Export all as CSV</a></p>
          ${table(total === 1 ? '1 application' : `${total} applications`, headings, rows)}
          ${pager(page, total)}
        `;
  return layout('Applications', '/staff', content);
}

const entry = (term: string, description: Html | string) => html`
  <dt>${term}</dt>
  <dd>${description instanceof Html ? description : html`<bdi>${description}</bdi>`}</dd>
`;

const size = (bytes: number) =>
  bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(0)} KiB`;

const fileList = (files: readonly Attachment[]) =>
  files.length === 0
    ? html`<p>None.</p>`
    : html`<ul>
        ${files.map(
          ({ id, part, file_name: name, bytes }) =>
            html`<li>
              <a href="/staff/attachments/${id}" download>${name}</a> (${part}, ${size(bytes)})
            </li>`,
        )}
      </ul>`;

export function applicationPage(detail: ApplicationDetail, files: readonly Attachment[]): string {
  const { application, project, reference } = detail;
  const { consent, locale, proposal } = application;
  const { name: _name, email: _email, ...further } = application.applicant ?? {};
  const answers = answeredQuestions(project, application);
  return layout(
    `Application ${reference}`,
    '/staff',
    html`
      <dl>
        ${entry('Name', detail.name)} ${entry('Email', detail.email)}
        ${Object.entries(further).map(([key, value]) => entry(key, String(value)))}
        ${entry('Project', `${project.title} (${project.id})`)}
        ${entry('Employer', project.employer.name)} ${entry('Received', moment(detail.submitted))}
        ${locale ? entry('Language of the form', locale) : ''}
      </dl>
      <h2>Proposal</h2>
      <p class="text" dir="auto">${proposal ?? 'None.'}</p>
      <h2>Answers</h2>
      ${
        answers.length === 0
          ? html`<p>None.</p>`
          : html`<dl>${answers.map(({ label, answer }) => entry(label, answer))}</dl>`
      }
      <h2>Files</h2>
      ${fileList(files)}
      <h2>Consent</h2>
      <p class="text" dir="auto">${consent?.text ?? ''}</p>
      <p>Version ${consent?.version ?? '(none)'}${consent?.at ? `, ${consent.at}` : ''}</p>
    `,
  );
}
