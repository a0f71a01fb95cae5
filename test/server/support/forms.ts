/** Applications as a browser sends them. */
import { randomUUID } from 'node:crypto';
import { generateProjects } from '../../../demo/server/seed/generate.ts';
import { NOW } from './servers.ts';
import type { Client, ProblemBody, Reply } from './client.ts';

/** Takes every kind of answer; a resume is required. */
export const ASKING = 'mkt-209';

/** Ask nothing but a proposal of ordinary length. */
export const UNASKING: readonly string[] = generateProjects(NOW)
  .filter(
    ({ status, applyBy = '9', application: terms }) =>
      status === 'open' &&
      applyBy > '2026-03-30' &&
      terms?.mode === 'post' &&
      terms.questions?.length === 0 &&
      terms.requires?.resume === 'optional' &&
      (terms.proposal?.minWords ?? 0) <= 50,
  )
  .map(({ id }) => id);

export interface Attached {
  readonly part: string;
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

export const resume: Attached = { part: 'resume', name: 'resume.pdf', bytes: '%PDF-1.7 resume' };

export const PROPOSAL = 'I have asked people about packaging before, in a class on retail. '.repeat(
  5,
);

/** An email address that no other test uses. */
export const someEmail = (): string => `${randomUUID()}@example.org`;

export const goodAnswers = {
  portfolio: 'https://example.org/work',
  approach: 'I would begin by listening to three customers.',
  weekly_hours: 6,
  experience: 'none',
  languages: ['en', 'es'],
  recording: true,
};

/** A complete application to ASKING, with changes. */
export const application = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  applicant: { name: 'Ada Byron', email: someEmail() },
  proposal: PROPOSAL,
  answers: goodAnswers,
  consent: {
    accepted: true,
    text: 'I agree that Verdant Spoon reads my application.',
    version: '1',
    at: '2026-03-18T15:29:00Z',
  },
  locale: 'en-US',
  ...changes,
});

export interface Sending {
  readonly key?: string;
  readonly project?: string;
  readonly files?: readonly Attached[];
  /** Sends the part `application` with a file name. */
  readonly asFile?: boolean;
  /** The part `signals`; text is sent as it is. */
  readonly signals?: unknown;
}

export interface ReceiptBody extends ProblemBody {
  readonly id: string;
  readonly reference: string;
  readonly submittedAt: string;
  readonly nextSteps: readonly string[];
}

export function formOf(json: unknown, files: readonly Attached[], asFile = false): FormData {
  const form = new FormData();
  const text = JSON.stringify(json);
  if (asFile)
    form.append('application', new Blob([text], { type: 'application/json' }), 'application.json');
  else form.append('application', text);
  for (const { part, name, bytes } of files)
    form.append(part, new Blob([bytes as Uint8Array<ArrayBuffer> | string]), name);
  return form;
}

export async function apply(
  api: Client,
  json: unknown,
  { key = randomUUID(), project = ASKING, files = [resume], asFile = false, signals }: Sending = {},
): Promise<Reply<ReceiptBody>> {
  const form = formOf(json, files, asFile);
  if (signals !== undefined)
    form.append('signals', typeof signals === 'string' ? signals : JSON.stringify(signals));
  return await api.send<ReceiptBody>(`/projects/${project}/applications`, {
    method: 'POST',
    headers: { 'Idempotency-Key': key },
    body: form,
  });
}
