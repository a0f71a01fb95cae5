/** The email that confirms an application. It repeats what is needed to ask about it, and nothing private. */
import type { Project } from '../../../src/domain/project.ts';
import type { StoredReceipt } from './receipt.ts';

export interface Email {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

export function confirmationFor(
  project: Project,
  receipt: StoredReceipt,
  applicant: { readonly name: string; readonly email: string },
): Email {
  const lines = [
    `Hello ${oneLine(applicant.name)},`,
    '',
    `your application for “${oneLine(project.title)}” at ${oneLine(project.employer.name)} has arrived.`,
    '',
    `Reference: ${receipt.reference}`,
    `Received:  ${receipt.submittedAt}`,
    '',
    'What happens next:',
    ...receipt.nextSteps.map((step) => `- ${step}`),
    '',
    'If you did not send this application, please reply to this email.',
  ];
  return {
    recipient: applicant.email,
    subject: `Application received: ${oneLine(project.title).slice(0, 120)}`,
    body: lines.join('\n'),
  };
}
