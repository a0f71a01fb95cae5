/** Reads the multipart body of an application: the JSON, the files with their bytes, and the signals. */
import type { FastifyRequest } from 'fastify';
import { Problem, type FieldError } from '../http/problem.ts';
import { NO_SIGNALS, readSignals, type ReceivedSignals } from './signals.ts';

export interface ReceivedFile {
  /** `resume`, or the id of a question. */
  readonly part: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ReceivedForm {
  /** The part `application`, as JSON said it; nothing of it has been checked. */
  readonly application: unknown;
  readonly files: readonly ReceivedFile[];
  /** Of this attempt; they do not count in whether two requests carry the same application. */
  readonly signals: ReceivedSignals;
}

const MAX_JSON = 1_048_576;
/** How many a field takes is for its listing to say; this is only an end. */
const MAX_FILES = 100;
const MAX_REQUEST = 64 * 1_048_576;

const unreadable = (detail: string) => new Problem(400, { detail });

const tooLarge = (part: string, maxBytes: number): FieldError => ({
  pointer: `/files/${part}`,
  detail: `The file is larger than ${maxBytes} bytes.`,
});

/** No database text can hold a NUL, and nobody has typed one on purpose: it is left out. */
const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value;

function parse(bytes: Buffer): unknown {
  if (bytes.length > MAX_JSON) throw new Problem(413, { detail: 'The application is too long.' });
  try {
    return JSON.parse(bytes.toString('utf8'), withoutNul);
  } catch {
    throw unreadable('The part "application" is not JSON.');
  }
}

/** A body without end would be read for ever. */
const tooMuch = ({ raw }: FastifyRequest): Promise<never> =>
  new Promise((_, reject) => {
    let received = 0;
    raw.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > MAX_REQUEST) reject(new Problem(413, { detail: 'The request is too large.' }));
    });
  });

/** The parts that are JSON; each may have a file name or none, and say of what type it is or not. */
const JSON_PARTS: readonly (string | undefined)[] = ['application', 'signals'];

/**
 * Those are taken as bytes, too: of a field that says it is JSON and is not, the parser would make an error of
 * its own.
 */
const isPartAFile = (name?: string, contentType?: string, fileName?: string): boolean =>
  fileName !== undefined || contentType === 'application/octet-stream' || JSON_PARTS.includes(name);

interface Parts {
  application: unknown;
  readonly files: ReceivedFile[];
  readonly oversized: FieldError[];
  signals: ReceivedSignals;
}

async function readParts(request: FastifyRequest, maxBytes: number): Promise<Parts> {
  const result: Parts = {
    application: undefined,
    files: [],
    oversized: [],
    signals: NO_SIGNALS,
  };
  const parts = request.parts({
    limits: {
      fileSize: Math.max(maxBytes, MAX_JSON) + 1,
      files: MAX_FILES,
    },
    isPartAFile,
  });
  for await (const part of parts) {
    if (part.type === 'field')
      throw unreadable('There is a part that is neither "application", "signals" nor a file.');
    const bytes = await part.toBuffer();
    if (part.fieldname === 'application') {
      if (result.application !== undefined) throw unreadable('There are two parts "application".');
      result.application = parse(bytes);
    } else if (part.fieldname === 'signals') {
      result.signals = readSignals(bytes.toString('utf8'));
    } else if (bytes.length > maxBytes) {
      result.oversized.push(tooLarge(part.fieldname, maxBytes));
    } else {
      result.files.push({ part: part.fieldname, name: part.filename, bytes });
    }
  }
  return result;
}

/** What the parser says about a broken body has no status of its own. */
const asProblem = (error: unknown): unknown =>
  error instanceof Problem || (error as { statusCode?: number }).statusCode !== undefined
    ? error
    : unreadable('The body is not well-formed multipart/form-data.');

export async function readForm(request: FastifyRequest, maxBytes: number): Promise<ReceivedForm> {
  if (!request.isMultipart())
    throw new Problem(415, { detail: 'An application is sent as multipart/form-data.' });
  const { application, files, oversized, signals } = await Promise.race([
    readParts(request, maxBytes),
    tooMuch(request),
  ]).catch((error: unknown) => {
    // Who is still sending would take a cut connection for an accident, and never see the answer. So the
    // rest is read and forgotten; the server's `requestTimeout` ends what does not end.
    request.raw.unpipe().resume();
    throw asProblem(error);
  });
  if (oversized.length > 0)
    throw new Problem(413, { detail: 'A file is too large.', errors: oversized });
  if (application === undefined) throw unreadable('The part "application" is missing.');
  return { application, files, signals };
}
