/**
 * Reads a path or a condition by hand, from left to right: a subset of JSONPath (RFC 9535) in its own
 * grammar, white space included. Nothing of the text is run as code or becomes a regular expression.
 */
import { compare } from './comparisons.ts';
import { type Condition, isSingular, selectFirst, type Selector } from './select.ts';

/** A path or condition that cannot be read; the message says where, and what to write. */
export class PathError extends Error {
  override readonly name = 'PathError';
}

/** Bounds on one text: UTF-16 code units, and steps of each path in it. */
const MAX_LENGTH = 1_000;
const MAX_STEPS = 50;

const SPACE = /[ \t\n\r]*/y;
const ROOT = /\$|\^+/y;
const NAME = /(?!\d)[\w\x80-\ud7ff\ue000-\u{10ffff}]+/uy;
/** What was perhaps meant as a name: `job-count`, `@type`, `Job Title`. */
const MEANT = /[^.[\]()<=>!?&|,'"\\]*/y;
/** What looks like a literal; it is one if it is JSON. A quote may lack its end. */
const LITERAL = /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|[-+.\w]+/y;
const OPERATOR = /[!=]=|[<>]=?/y;

/** What the RFC has in a place and this subset has not, by its first sign. */
const unclaimed = new Map([
  ['after a dot .', 'no search at all depths'],
  ['inside brackets :', 'no slices'],
  ['inside brackets ,', 'no unions, but lists of paths'],
  ['inside brackets ?', 'no filters in conditions, but "keep"'],
  ['in a condition &', 'no "and", but several conditions in "keep"'],
  ['in a condition |', 'no "or", but several conditions in "drop"'],
  ['in a condition (', 'no functions and no parentheses'],
  ['in a condition $', 'no root, but the tested value'],
  ['after a step |', 'no "or", but lists of paths'],
  ['after a step (', 'no functions'],
]);

/** What of a text in single quotes is written another way in JSON; the last of them in no way. */
const inJson = new Map([
  ["'", '"'],
  ["\\'", "'"],
  ['"', '\\"'],
  ['\\"', '\\x'],
]);

const every: Condition = () => true;

/** One side of a comparison: a path from the tested value, or what gives a literal. */
type Operand = readonly Selector[] | (() => unknown);

const valueOf = (operand: Operand, tested: unknown): unknown =>
  typeof operand === 'function' ? operand() : selectFirst(operand, tested);

const isComparable = (operand: Operand): boolean =>
  typeof operand === 'function' || isSingular(operand);

/** Reads one text, once. */
export class PathParser {
  readonly #text: string;
  /** Index of what is read next. */
  #at = 0;
  /** What ends the condition that is being read: a bracket, or the text. Undefined outside of conditions. */
  #close: ']' | '' | undefined;

  constructor(text: string) {
    this.#text = text;
    if (text.length > MAX_LENGTH) this.#tooLong();
  }

  /** The whole text as a path: with how many carets it starts, and its steps. */
  path(): { readonly outwards: number; readonly steps: readonly Selector[] } {
    const root = this.#take(ROOT) || this.#fail('where "$" should be', 0, '$.name', '^.name');
    const steps = this.#steps();
    const end = this.#at;
    this.#take(SPACE);
    if (end < this.#text.length) this.#fail('after a step', end, '', '.name', '[0]');
    return { outwards: root === '$' ? 0 : root.length, steps };
  }

  /** The whole text as a condition. */
  condition(): Condition {
    return this.#condition(0, '');
  }

  #steps(): readonly Selector[] {
    const steps: Selector[] = [];
    for (;;) {
      const end = this.#at;
      this.#take(SPACE);
      const start = this.#at;
      if (this.#skip('.')) steps.push(this.#afterDot(start));
      else if (this.#skip('[')) steps.push(this.#inBrackets(start));
      else {
        // White space belongs to what follows it.
        this.#at = end;
        return steps;
      }
      if (steps.length > MAX_STEPS) this.#tooLong();
    }
  }

  #afterDot(start: number): Selector {
    if (this.#skip('*')) return every;
    const meant = this.#take(MEANT).trimEnd();
    this.#at = start + 1;
    const name = this.#take(NAME);
    if (name && name.length >= meant.length) return name;
    const example = meant
      ? `['${meant}']${this.#text.slice(start + 1 + meant.length)}`
      : `.name${this.#close ?? ''}`;
    return this.#fail('after a dot', start, example);
  }

  #inBrackets(start: number): Selector {
    const examples = ['[0]', '[*]', "['name']"].map((step) => step + (this.#close ?? ''));
    const fail = () => this.#fail('inside brackets', start, ...examples);
    this.#take(SPACE);
    let selector: Selector;
    if (this.#skip('*')) selector = every;
    else if (this.#close === undefined && this.#skip('?')) selector = this.#condition(start, ']');
    else selector = this.#nameOrIndex() ?? fail();
    this.#take(SPACE);
    if (!this.#skip(']')) fail();
    return selector;
  }

  #nameOrIndex(): string | number | undefined {
    const start = this.#at;
    const literal = this.#literal();
    if (typeof literal === 'string') return literal;
    const isIndex = `${Number(literal)}` === this.#text.slice(start, this.#at);
    if (isIndex && Number.isSafeInteger(literal)) return literal as number;
    this.#at = start;
    return undefined;
  }

  /** Numbers and words are those of JSON, and quotes nearly so. */
  #literal(): unknown {
    const start = this.#at;
    const token = this.#take(LITERAL);
    const json = token.replace(/\\.|['"]/g, (sign) => inJson.get(sign) ?? sign);
    try {
      const literal: unknown = JSON.parse(token.startsWith("'") ? json : token);
      if (!/\p{Cs}/u.test(String(literal))) return literal;
    } catch {
      // No more of a literal than one with half a surrogate pair.
    }
    // An error message about a function is better placed at its parenthesis.
    if (this.#text[this.#at] !== '(') this.#at = start;
    return undefined;
  }

  /** Up to the bracket that closes a filter, or to the end of the text. */
  #condition(start: number, close: ']' | ''): Condition {
    const example = `@.name == 'text'`;
    const fail = () => this.#fail('in a condition', start, close ? `[?${example}]` : example);
    this.#close = close;
    this.#take(SPACE);
    const isNegated = this.#skip('!');
    this.#take(SPACE);
    const left = this.#operand() ?? fail();
    this.#take(SPACE);
    let condition: Condition = (tested) => (valueOf(left, tested) === undefined) === isNegated;
    const operator = !isNegated && isComparable(left) && this.#take(OPERATOR);
    if (operator) {
      this.#take(SPACE);
      const right = this.#operand() ?? fail();
      if (!isComparable(right)) fail();
      condition = (tested) => compare(valueOf(left, tested), operator, valueOf(right, tested));
    } else if (typeof left === 'function') fail();
    this.#take(SPACE);
    if (this.#text.slice(this.#at, this.#at + 1) !== close) fail();
    this.#close = undefined;
    return condition;
  }

  #operand(): Operand | undefined {
    if (this.#skip('@')) return this.#steps();
    const literal = this.#literal();
    return literal === undefined ? undefined : () => literal;
  }

  #skip(sign: string): boolean {
    const isThere = this.#text.startsWith(sign, this.#at);
    if (isThere) this.#at += sign.length;
    return isThere;
  }

  /** What a sticky pattern finds right here; empty when nothing. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += token.length;
    return token;
  }

  #tooLong(): never {
    const start = this.#text.slice(0, 50);
    throw new PathError(
      `"${start}…" has more than ${MAX_LENGTH} characters or ${MAX_STEPS} steps.`,
    );
  }

  /** Says where reading ended, and how it could go on after the first `end` characters. */
  #fail(where: string, end: number, ...examples: readonly string[]): never {
    const text = this.#text;
    const at = this.#at;
    const [sign = ''] = text.slice(at);
    const found = sign && `has "${sign}" at character ${at + 1}`;
    const missing = unclaimed.get(`${where} ${sign}`);
    const reason = missing ? `${missing}; ` : '';
    const right = examples.map((example) => `"${text.slice(0, end)}${example}"`).join(' or ');
    throw new PathError(`"${text}" ${found || 'ends'} ${where}: ${reason}write ${right}.`);
  }
}
