/**
 * The native listings API as one function from a request to a response, over any source. The handlers
 * for the browser are made of it, and tests give it to a source in place of `fetch`.
 */
import type { Application, Attachment, Report, Signals } from '../../src/domain/application.ts';
import { isListKey, QUERY_KEYS, queryFromParams, type Query } from '../../src/domain/query.ts';
import type { ListingsSource } from '../../src/source/listings-source.ts';
import { SourceError } from '../../src/source/source-error.ts';

const bad = (detail: string) => new SourceError('http', detail, { status: 400, detail });
const notFound = () => new SourceError('http', 'There is nothing here.', { status: 404 });

/** The values that a query leaves out because they restrict nothing. */
const nothing = new Set(['', '0', 'false']);

function readQuery(params: URLSearchParams): Query {
  const query = queryFromParams(params);
  for (const key of QUERY_KEYS) {
    const values = params.getAll(key);
    const unread = query[key] === undefined && values.some((each) => !nothing.has(each.trim()));
    if (unread || (values.length > 1 && !isListKey(key))) throw bad(`"${key}" cannot be used.`);
  }
  return query;
}

async function list(source: ListingsSource, params: URLSearchParams): Promise<Response> {
  const { projects, total, nextCursor, facets } = await source.list(readQuery(params), {
    limit: Number(params.get('limit') ?? 20),
    cursor: params.get('cursor') ?? undefined,
  });
  return Response.json({ items: projects, total, nextCursor, facets });
}

async function readApplication(form: FormData): Promise<Application> {
  const part = form.get('application');
  try {
    return JSON.parse(part instanceof File ? await part.text() : String(part)) as Application;
  } catch {
    throw bad('The part "application" is not JSON.');
  }
}

async function apply(source: ListingsSource, id: string, request: Request): Promise<Response> {
  const key = request.headers.get('Idempotency-Key');
  if (!key) throw bad('The header Idempotency-Key is missing.');
  const form = await request.formData();
  const attachments: Attachment[] = [];
  for (const [part, file] of form) {
    if (file instanceof File && part !== 'application') attachments.push({ part, file });
  }
  const application = await readApplication(form);
  const signals = JSON.parse(String(form.get('signals') ?? 'null')) as Signals | null;
  if (!source.apply) throw notFound();
  const submission = { application, attachments, key, ...(signals && { signals }) };
  return Response.json(await source.apply(id, submission), { status: 201 });
}

async function report(source: ListingsSource, id: string, request: Request): Promise<Response> {
  if (!source.report) throw notFound();
  await source.report(id, (await request.json()) as Report);
  return new Response(null, { status: 204 });
}

function problemOf({ status, detail, code, errors, receipt, retryAfter }: SourceError): Response {
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  const problem = { type: 'about:blank', status, detail, code, receipt };
  return new Response(JSON.stringify(errors.length ? { ...problem, errors } : problem), {
    status: status ?? 500,
    headers,
  });
}

/**
 * Answers a request to the API at `api` (an absolute URL without a trailing slash).
 * Rejects with a `TypeError`, as `fetch` does, where the source fails without a response.
 */
export async function answerNatively(
  request: Request,
  source: ListingsSource,
  api: string,
): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(request.url);
  const [collection, id = '', ...action] = (origin + pathname).slice(api.length + 1).split('/');
  const route = [request.method, collection, id && ':id', ...action].filter(Boolean).join(' ');
  try {
    const project = decodeURIComponent(id);
    switch (route) {
      case 'GET projects':
        return await list(source, searchParams);
      case 'GET projects :id':
        return Response.json(await source.detail(project));
      case 'POST projects :id applications':
        return await apply(source, project, request);
      case 'POST projects :id reports':
        return await report(source, project, request);
      default:
        throw notFound();
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.status === null) throw new TypeError(error.message, { cause: error });
    return problemOf(error);
  }
}
