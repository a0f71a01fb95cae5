/** Sends an application in the shape that a foreign API takes, and reads what it says. */
import type { Attachment, Receipt, Submission } from '../../domain/application.ts';
import { ConfigError } from '../config-error.ts';
import { decodeReceipt } from '../decode.ts';
import { post, type Reply } from '../http-exchange.ts';
import { failureOf } from '../http-failure.ts';
import type { ApplyOptions } from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { SourceError, type FieldProblem } from '../source-error.ts';
import type { Api } from './api.ts';
import { checkId } from './details.ts';
import type { ApplyDefinition, Value } from './definition.ts';
import { parseCondition } from './path.ts';
import { refuseFiles } from './encode-body.ts';
import { progressOver } from './progress.ts';
import { compileItems, compileValue } from './reading.ts';
import type { Read, Scope } from './scope.ts';
import { describeFile } from './sent-file.ts';
import type { Variables } from './template.ts';
import { compileUpload } from './upload.ts';

/** How applications are sent. */
export interface Applying {
  readonly apply: (id: string, submission: Submission, options?: ApplyOptions) => Promise<Receipt>;
  /** See `ListingsSource.idempotent`. */
  readonly idempotent: boolean;
}

/** What the native API takes, for a server of the school's own that passes it on. */
const nativeBody = {
  application: '{application}',
  signals: '{signals}',
  '...': '{files}',
};

/** Longest wait for a reply, in multiples of a list's: files may go over a slow line. */
const PATIENCE = 4;

/** First and last name as most systems want them: the last word is the family's. */
function namesOf(name: string): { firstName: string; lastName: string } {
  const words = name.trim().split(/\s+/);
  const lastName = words.length > 1 ? words.pop()! : '';
  return { firstName: words.join(' '), lastName };
}

/** The variables of an application. */
const NAMES =
  'id key name email firstName lastName application proposal answers consent files resume signals'.split(
    ' ',
  );

/** What an application's templates are filled with. */
async function variablesOf(
  id: string,
  { application, attachments, key, signals }: Submission,
  send: (attachment: Attachment) => Promise<unknown>,
): Promise<Variables> {
  const files = new Map<string, unknown>();
  for (const attachment of attachments) {
    const { part } = attachment;
    const sent = await send(attachment);
    // Of one question there may be several.
    files.set(part, files.has(part) ? [files.get(part), sent].flat() : sent);
  }
  const { applicant, proposal, answers, consent } = application;
  return {
    ...applicant,
    ...namesOf(applicant.name),
    id,
    key,
    application,
    proposal,
    answers,
    consent,
    files: Object.fromEntries(files),
    resume: files.get('resume'),
    signals,
  };
}

function bodyOf({ text }: Reply): Scope {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { value: undefined };
  }
}

const textOf = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
};

/** Reads complaints about single fields, each with the pointer of our own field. */
function compileErrors({ errors }: ApplyDefinition): (body: Scope) => FieldProblem[] {
  if (!errors) return () => [];
  const items = compileItems(errors.items);
  const [fieldOf, detailOf] = [compileValue(errors.field), compileValue(errors.detail)];
  const pointers = new Map(Object.entries(errors.pointers ?? {}));
  return (body) =>
    items(body, {}).flatMap((item) => {
      const field = textOf(fieldOf(item, {})) ?? '';
      const detail = textOf(detailOf(item, {}));
      return detail ? [{ pointer: pointers.get(field) ?? `/answers/${field}`, detail }] : [];
    });
}

function compileReceipt({ receipt = {} }: ApplyDefinition): (body: Scope) => Receipt | undefined {
  const members = Object.entries(receipt).map(
    ([name, value]: [string, Value]) => [name, compileValue(value)] as const,
  );
  const valueOf = (name: string, read: Read, body: Scope) => {
    const value = read(body, {});
    return name === 'nextSteps' ? [value].flat() : textOf(value);
  };
  return (body) =>
    members.length
      ? decodeReceipt(
          Object.fromEntries(members.map(([name, read]) => [name, valueOf(name, read, body)])),
        )
      : decodeReceipt(body.value);
}

/** Where an API sends no receipt, the key of the application is one: it names it to whoever looks into the log. */
const receiptFor = (key: string): Receipt => ({
  id: key,
  reference: key.slice(0, 8).toUpperCase(),
});

