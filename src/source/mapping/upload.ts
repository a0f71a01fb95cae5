/** Files that an API takes before the application: in one request, or at an address that it signs first. */
import type { Attachment } from '../../domain/application.ts';
import { ConfigError } from '../config-error.ts';
import { post, type ExchangeOptions, type Reply } from '../http-exchange.ts';
import { checked } from '../http-failure.ts';
import type { ApplyOptions } from '../listings-source.ts';
import { plainJson } from '../plain-json.ts';
import { withRetries } from '../retry.ts';
import { NOT_SENT, SourceError } from '../source-error.ts';
import type { Api } from './api.ts';
import type { UploadDefinition } from './definition.ts';
import { refuseFiles } from './encode-body.ts';
import { compileValue } from './reading.ts';
import { firstOf, isEmpty, type Read } from './scope.ts';
import { describeFile } from './sent-file.ts';

/** Milliseconds for which an API is trusted to keep a file without its application. */
const KEPT = 30 * 60_000;

type UploadOptions = ExchangeOptions & Pick<ApplyOptions, 'token'>;

/** How files are sent ahead. */
export interface Uploads {
  /**
   * Sends a file, unless it arrived before, and gives what stands for it in the application. What fails by chance is
   * tried again: a file alone is no application.
   * @param onProgress told the part of the file that is sent, 0 to 1
   * @throws SourceError with the code `NOT_SENT`, since the application has not gone out
   */
  send(
    attachment: Attachment,
    options: UploadOptions,
    onProgress: (part: number) => void,
  ): Promise<unknown>;
  /** Forgets that files arrived: their application was taken, or what stands for them was refused. */
  forget(attachments: readonly Attachment[]): void;
}

function originOf(url: string): string {
  if (URL.canParse(url)) return new URL(url).origin;
  throw new ConfigError(
    `"apply.upload.origins": "${url}" is no origin, such as "https://bucket.example.com".`,
  );
}

/** What an upload was answered with, in which something has to be. */
function readFrom({ text, status }: Reply, read: Read, where: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Then there is nothing in it.
  }
  const found = firstOf(read({ value }, {}));
  if (!isEmpty(found)) return found;
  throw new SourceError('malformed', `"apply.upload.${where}" leads nowhere in the answer.`, {
    status,
  });
}

/** Why a file did not arrive; what an API says of it is said of its field. */
function withoutApplication(reason: unknown, part: string): unknown {
  if (!(reason instanceof SourceError)) return reason;
  const { kind, message, status, detail, retryAfter } = reason;
  const errors = kind === 'rejected' && detail ? [{ pointer: `/files/${part}`, detail }] : [];
  return new SourceError(kind, message, { status, detail, retryAfter, errors, code: NOT_SENT });
}

/**
 * Without cookies. To another origin `same-origin` sends none either, and lets the browser tell how far it is.
 */
const credentialsTo = (origin: string): RequestCredentials =>
  (globalThis.location as Location | undefined)?.origin === origin ? 'omit' : 'same-origin';

/**
 * Compiles how files are sent ahead.
 * @throws ConfigError or PathError
 */
export function compileUpload(definition: UploadDefinition, api: Api): Uploads {
  const { encoding = 'multipart', origins = [], body = { file: '{file}' } } = definition;
  refuseFiles(encoding, body, 'apply.upload');
  const request = api.request({ ...definition, method: 'POST', body, encoding }, 'apply.upload', [
    'file',
  ]);
  const needsBytes = plainJson(body).includes('.base64');
  const result = compileValue(definition.result);
  const target = definition.to === undefined ? undefined : compileValue(definition.to);
  const allowed = new Set([api.url, ...origins].map(originOf));
  const arrived = new WeakMap<File, { readonly result: unknown; readonly at: number }>();

  const upload = async (
    file: File,
    { token, ...options }: UploadOptions,
    onProgress: (part: number) => void,
  ): Promise<unknown> => {
    const described = await describeFile(file, needsBytes);
    const {
      url,
      headers,
      body: sending = '',
    } = await api.fill(request, { file: described }, token);
    const first = { body: sending, headers, onProgress: target ? undefined : onProgress };
    const answer = checked(await post(url, options, first), api.clock.now());
    const sent = readFrom(answer, result, 'result');
    if (!target) return sent;
    const to = String(readFrom(answer, target, 'to'));
    const address = URL.canParse(to, url) ? new URL(to, url) : undefined;
    if (!address || !allowed.has(address.origin))
      throw new SourceError(
        'malformed',
        `The API wants the file at ${address?.origin ?? 'no address'}, which "apply.upload.origins" does not name.`,
      );
    const put = {
      method: 'PUT',
      body: file,
      headers: { 'Content-Type': file.type },
      onProgress,
    } as const;
    const alone = { ...options, credentials: credentialsTo(address.origin) };
    checked(await post(address.href, alone, put), api.clock.now());
    return sent;
  };

  return {
    async send({ part, file }, options, onProgress) {
      const before = arrived.get(file);
      if (before && api.clock.now() - before.at < KEPT) {
        onProgress(1);
        return before.result;
      }
      try {
        const attempt = () => upload(file, options, onProgress);
        const sent = await withRetries(attempt, api.clock, options.signal);
        arrived.set(file, { result: sent, at: api.clock.now() });
        onProgress(1);
        return sent;
      } catch (error) {
        throw withoutApplication(error, part);
      }
    },
    forget(attachments) {
      for (const { file } of attachments) arrived.delete(file);
    },
  };
}
