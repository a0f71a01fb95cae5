/**
 * A draft in this tab's own storage. A phone throws tabs away, so what was typed has to survive that; a lab
 * computer must forget, so nothing is written unless the student asks, never a file or an agreement, and what
 * is older than half an hour is not given back.
 */
import { isGiven, type FormField, type Values } from '../domain/form-definition.ts';
import { isObject } from '../source/decode-values.ts';
import { plainJson } from '../source/plain-json.ts';

/** An application that was sent from this tab. Nothing in it says who sent it. */
export interface SentBefore {
  readonly reference: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

export interface Draft {
  /** What was typed, by pointer. */
  readonly values: Values;
  /** The key of attempts so far, under which they count as one. */
  readonly key?: string | undefined;
  /** An attempt may have arrived. */
  readonly unconfirmed?: boolean | undefined;
  /** Which step of a long form was open. */
  readonly step?: number | undefined;
  /** When the form was first touched, in milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  /** In place of a draft, once it is sent. */
  readonly sent?: SentBefore | undefined;
}

/** A draft with the moment it was written, in milliseconds since 1970. */
export type KeptDraft = Draft & { readonly at: number };

/** Milliseconds for which a draft is kept after the last change. */
export const DRAFT_AGE = 30 * 60_000;

const PREFIX = 'foothold:draft:';

/** Files and agreements are given anew each time. */
export const draftable = (fields: readonly FormField[], values: Values): Values =>
  Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'file' && type !== 'consent' && type !== 'info')
      .map((field) => [field.pointer, values[field.pointer]] as const)
      .filter(([, value]) => isGiven(value)),
  );

const isAnswer = (value: unknown): boolean =>
  /^(string|number|boolean)$/.test(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));

const isSentBefore = (value: unknown): value is SentBefore =>
  isObject(value) &&
  typeof value['reference'] === 'string' &&
  Number.isFinite(Date.parse(String(value['at'])));

/**
 * What is kept, as far as it makes sense: another version of this, or anything else on the page's origin,
 * may have written it. Undefined without values and a time.
 */
function decode(kept: unknown): KeptDraft | undefined {
  if (!isObject(kept)) return undefined;
  const { values, key, unconfirmed, step, startedAt, sent, at } = kept;
  if (!isObject(values) || !Number.isFinite(at)) return undefined;
  return {
    values: Object.fromEntries(
      Object.entries(values).filter(([name, value]) => name.startsWith('/') && isAnswer(value)),
    ),
    // As `makeKey` makes it.
    key: typeof key === 'string' && /^[\da-f-]{36}$/.test(key) ? key : undefined,
    unconfirmed: unconfirmed === true,
    step: Number.isInteger(step) ? (step as number) : undefined,
    startedAt: Number.isFinite(startedAt) ? (startedAt as number) : undefined,
    sent: isSentBefore(sent) ? { reference: sent.reference, at: sent.at } : undefined,
    at: at as number,
  };
}

/** Where one application's draft is kept. All of it is quiet: a page may forbid storage, and it may be full. */
export class DraftBox {
  readonly #name: string;
  readonly #now: () => number;

  /** @param place what tells the sources of one page apart, for instance an API's base URL */
  constructor(place: string, projectId: string, now: () => number = Date.now) {
    this.#name = `${PREFIX}${place} ${projectId}`;
    this.#now = now;
  }

  /** What is kept; undefined where there is nothing, or only what is too old, which is removed. */
  read(): KeptDraft | undefined {
    try {
      const kept = decode(JSON.parse(sessionStorage.getItem(this.#name) ?? 'null'));
      const age = kept ? this.#now() - kept.at : Infinity;
      if (age >= 0 && age < DRAFT_AGE) return kept;
    } catch {
      // Neither storage nor sense.
    }
    this.remove();
    return undefined;
  }

  /** False where it could not be kept: then nothing is, for nobody is told of an older one. */
  write(draft: Draft): boolean {
    try {
      sessionStorage.setItem(this.#name, plainJson({ ...draft, at: this.#now() }));
      return true;
    } catch {
      this.remove();
      return false;
    }
  }

  remove(): void {
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // Then nothing was kept either.
    }
  }

  /** False where this page has no storage at all, for instance inside a sandbox. */
  static get isAvailable(): boolean {
    try {
      return typeof sessionStorage === 'object';
    } catch {
      return false;
    }
  }
}
