/**
 * Holds every response against `openapi.yaml`: its status is documented, its type is, and its body fits the
 * schema, with no property that the document does not name.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Json = Record<string, unknown>;

export const documentFile = new URL('../../../demo/server/openapi.yaml', import.meta.url);
export const openApi = parse(readFileSync(documentFile, 'utf8')) as Json;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What other schemas extend cannot be closed by itself. */
const EXTENDED = ['Problem', 'ApplicationForm', 'Application'];

/** The document with all objects closed: what it does not name fails. */
function closed(document: Json): Json {
  const close = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(close);
    if (!isObject(value)) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, close(each)]));
    return value['type'] === 'object' && isObject(value['properties'])
      ? { ...copy, unevaluatedProperties: false }
      : copy;
  };
  const components = document['components'] as { schemas: Json };
  const schemas = Object.entries(components.schemas).map(([name, schema]): [string, unknown] => [
    name,
    EXTENDED.includes(name) ? schema : close(schema),
  ]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
ajv.addSchema(closed(openApi), 'api');

const at = (pointer: readonly string[]): unknown =>
  pointer.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), openApi);

/** The place of what stands at a place, after following a reference. */
function follow(pointer: readonly string[]): readonly string[] {
  const value = at(pointer);
  const reference = isObject(value) ? value['$ref'] : undefined;
  return typeof reference === 'string' ? reference.slice(2).split('/') : pointer;
}

const validators = new Map<string, ValidateFunction>();

function validatorAt(pointer: readonly string[]): ValidateFunction {
  const encoded = pointer.map((key) =>
    encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  const reference = `api#/${encoded.join('/')}`;
  const known = validators.get(reference) ?? ajv.compile({ $ref: reference });
  validators.set(reference, known);
  return known;
}

function operationFor(method: string, path: string): readonly string[] | undefined {
  const match = Object.keys(openApi['paths'] as Json).find((template) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return match === undefined ? undefined : ['paths', match, method.toLowerCase()];
}

/** The schema that a response's body has to fit; undefined where none is documented for it. */
function bodySchema(response: readonly string[], type: string): readonly string[] | undefined {
  const content = at([...response, 'content']);
  if (!isObject(content)) return undefined;
  if (!isObject(content[type])) throw new Error(`${type} is not documented.`);
  return isObject(content[type]['schema']) ? [...response, 'content', type, 'schema'] : undefined;
}

export interface Answer {
  readonly method: string;
  /** Without the prefix `/api`. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export function checkAgainstContract({ method, path, status, headers, text }: Answer): void {
  const operation = operationFor(method, path);
  // An address that is no operation is answered 404, which no document can list.
  if (!operation || at(operation) === undefined) return;
  const label = `${method} ${path} → ${status}`;
  const response = follow([...operation, 'responses', String(status)]);
  if (at(response) === undefined) throw new Error(`${label} is not documented.`);
  for (const [name, header] of Object.entries((at([...response, 'headers']) ?? {}) as Json)) {
    const place = isObject(header) && '$ref' in header ? ['components', 'headers', name] : [];
    if (at([...place, 'required']) === true && !headers.has(name))
      throw new Error(`${label} misses the header ${name}.`);
  }
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  const schema = bodySchema(response, type);
  if (!schema) {
    if (text !== '' && !type.startsWith('image/')) throw new Error(`${label} has a body.`);
    return;
  }
  const validate = validatorAt(schema);
  if (!validate(JSON.parse(text)))
    throw new Error(`${label}: ${ajv.errorsText(validate.errors)}\n${text.slice(0, 500)}`);
}
