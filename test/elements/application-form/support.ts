import { computeAccessibleDescription } from 'dom-accessibility-api';
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/foothold-application-form.ts';
import type { Receipt, Submission } from '../../../src/domain/application.ts';
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import type { FootholdApplicationForm } from '../../../src/elements/application-form/application-form.ts';
import type { ApplyOptions, ListingsSource } from '../../../src/source/listings-source.ts';
import { allByRole, byRole, nameOf, type Name } from '../../support/by-role.ts';

export const receipt: Receipt = {
  id: 'application-1',
  reference: 'FH-7Q2K-93',
  submittedAt: '2026-11-22T16:12:00Z',
  status: 'received',
  nextSteps: ['You hear by email.', 'The call is on Monday.'],
};

export const projectWith = (
  application: ApplicationTerms = {},
  more: Partial<Project> = {},
): Project => ({
  id: 'mkt-204',
  title: 'Competitor pricing study',
  employer: { name: 'Lakeside Analytics' },
  pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD' },
  hours: { min: 20, max: 30 },
  durationDays: { min: 14, max: 21 },
  workMode: 'remote',
  applyBy: '2098-12-05',
  timeZone: 'America/Chicago',
  startsOn: '2098-12-07',
  deliverables: [{ title: 'A price sheet', dueOn: '2098-12-18' }, { title: 'A memo' }],
  url: 'https://listings.example/projects/mkt-204',
  application,
  ...more,
});

/** A source with one project, whose answers to applications the test gives. */
export class Endpoint implements ListingsSource {
  readonly url = 'https://listings.example';
  readonly submissions: Submission[] = [];
  /** What the next applications meet, in order; then receipts. */
  readonly replies: (Error | Promise<Receipt>)[] = [];
  /** What each application came with besides, in order. */
  readonly options: (ApplyOptions | undefined)[] = [];
  readonly #project: Project | ListingsSource['detail'];

  /** An application that is sent again under its key counts once. */
  readonly idempotent: boolean;

  constructor(
    project: Project | ListingsSource['detail'] = projectWith(),
    { idempotent = false }: { readonly idempotent?: boolean } = {},
  ) {
    this.#project = project;
    this.idempotent = idempotent;
  }

  list = () => Promise.reject(new Error('not asked here'));

  detail: ListingsSource['detail'] = (id, options) =>
    typeof this.#project === 'function'
      ? this.#project(id, options)
      : Promise.resolve(this.#project);

  apply = async (_id: string, submission: Submission, options?: ApplyOptions) => {
    this.submissions.push(submission);
    this.options.push(options);
    const reply = await this.replies.shift();
    if (reply instanceof Error) throw reply;
    return reply ?? receipt;
  };
}

interface Setup {
  readonly application?: ApplicationTerms;
  readonly project?: Project;
  readonly source?: ListingsSource;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly content?: Node;
  readonly prepare?: (form: FootholdApplicationForm) => void;
}

/** A form in the page; not waited for. */
export async function place({
  application,
  project = projectWith(application),
  source = new Endpoint(project),
  attributes = { 'project-id': 'mkt-204', 'privacy-url': '/privacy' },
  width = 1100,
  content,
  prepare,
}: Setup = {}): Promise<FootholdApplicationForm> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const form = document.createElement('foothold-application-form');
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  if (content) form.append(content);
  form.source = source;
  prepare?.(form);
  box.append(form);
  await form.updateComplete;
  return form;
}

/** A form that has drawn its project, or what became of it. */
export async function formWith(setup: Setup = {}): Promise<FootholdApplicationForm> {
  const form = await place(setup);
  await waitUntil(() => allByRole(form, 'heading').length > 0, 'something is to be drawn');
  await form.updateComplete;
  return form;
}

/** The control that a label names: the whole of it, or what a pattern finds. */
export function control<Type extends HTMLElement = HTMLInputElement>(
  form: FootholdApplicationForm,
  label: Name,
): Type {
  const controls = form.renderRoot.querySelectorAll<Type>('input, select, textarea');
  const found = [...controls].filter((each) => {
    const name = nameOf(each).replace(/ \(optional\)$/, '');
    return typeof label === 'string' ? name === label : label.test(name);
  });
  if (found.length === 1) return found[0]!;
  throw new Error(
    `${found.length} controls named ${String(label)}; there are: ${[...controls].map(nameOf).join(', ')}`,
  );
}

/** Writes into a control as a person would, all at once. */
export async function write(
  form: FootholdApplicationForm,
  label: Name,
  text: string,
): Promise<void> {
  const field = control(form, label);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
}

export async function tick(form: FootholdApplicationForm, label: Name): Promise<void> {
  control(form, label).click();
  await form.updateComplete;
}

export const pdf = (name = 'cv.pdf', content = '%PDF-1.7 my life') =>
  new File([content], name, { type: 'application/pdf' });

/** Chooses files, and waits until they were read. */
export async function choose(
  form: FootholdApplicationForm,
  label: Name,
  ...files: File[]
): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const input = control(form, label);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
  await waitUntil(() => !textOf(form.renderRoot).includes('Reading the file'), 'a file is read');
  await form.updateComplete;
}

export const proposal = 'I would begin with the receipts of the owner.';

/** Fills in everything that is needed by default, and a resume. */
export async function fillIn(form: FootholdApplicationForm, file = true): Promise<void> {
  await write(form, 'Full name', 'Amara Osei');
  await write(form, 'Email', 'amara.osei@student.example');
  await write(form, 'Your proposal', proposal);
  if (file) await choose(form, 'Resume', pdf());
  await tick(form, /^I agree/);
}

/** Presses "Send application" and waits for what comes of it. */
export async function send(form: FootholdApplicationForm): Promise<void> {
  byRole(form, 'button', /^Send application/).click();
  await settled(form);
}

/** Presses "Next", or "Review", and waits for what comes of it. */
export async function next(form: FootholdApplicationForm): Promise<void> {
  byRole(form, 'button', /^(Next|Review)$/).click();
  await settled(form);
}

/** Waits until nothing is on its way any more. */
export async function settled(form: FootholdApplicationForm): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await waitUntil(() => !form.renderRoot.querySelector('form[aria-busy="true"]'), 'it is settled', {
    timeout: 5000,
  });
  await form.updateComplete;
}

/** What a person sees, in one line. */
export const textOf = (element: Node | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The links of the error summary, by their text. */
export const problems = (form: FootholdApplicationForm): string[] =>
  allByRole(byRole(form, 'group', 'There is a problem'), 'link').map(textOf);

/** What describes a control to those who do not see it. */
export const description = (field: Element): string =>
  computeAccessibleDescription(field).replace(/\s+/g, ' ').trim();

/** The element that has focus, inside shadow roots, too. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Everything that is in the form now: what is typed, ticked and attached. */
export const contents = (form: FootholdApplicationForm): unknown => ({
  controls: [...form.renderRoot.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
    (each) => [
      nameOf(each),
      each.type === 'checkbox' || each.type === 'radio' ? each.checked : each.value,
    ],
  ),
  removable: allByRole(form, 'button', /^Remove /).map(nameOf),
});

/** Not compared by an assertion: an element in its message is more than the test runner can pass on. */
export const hasFocus = (element: Element): boolean => focused() === element;
