/** The list of received applications, and one of them. */
import { answeredQuestions } from './answers.ts';
import { fileCount, fileMark, isOpen } from './file-marks.ts';
import { Html, html } from './html.ts';
import { layout, moment, table } from './layout.ts';
import { emailHash } from './people-repository.ts';
import { areNotable, signalsInWords } from './signal-words.ts';
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

/** Quiet: it says that there is something to read, not what to make of it. */
const signalsMark = ({ id, reference, signals }: ApplicationSummary) =>
  areNotable(signals)
    ? html` <a
        class="mark"
        href="/staff/applications/${id}#signals"
        aria-label="Signals of ${reference}"
        >signals</a
      >`
    : '';

export function applicationsPage(
  applications: readonly ApplicationSummary[],
  page: number,
  total: number,
): string {
  const rows = applications.map((each) => [
    html`<a href="/staff/applications/${each.id}">${each.reference}</a>${signalsMark(each)}`,
    moment(each.submitted),
    each.name,
    each.email,
    each.project.title,
    each.project.employer.name,
    fileCount(each),
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
          (file) =>
            html`<li>
              ${
                isOpen(file)
                  ? html`<a href="/staff/attachments/${file.id}" download>${file.file_name}</a>`
                  : html`<bdi>${file.file_name}</bdi>`
              }
              (${file.part}, ${size(file.bytes)}) ${fileMark(file)}
            </li>`,
        )}
      </ul>`;

export function applicationPage(detail: ApplicationDetail, files: readonly Attachment[]): string {
  const { application, project, reference } = detail;
  const { consent, locale, proposal } = application;
  const { name: _name, email: _email, ...further } = application.applicant ?? {};
  const answers = answeredQuestions(project, application);
  const signals = signalsInWords(detail.signals);
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
      <h2 id="signals">Signals</h2>
      ${
        signals.length === 0
          ? html`<p>None were sent.</p>`
          : html`<ul>
              ${signals.map((each) => html`<li>${each}</li>`)}
            </ul>`
      }
      <h2>Consent</h2>
      <p class="text" dir="auto">${consent?.text ?? ''}</p>
      <p>Version ${consent?.version ?? '(none)'}${consent?.at ? `, ${consent.at}` : ''}</p>
      <p><a href="/staff/people/${emailHash(detail.email)}">All that is held on this person</a></p>
    `,
  );
}