/**
 * Whether what stands for files may be what an API refuses. Not where it is only busy, or complains of other fields
 * alone.
 */
const mayBlameFiles = (
  { kind, status, errors }: SourceError,
  attachments: readonly Attachment[],
): boolean =>
  (kind === 'rejected' || /^4(?!08|25|29)/.test(String(status))) &&
  (!errors.length ||
    errors.some(({ pointer }) =>
      attachments.some(({ part }) => pointer.split('/').includes(part)),
    ));

/**
 * Compiles how applications are sent.
 * @throws ConfigError or PathError
 */
export function compileApply(definition: ApplyDefinition, api: Api): Applying {
  const { encoding = 'multipart', url, path, duplicate, ok, message } = definition;
  const { headers, body = nativeBody } = definition;
  const { idempotent = body === nativeBody } = definition;
  if (url !== undefined && !/^https?:\/\//.test(url))
    throw new ConfigError(
      `"apply.url": "${url}" is not absolute. Give an address that starts with https://, or a "path" of the API.`,
    );
  if (!definition.upload) refuseFiles(encoding, body, 'apply');
  const request = api.request(
    {
      ...definition,
      path: url ?? path ?? '',
      method: 'POST',
      headers: { ...(body === nativeBody && { 'Idempotency-Key': '{key}' }), ...headers },
      body,
      encoding,
    },
    'apply',
    NAMES,
  );
  if (idempotent && !request.uses.has('key'))
    throw new ConfigError(
      '"apply.idempotent" is true, and nothing of the request has {key}, by which an application is known again. Send it, for instance with "headers": { "Idempotency-Key": "{key}" }.',
    );
  const uploads = definition.upload && compileUpload(definition.upload, api);
  const needsBytes = plainJson(body).includes('.base64');
  const errorsOf = compileErrors(definition);
  const receiptOf = compileReceipt(definition);
  const detailOf = message === undefined ? undefined : compileValue(message);
  const isTaken = ok === undefined ? undefined : parseCondition(ok);
  const isDuplicate = duplicate?.when === undefined ? undefined : parseCondition(duplicate.when);

  /** What the API's own way of saying no means; undefined where it said yes. */
  function refusalOf(reply: Reply, body: Scope): SourceError | undefined {
    const failure = failureOf(reply, api.clock.now());
    const isSame = reply.status === duplicate?.status || isDuplicate?.(body.value);
    if (!failure && !isSame && (isTaken?.(body.value) ?? true)) return undefined;
    const told = failure ?? new SourceError('rejected', 'no reason given', { status: 422 });
    const { kind, status, code, receipt, retryAfter } = told;
    const detail = textOf(detailOf?.(body, {})) ?? told.detail;
    const errors = errorsOf(body);
    return new SourceError(
      isSame ? 'rejected' : kind,
      `The API refused: ${detail ?? told.message}`,
      {
        status: isSame ? 409 : status,
        code: isSame ? 'duplicate-applicant' : code,
        detail,
        errors: errors.length ? errors : told.errors,
        receipt,
        retryAfter,
      },
    );
  }

  async function apply(
    id: string,
    submission: Submission,
    { signal, onProgress, token }: ApplyOptions = {},
  ): Promise<Receipt> {
    checkId(id);
    const { attachments, application } = submission;
    const { credentials = 'same-origin', timeout = 15_000 } = api.definition;
    const options = api.exchange({ credentials, timeout: PATIENCE * timeout, signal });
    // Where files go ahead, the application is what was typed.
    const typed = plainJson(application).length;
    const ahead = uploads ? attachments.reduce((sum, { file }) => sum + file.size, 0) : 0;
    const begin = progressOver(ahead + typed, onProgress);
    const variables = await variablesOf(id, submission, (attachment) =>
      uploads
        ? uploads.send(attachment, { ...options, token }, begin(attachment.file.size))
        : describeFile(attachment.file, needsBytes),
    );
    const { url: target, headers, body: sent = '' } = await api.fill(request, variables, token);
    const sending = { body: sent, headers, onProgress: begin(typed) };
    const reply = await post(target, options, sending);
    const answer = bodyOf(reply);
    const refusal = refusalOf(reply, answer);
    if (!refusal || mayBlameFiles(refusal, attachments)) uploads?.forget(attachments);
    if (refusal) throw refusal;
    return receiptOf(answer) ?? receiptFor(submission.key);
  }

  return { apply, idempotent };
}
