import { en, type MessageKey } from './en/index.ts';
import type { Message, Params } from './message.ts';

/** Another language's messages; keys that are missing fall back to English. */
export type Wording = Partial<Record<MessageKey, Message>>;

/** Wording by BCP 47 language: `{ "ar": {…}, "pt-BR": {…} }`. */
export type WordingByLocale = Readonly<Record<string, Wording>>;

const rtlLanguages = /^(ar|arc|ckb|dv|fa|he|ku|nqo|ps|sd|syr|ug|ur|yi)\b/i;

/** Formatters are dear to make and the same few are asked for again and again. */
const formatters = new Map<string, unknown>();

function formatter<Options extends object, Result>(
  Type: new (locale: string, options: Options) => Result,
  locale: string,
  options: Options,
): Result {
  const key = `${Type.name} ${locale} ${JSON.stringify(options)}`;
  let found = formatters.get(key) as Result | undefined;
  if (!found) formatters.set(key, (found = new Type(locale, options)));
  return found;
}

/** Wording comes from a file: a key like `constructor` must not find what every object has. */
const ownValue = <Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/** True for a language tag that `Intl` takes. The first formatter of a page would say so, too, but some 20 ms later. */
const isUsable = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
};

/**
 * Words, numbers, money and dates in one language.
 *
 * The words decide: a page in a language for which there is no wording is drawn in English as a
 * whole, rather than with English words around another language's dates.
 */
export class Localizer {
  /** BCP 47 tag used for words and formats alike. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly #wording: Wording;

  constructor(requested = 'en', wordings: WordingByLocale = {}) {
    const language = requested.split('-')[0]!;
    const own = ownValue(wordings, requested) ?? ownValue(wordings, language);
    this.locale = (own || language === 'en') && isUsable(requested) ? requested : 'en';
    this.#wording = own ?? {};
    this.dir = rtlLanguages.test(this.locale) ? 'rtl' : 'ltr';
  }

  /** The message of a key. `n` chooses the plural form. */
  t = (key: MessageKey, params: Params = {}): string => {
    const text = this.#form(ownValue(this.#wording, key), params) ?? this.#form(en[key], params)!;
    return text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = ownValue(params, name);
      return value === undefined ? place : typeof value === 'number' ? this.number(value) : value;
    });
  };

  /** A message's text for a number; undefined for what a config has written wrongly. */
  #form(message: Message | undefined, { n }: Params): string | undefined {
    const text: unknown =
      message instanceof Object ? (message[this.#plural(n)] ?? message.other) : message;
    return typeof text === 'string' ? text : undefined;
  }

  #plural(n: unknown): Intl.LDMLPluralRule {
    try {
      return formatter(Intl.PluralRules, this.locale, {}).select(Number(n));
    } catch {
      return n === 1 ? 'one' : 'other';
    }
  }

  /**
   * Has the browser load what it needs to format anything at all, which it does with the first formatter of a
   * page (some 20 ms, on a phone four times as long): a good thing to do while something else is waited for.
   */
  warmUp(): void {
    this.number(0);
  }

  number(value: number, options: Intl.NumberFormatOptions = { maximumFractionDigits: 1 }): string {
    try {
      return formatter(Intl.NumberFormat, this.locale, options).format(value);
    } catch {
      return String(value);
    }
  }

  /** `20–30`; one number where both ends are equal. */
  range(from: string, to: string): string {
    return from === to ? from : this.#figure(`${from}–${to}`);
  }

  /** In right-to-left text, too, the lower end of a range and a currency's sign stand where they belong. */
  #figure(text: string): string {
    return this.dir === 'rtl' ? `\u2066${text.replace(/[\u200e\u200f]/g, '')}\u2069` : text;
  }

  /** `$450`, `$15–23`; whole units unless a lone amount has cents. The code where the symbol is not known. */
  money(min: number, max: number, currency: string): string {
    const cents = min === max && !Number.isInteger(min);
    const options: Intl.NumberFormatOptions = {
      style: 'currency',
      currency,
      minimumFractionDigits: cents ? 2 : 0,
      maximumFractionDigits: cents ? 2 : 0,
    };
    try {
      const money = formatter(Intl.NumberFormat, this.locale, options);
      if (Math.round(min) === Math.round(max) || min === max)
        return this.#figure(money.format(min));
      // Symbol once: before the lower figure where the locale puts it first, else after the higher one.
      const symbolFirst = money.formatToParts(1)[0]?.type === 'currency';
      const plain = (value: number) => this.number(value, { maximumFractionDigits: 0 });
      return symbolFirst
        ? this.range(money.format(min), plain(max))
        : this.range(plain(min), money.format(max));
    } catch {
      return `${currency} ${this.range(String(Math.round(min)), String(Math.round(max)))}`;
    }
  }

  /** A calendar date (`YYYY-MM-DD`) or an instant; without a `timeZone` a calendar date stays what it is. */
  date(value: string | number, options: Intl.DateTimeFormatOptions): string {
    const timeZone = options.timeZone ?? (/T/.test(String(value)) ? undefined : 'UTC');
    const instant = typeof value === 'number' ? value : Date.parse(value);
    try {
      return formatter(
        Intl.DateTimeFormat,
        this.locale,
        timeZone && typeof value !== 'number' ? { ...options, timeZone } : options,
      ).format(instant);
    } catch {
      return new Date(instant).toISOString().slice(0, 10);
    }
  }

  /** `a, b and c`. */
  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    try {
      return formatter(Intl.ListFormat, this.locale, { type }).format(items);
    } catch {
      return items.join(', ');
    }
  }
}
