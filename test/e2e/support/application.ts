/** A student, and what the student sends. */
import type { Locator, Page } from 'playwright-core';
import type { Project } from '../../../src/domain/project.ts';
import { demoServer } from './demo-server.ts';

/** The smallest file that is a PDF by content as well as by name. */
export const resume = {
  name: 'resume.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
    'latin1',
  ),
};

export interface Student {
  readonly name: string;
  readonly email: string;
  readonly proposal: string;
}

let students = 0;

/** Someone who has not applied to anything yet. */
export function newStudent(): Student {
  students += 1;
  return {
    name: `Amara Osei ${students}`,
    email: `amara.osei.${process.pid}.${students}@student.example`,
    proposal: 'I would begin with the data that is there and ask what nobody has asked. '.repeat(8),
  };
}

/** An open project that asks for a resume and a proposal and for nothing else. */
export async function simpleProject(): Promise<Project> {
  const { url } = await demoServer();
  let cursor = '';
  do {
    const response = await fetch(`${url}/api/projects?limit=100${cursor}`);
    const list = (await response.json()) as { items: Project[]; nextCursor: string | null };
    for (const { id } of list.items) {
      const project = (await (await fetch(`${url}/api/projects/${id}`)).json()) as Project;
      const { mode, questions, requires, proposal } = project.application ?? {};
      if (mode !== 'post' || questions?.length || requires?.resume !== 'required') continue;
      if (!proposal || !/^[\x20-\x7e]+$/.test(project.title)) continue;
      return project;
    }
    cursor = list.nextCursor ? `&cursor=${encodeURIComponent(list.nextCursor)}` : '';
  } while (cursor);
  throw new Error('The seed has no project with only a resume and a proposal.');
}

export const form = (root: Page | Locator) => ({
  name: root.getByRole('textbox', { name: 'Full name' }),
  email: root.getByRole('textbox', { name: 'Email' }),
  proposal: root.getByRole('textbox', { name: 'Your proposal' }),
  resume: root.getByLabel('Resume').first(),
  consent: root.getByRole('checkbox', { name: /^I agree/ }),
  send: root.getByRole('button', { name: 'Send application' }),
  receipt: root.getByRole('heading', { name: 'Application sent' }),
});

export async function fillIn(root: Page | Locator, student: Student): Promise<void> {
  const fields = form(root);
  await fields.name.fill(student.name);
  await fields.email.fill(student.email);
  await fields.proposal.fill(student.proposal);
  await fields.resume.setInputFiles(resume);
  await fields.consent.check();
}
