/** Sends an application in the shape that a foreign API takes, and reads what it says. */
import type { Receipt, Submission } from '../../domain/application.ts';
import { decodeReceipt } from '../decode.ts';
import { post, type Reply } from '../http-exchange.ts';
import { checked } from '../http-failure.ts';
import type { ApplyOptions } from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { SourceError, type FieldProblem, type Problem } from '../source-error.ts';
import type { Api } from './api.ts';
import type { ApplyDefinition, Value } from './definition.ts';
import { parseCondition } from './path.ts';
import { encode } from './encode-body.ts';
import { compileItems, compileValue } from './reading.ts';
import type { Read, Scope } from './scope.ts';
import { describeFile, type SentFile } from './sent-file.ts';
import { compileTemplate, type Variables } from './template.ts';
import { compileUpload } from './upload.ts';

type Send = (id: string, submission: Submission, options?: ApplyOptions) => Promise<Receipt>;

/** What the native API takes, for a server of the school's own that passes it on. */
const nativeBody = { application: '{application}', '...': '{files}' };

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
  'id key name email firstName lastName application proposal answers consent files resume'.split(
    ' ',
  );

/** What an application's templates are filled with. */
async function variablesOf(
  id: string,
  { application, attachments, key }: Submission,
  upload: ((file: SentFile) => Promise<unknown>) | undefined,
  needsBytes: boolean,
): Promise<Variables> {
  const files: Record<string, unknown[]> = {};
  for (const { part, file } of attachments) {
    const described = await describeFile(file, needsBytes);
    (files[part] ??= []).push(upload ? await upload(described) : described);
  }
  const { applicant, proposal, answers, consent, locale } = application;
  const single = Object.entries(files).map(([part, sent]) => [
    part,
    sent.length === 1 ? sent[0] : sent,
  ]);
  const byPart = Object.fromEntries(single) as Record<string, unknown>;
  return {
    ...applicant,
    ...namesOf(applicant.name),
    id,
    key,
    application,
    proposal,
    answers,
    consent,
    locale,
    files: byPart,
    resume: byPart.resume,
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
 * Compiles how applications are sent.
 * @throws ConfigError or PathError
 */
export function compileApply(definition: ApplyDefinition, api: Api): Send {
  const { encoding = 'multipart', url, duplicate, ok, message } = definition;
  const { body: _body, ...head } = definition;
  const request = api.request({ ...head, ...(url !== undefined && { path: url }) }, 'apply', NAMES);
  const uses = new Set<string>();
  const template = compileTemplate(definition.body ?? nativeBody, uses);
  api.checkUses(uses, 'apply.body', NAMES);
  const upload = definition.upload && compileUpload(definition.upload, api);
  const needsBytes = plainJson(definition).includes('.base64');
  const errorsOf = compileErrors(definition);
  const receiptOf = compileReceipt(definition);
  const detailOf = message === undefined ? undefined : compileValue(message);
  const isRefused = ok === undefined ? undefined : not(parseCondition(ok));
  const isDuplicate = duplicate?.when === undefined ? undefined : parseCondition(duplicate.when);

  /** What the API's own way of saying no means; undefined where it said yes. */
  function refusalOf({ status }: Reply, body: Scope): Problem | undefined {
    const isOk = status >= 200 && status < 300;
    if (status === duplicate?.status || isDuplicate?.(body.value))
      return { status: 409, code: 'duplicate-applicant' };
    if (isOk && !isRefused?.(body.value)) return undefined;
    const errors = errorsOf(body);
    const detail = textOf(detailOf?.(body, {}));
    if (isOk || errors.length) return { status: isOk ? 422 : status, detail, errors };
    return detail === undefined ? undefined : { status, detail };
  }

  return async (id, submission, { signal, onProgress } = {}) => {
    const { credentials = 'same-origin', timeout = 15_000 } = api.definition;
    const options = api.exchange({ credentials, timeout: PATIENCE * timeout, signal });
    const sendFile = upload && ((file: SentFile) => upload(file, options));
    const variables = await variablesOf(id, submission, sendFile, needsBytes);
    const { url: target, headers } = await api.fill(request, variables);
    const encoded = encode(encoding, template({ ...api.variables(), ...variables }));
    const reply = await post(target, options, {
      body: encoded.body,
      headers: { ...encoded.headers, ...headers },
      onProgress,
    });
    const body = bodyOf(reply);
    const refusal = refusalOf(reply, body);
    if (refusal) {
      const kind = refusal.status === 409 || refusal.status === 422 ? 'rejected' : 'http';
      throw new SourceError(
        kind,
        `The API refused: ${refusal.detail ?? 'no reason given'}`,
        refusal,
      );
    }
    checked(reply, api.clock.now());
    return receiptOf(body) ?? receiptFor(submission.key);
  };
}

const not =
  (holds: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    !holds(value);
