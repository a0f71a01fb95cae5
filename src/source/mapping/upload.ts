/** Files that an API takes before the application: in one request, or at an address that it signs first. */
import { post, type ExchangeOptions, type Reply } from '../http-exchange.ts';
import { checked } from '../http-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Api } from './api.ts';
import type { UploadDefinition } from './definition.ts';
import { encode } from './encode-body.ts';
import { compileValue } from './reading.ts';
import type { Scope } from './scope.ts';
import type { SentFile } from './sent-file.ts';
import { compileTemplate } from './template.ts';

const scopeOf = ({ text }: Reply): Scope => ({ value: JSON.parse(text) as unknown });

/**
 * Compiles how a file is sent ahead. What it resolves to stands for the file in the application.
 * @throws ConfigError or PathError
 */
export function compileUpload(
  definition: UploadDefinition,
  api: Api,
): (file: SentFile, options: ExchangeOptions) => Promise<unknown> {
  const { encoding = 'multipart', to, origins = [], body = { file: '{file}' } } = definition;
  const { body: _body, ...head } = definition;
  const request = api.request(head, 'apply.upload', ['file']);
  const uses = new Set<string>();
  const template = compileTemplate(body, uses);
  api.checkUses(uses, 'apply.upload.body', ['file']);
  const result = compileValue(definition.result);
  const target = to === undefined ? undefined : compileValue(to);
  const allowed = new Set([new URL(api.url).origin, ...origins]);
  return async (file, options) => {
    const { url, headers } = await api.fill(request, { file });
    const encoded = encode(encoding, template({ ...api.variables(), file }));
    const sending = { body: encoded.body, headers: { ...encoded.headers, ...headers } };
    const answer = scopeOf(checked(await post(url, options, sending), api.clock.now()));
    if (target) {
      const address = new URL(String([target(answer, {})].flat()[0]), url);
      if (!allowed.has(address.origin))
        throw new SourceError(
          'malformed',
          `The API wants the file at ${address.origin}, which "apply.upload.origins" does not name.`,
        );
      const put = {
        method: 'PUT',
        body: file.file,
        headers: { 'Content-Type': file.type },
      } as const;
      checked(await post(address.href, { ...options, credentials: 'omit' }, put), api.clock.now());
    }
    return [result(answer, {})].flat()[0];
  };
}
