/**
 * A message: text with `{name}` places, or one such text for each plural category of `{n}`
 * (CLDR: `one`, `few`, `other` …), chosen by the number's form in the language.
 * Data, never code, so that wording can come from a config file.
 */
export type Message = string | PluralMessage;

export interface PluralMessage {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** What fills the places of a message. Numbers are written the way the locale writes them. */
export type Params = Readonly<Record<string, string | number>>;
