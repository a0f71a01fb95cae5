/** The conversion of what is paid. Nothing is made of words that say more than an amount. */
import type { Range } from '../../../domain/project.ts';
import { isObject, own } from '../../decode-values.ts';
import { known, tableOf, textOf, type Options } from './convert.ts';
import { number, quantityOf } from './numbers.ts';
import { payKind, payPer } from './words.ts';

/** Currencies by their signs; `$` is that of the US where no other is named. */
const signs = tableOf('$:USD US$:USD €:EUR £:GBP ₹:INR');

let codes: ReadonlySet<string> | undefined;

/** The ISO 4217 code of a code or a sign. */
export function currency(value: unknown): string | undefined {
  const text = textOf(value).toUpperCase();
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(text) ? text : signs.get(text);
}

/** An amount of this size, with no word of what it is paid for, is hardly paid for a project. */
const TOO_MUCH = 10_000;

/** What is paid, in the words of the source. */
interface Terms {
  readonly range?: Range | undefined;
  readonly currency?: unknown;
  readonly per?: unknown;
  readonly kind?: unknown;
  readonly display?: unknown;
}

/** An amount by the year is only shown, and one of 0 is none: who pays nothing says so. */
function payOf({ range = {}, ...terms }: Terms): object | undefined {
  const { min, max } = range;
  const code = currency(terms.currency);
  const per = payPer(terms.per);
  const kind = payKind(terms.kind);
  const display = textOf(terms.display) || undefined;
  if (!(max ?? min))
    return (kind ?? display) ? known({ kind: kind ?? 'unknown', display }) : undefined;
  const interval = textOf(terms.per);
  if (interval && !per) {
    const [low, high] = [min, max].map((end) => end?.toLocaleString('en'));
    const figures =
      low === high ? low : low && high ? `${low}–${high}` : low ? `${low}+` : `≤ ${high!}`;
    const all = [code, figures, '/', interval].filter(Boolean).join(' ');
    return { kind: 'unknown', display: display ?? all };
  }
  const usual = per === 'hour' ? 'hourly' : per === 'project' ? 'fixed' : 'unknown';
  return known({ kind: kind ?? usual, min, max, currency: code, per, display });
}

/** A text of which every part is understood, `$20–25 per hour`; any other is shown as it is. */
function fromText(display: string, options: Options): object | undefined {
  const fallback = own(options, 'currency');
  const codes = new Set<unknown>();
  const rest = display.replace(/[A-Z]{0,3}\p{Sc}|\b[A-Z]{3}\b/gu, (sign) => {
    const code = currency(sign);
    if (code) codes.add(sign === '$' ? (fallback ?? code) : code);
    return code ? '' : sign;
  });
  const { range, words = '' } = quantityOf(rest, options) ?? {};
  const [code = fallback] = codes;
  const kind = payKind(words);
  const per = payPer(words);
  const isOne = range?.min === range?.max && (range?.min ?? TOO_MUCH) < TOO_MUCH;
  const isUnderstood =
    range &&
    codes.size < 2 &&
    !/\d ?[km]\b|\(/i.test(display) &&
    (words ? code && (kind ?? per) : (own(options, 'per') ?? isOne));
  return payOf(
    isUnderstood
      ? {
          range,
          currency: code,
          per: per ?? own(options, 'per'),
          kind: kind ?? own(options, 'kind'),
          // An amount of no known currency can only be shown as it is written.
          display: code ? undefined : display,
        }
      : { kind: payKind(display), display },
  );
}

/** `Pay` of a number, of a plain text, or of an object as APIs and schema.org (`MonetaryAmount`) have it. */
export function money(value: unknown, options: Options): object | undefined {
  if (typeof value === 'string') return fromText(value.trim(), options);
  const member = (...names: readonly string[]): unknown =>
    names
      .flatMap((name) => [own(own(value, 'value'), name), own(value, name)])
      .find((found) => found != null && !isObject(found));
  const amount = (...names: readonly string[]) =>
    number(isObject(value) ? member(...names, 'value', 'amount') : value, options);
  const pay = payOf({
    range: known({ min: amount('min', 'minValue'), max: amount('max', 'maxValue') }),
    currency: member('currency') ?? own(options, 'currency'),
    per: member('per', 'interval', 'period', 'unitText') ?? own(options, 'per'),
    kind: member('kind') ?? own(options, 'kind'),
    display: member('display'),
  });
  return pay && known({ ...pay, estimated: member('estimated'), schedule: member('schedule') });
}
