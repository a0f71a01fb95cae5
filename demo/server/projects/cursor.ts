/**
 * Where a page ends, as an opaque text: the last item's sort keys and id, and a mark of the filters and
 * sort they belong to. Nothing is kept on the server, so a cursor survives a restart.
 */
import { createHash } from 'node:crypto';
import { queryKey, type Query } from '../../../src/domain/query.ts';
import { badParameter } from '../http/problem.ts';

export interface Position {
  /** One number for each sort key, as PostgreSQL writes it. */
  readonly keys: readonly string[];
  readonly id: string;
}

/** Past this a page would be pieced together from two days' deadlines. */
const LIFETIME = 24 * 3_600_000;

const markOf = (query: Query): string =>
  createHash('sha256').update(queryKey(query)).digest('base64url').slice(0, 16);

export function writeCursor(query: Query, { keys, id }: Position, now: number): string {
  const parts = [markOf(query), Math.floor(now / 1000), id, ...keys];
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
export function readCursor(cursor: string, query: Query, keyCount: number, now: number): Position {
  const parts = decode(cursor);
  const unknown = badParameter('cursor', 'is not known. Start again without it.');
  if (!Array.isArray(parts)) throw unknown;
  const [mark, issued, id, ...keys] = parts as unknown[];
  if (typeof id !== 'string' || typeof issued !== 'number') throw unknown;
  if (keys.length !== keyCount || !keys.every(isKey) || id.includes('\0')) throw unknown;
  if (mark !== markOf(query))
    throw badParameter(
      'cursor',
      'belongs to other filters or another sort. Start again without it.',
    );
  if (now - issued * 1000 > LIFETIME)
    throw badParameter('cursor', 'has expired. Start again without it.');
  return { keys, id };
}
