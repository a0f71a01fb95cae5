/** Files that an API takes before the application: in one request, or at an address that it signs first. */
import { ConfigError } from '../config-error.ts';
import { post, type ExchangeOptions, type Reply } from '../http-exchange.ts';
import { checked } from '../http-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Api } from './api.ts';
import type { UploadDefinition } from './definition.ts';
import { refuseFiles } from './encode-body.ts';
import { compileValue } from './reading.ts';
import { firstOf, isEmpty, type Read } from './scope.ts';
import type { SentFile } from './sent-file.ts';

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

/**
 * Compiles how a file is sent ahead. What it resolves to stands for the file in the application.
 * @throws ConfigError or PathError
 */
export function compileUpload(
  definition: UploadDefinition,
  api: Api,
): (file: SentFile, options: ExchangeOptions) => Promise<unknown> {
  const { encoding = 'multipart', origins = [], body = { file: '{file}' } } = definition;
  refuseFiles(encoding, body, 'apply.upload');
  const request = api.request({ ...definition, method: 'POST', body, encoding }, 'apply.upload', [
    'file',
  ]);
  const result = compileValue(definition.result);
  const target = definition.to === undefined ? undefined : compileValue(definition.to);
  const allowed = new Set([api.url, ...origins].map(originOf));
  return async (file, options) => {
    const { url, headers, body: sending = '' } = await api.fill(request, { file });
    const answer = checked(await post(url, options, { body: sending, headers }), api.clock.now());
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
      body: file.file,
      headers: { 'Content-Type': file.type },
    } as const;
    checked(await post(address.href, { ...options, credentials: 'omit' }, put), api.clock.now());
    return sent;
  };
}
