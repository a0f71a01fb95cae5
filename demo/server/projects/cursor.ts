/**
 * Where a page ends, as an opaque text: the last item's place in the order, and a mark of the filters and
 * sort they belong to. Nothing is kept on the server, so a cursor survives a restart.
 */
import { createHash } from 'node:crypto';
import { queryKey, type Query } from '../../../src/domain/query.ts';
import { badParameter } from '../http/problem.ts';

export interface Position {
  /** Which of the groups that a list consists of; the sort key in it, as PostgreSQL writes it. */
  readonly keys: readonly [group: string, key: string];
  readonly id: string;
  /** How many there were when the first page was read: counted once, not again for each page. */
  readonly total: number;
}

const HOUR = 3_600_000;
/** Past this a page would be pieced together from two days' deadlines. */
const LIFETIME = 24 * HOUR;

const markOf = (query: Query): string =>
  createHash('sha256').update(queryKey(query)).digest('base64url').slice(0, 16);

/** The age is told by the hour, so that a page that has not changed is the same text and has the same ETag. */
export function writeCursor(query: Query, { keys, id, total }: Position, now: number): string {
  const parts = [markOf(query), Math.floor(now / HOUR), id, ...keys, total];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const isKey = (key: unknown): key is string =>
  typeof key === 'string' && /^-?\d{1,20}(\.\d{1,20})?$/.test(key);

/** The position that a cursor stands for; a cursor of another list, or none at all, is refused. */
export function readCursor(cursor: string, query: Query, now: number): Position {
  const parts = decode(cursor);
  const unknown = badParameter('cursor', 'is not known. Start again without it.');
  if (!Array.isArray(parts) || parts.length !== 6) throw unknown;
  const [mark, issued, id, group, key, total] = parts as unknown[];
  if (typeof id !== 'string' || id.includes('\0') || typeof issued !== 'number') throw unknown;
  if (!isKey(group) || !isKey(key) || !Number.isSafeInteger(total)) throw unknown;
  if (mark !== markOf(query))
    throw badParameter(
      'cursor',
      'belongs to other filters or another sort. Start again without it.',
    );
  if (now - issued * HOUR > LIFETIME)
    throw badParameter('cursor', 'has expired. Start again without it.');
  return { keys: [group, key], id, total: Number(total) };
}
