/**
 * The language in which a config says how a foreign API is asked and read. It has two ideas, and they
 * mirror each other: a *request* is made of **templates** filled with what the student asks, a *response*
 * is read by **paths** into it. Everything here is plain JSON; nothing of it is run as code.
 */
import type { FacetName } from '../listings-source.ts';
import type { Sort } from '../../domain/query.ts';

/**
 * What a request is made of.
 *
 * - A string: text with `{variables}`; `{{` and `}}` are braces. `{name|escape}` writes the value for a
 *   place that has its own quoting. A string that is one variable and nothing else stands for its
 *   value as it is (a number stays a number, a list a list). Without a value for one of its variables
 *   a template says nothing, and what it was for is left out.
 * - A list: its parts; those that say nothing are left out.
 * - An object: an operator (`Join`, `Each`, `Choose`, `Lookup`), or else an object whose members are templates. One
 *   whose members all say nothing says nothing itself. A member `...` stands for the members of its value, or of
 *   each value in a list.
 * - A number, boolean or null: itself.
 */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | Join
  | Each
  | Choose
  | Lookup
  | { readonly [member: string]: Template };

/** Several terms in one text; those that say nothing are left out. */
export interface Join {
  readonly join: readonly Template[];
  /** What stands between two. */
  readonly by: string;
  /** What stands around all of them, with `{all}` in their place: `AND({all})`; other braces are themselves. Default: nothing. */
  readonly within?: string;
}

/** One part for each value of a list: in a text joined by `by`, without `by` a list. */
export interface Each {
  /** Name of a variable that has several values, or members. */
  readonly each: string;
  /** Template in which `{value}` stands for one of them, and `{key}` for its name where it is a member. */
  readonly as: Template;
  /** Template of a name: the parts become members of an object. */
  readonly key?: string;
  readonly by?: string;
  readonly within?: string;
}

/** One of two templates. */
export interface Choose {
  /** Name of a variable. */
  readonly if: string;
  /** Holds while the variable has a value. */
  readonly then: Template;
  /** Holds while it has none. */
  readonly else?: Template;
}

/** The API's own word for a value of ours. */
export interface Lookup {
  /** What is translated: `{workMode}`. Of a list each value. */
  readonly of: string;
  /** Our value → theirs. What is not in it says nothing. */
  readonly map: Readonly<Record<string, string | number | boolean>>;
}

/**
 * What is read from a response.
 *
 * - A string that starts with `$` or `^`: a path. `$` is the record itself, `^` what stands around it
 *   (of a list at the top of a response: the whole response), `^^` one further out.
 * - A string with `{$…}` or `{^…}` in it: text made of values; empty unless all of them are there.
 * - A list: fallbacks. The first that gives anything counts.
 * - An object: one source of a value, and what is done with it.
 */
export type Value = string | readonly Value[] | Reading;

/** How a value is got and what becomes of it, step by step in the order of these keys. */
export interface Reading {
  /** A path, text made of values, or fallbacks; default `$`. */
  readonly path?: Value;
  /** In place of a path: always this. */
  readonly const?: string | number | boolean | readonly string[];
  /** In place of a path: several values in one text, those that are missing left out. */
  readonly concat?: readonly Value[];
  /** In place of a path: everything that several values give, one after the other. */
  readonly all?: readonly Value[];
  /** What stands between two values of `concat` (default `, `), or of the conversion `split` (default `;` where there is one, else `,`). */
  readonly by?: string;
  /** In place of a path: a path to several things, each of which is read by itself as `$`. */
  readonly each?: Items;
  /** Of `each`: an object for each, with these members. */
  readonly fields?: Readonly<Record<string, Value>>;
  /** Of `each`: one value for each; default `$`. */
  readonly value?: Value;
  /** Of `each`: only those for which all of these conditions hold: `@.listed == true`. */
  readonly keep?: readonly string[];
  /** Of `each`: none for which one of these conditions holds. */
  readonly drop?: readonly string[];
  /** A pattern that the text is taken apart by: `{company}: {title}`. No regular expression. */
  readonly match?: string;
  /** Which part of `match` counts (default the first; `all`: the whole text, where the pattern fits); or, after `lookup`, a value inside what was found. */
  readonly take?: string;
  /** Name of a table in which the value is looked up. */
  readonly lookup?: string;
  /** Of `lookup`: the key, where the value is not the key itself. `$` is the value. */
  readonly key?: Value;
  /** Conversions by name, one after the other. */
  readonly as?: string | readonly string[];
  /** Their word → ours; compared as text, without case. `*` is anything else. What is not in it is unknown. */
  readonly map?: Readonly<Record<string, string | number | boolean>>;
  /** Options of the conversions; see there. */
  readonly [option: string]: unknown;
}

export type Format = 'json' | 'csv' | 'xml' | 'gviz' | 'json-ld';

/** One request. */
export interface RequestDefinition {
  /** Added to the base URL; a template whose values are percent-encoded. Default: nothing. */
  readonly path?: string;
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST';
  /**
   * Parameters of the URL. A list of values is written as `name=a&name=b`. A name that ends in `[]` is
   * kept as it is, one with `[*]` counts: `filters[id][$in][*]` → `…[0]=a&…[1]=b`.
   */
  readonly query?: Readonly<Record<string, Template>>;
  /** Headers; `{token}` is what the page's own callback gives. A literal key or password is refused. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent; only with `POST`. */
  readonly body?: Template;
  /** How the body is written; default `json`, of applications and uploads `multipart`, which alone can hold files. */
  readonly encoding?: 'json' | 'urlencoded' | 'multipart';
  /** How the response is written; default `json`. */
  readonly format?: Format;
}

/** A path, or several steps. */
export type Items = string | readonly (string | readonly string[])[];

/** The list of projects. */
export interface ListDefinition extends RequestDefinition {
  /**
   * Where the records are: a path, or several steps inwards, each from what the one before gave.
   * A list gives its entries, anything else itself. A step that is a list of paths is the first of them that
   * leads to anything. Default: the response, or its `items`.
   */
  readonly items?: Items;
  /**
   * Members of a record are called by their letters and digits alone, in lower case: a column `Apply by` is
   * `$.applyby`, however a school writes it.
   */
  readonly plainNames?: boolean;
  /**
   * Records stand in an object by their names, `{"a1": {…}, "b2": {…}}`: each is given its name under this
   * name, `id` for instance.
   */
  readonly keyed?: string;
  /** Only records for which all of these conditions hold: `@.listed == true`. `'{today}'` is the present day. */
  readonly keep?: readonly string[];
  /** No record for which one of these conditions holds. */
  readonly drop?: readonly string[];
  /** How many there are in all: in the body, or in a header. Default: nobody knows. */
  readonly total?: Total;
  /** How many pages there are; where the API gives that in place of a total. */
  readonly pages?: Total;
  /** Where the next page is: a URL, or what `{cursor}` stands for. In the body, or in the header `Link`. */
  readonly next?: Value | { readonly header: string };
  /** Number of the first page; default 1. */
  readonly firstPage?: number;
  /** Records in one response: the most that `{limit}` may be (default 100), or what the API always gives. */
  readonly pageSize?: number;
  /** Of mode `client`: at most so many records are fetched; default 2,000, at most 10,000. */
  readonly cap?: number;
  /** The API's word for each order that it can give: `{sort}`, or `{sort.name}` where it has several. */
  readonly sorts?: {
    readonly [Name in Sort]?: string | Readonly<Record<string, string>>;
  };
  /** Where the choices of a filter are. */
  readonly facets?: { readonly [Name in FacetName]?: FacetDefinition };
}

export type Total =
  | Value
  | {
      /** Name of a response header. A server on another host must expose it. */
      readonly header: string;
      /** As in a `Reading`: `{range}/{total}`. */
      readonly match?: string;
      /** Default the first part. */
      readonly take?: string;
    };

/**
 * The choices of one filter: in the list's response, from a request of their own, or fixed. While something is
 * chosen, those in the list's response are asked for once more without it, so that the others do not vanish.
 */
export interface FacetDefinition extends RequestDefinition {
  /** A list of choices, or an object of counts by value; default `$`. */
  readonly items?: string | readonly string[];
  /** What is asked for; default `$` of a list of words, or the name of a count. */
  readonly value?: Value;
  /** Its words; default the value itself. */
  readonly label?: Value;
  /** How many projects it gives; default unknown. */
  readonly count?: Value;
  /** In place of `items`: always these. */
  readonly values?: readonly (string | { readonly value: string; readonly label: string })[];
}

/** One project with everything. Needed in mode `server`; without it a project is what the list says. */
export interface DetailDefinition extends RequestDefinition {
  /** Where the record is; default the whole response. */
  readonly record?: string | readonly string[];
  /** Differences from the fields of the list. */
  readonly fields?: Readonly<Record<string, Value>>;
}

/** A table to look words up in: in a response, from a request of its own, or written here. */
export interface TableDefinition extends RequestDefinition {
  /** Where its rows are. Without a `path` of its own: in the response that is being read. */
  readonly items?: string | readonly string[];
  /** What a row is found by; default `$.id`. */
  readonly key?: Value;
  /** What is found; default the row. */
  readonly value?: Value;
  /** In place of rows: value by key. */
  readonly values?: Readonly<Record<string, string>>;
}

/** How an application is sent, where the API takes one from a browser. */
export interface ApplyDefinition extends RequestDefinition {
  /**
   * `post`: sent from here. `redirect`: a link to the listing's own form. `email`: a letter.
   * A listing that says otherwise itself (`application.mode`) is followed.
   */
  readonly mode: 'post' | 'redirect' | 'email';
  /** Another address than the API's own, absolute; variables only after the host. */
  readonly url?: string;
  /** What an answer has to say besides its status: `@.ok == true`. */
  readonly ok?: string;
  /** What the receipt says: `id`, `reference`, `submittedAt`, `status`, `nextSteps`. Default: the answer has these names. */
  readonly receipt?: Readonly<Record<string, Value>>;
  /** What went wrong, in the API's words. */
  readonly message?: Value;
  /** Complaints about single fields. */
  readonly errors?: {
    readonly items: string;
    /** What is complained of, in the API's own name. */
    readonly field: Value;
    readonly detail: Value;
    /** Their name → JSON pointer into the application: `email` → `/applicant/email`. Other names are ids of questions. */
    readonly pointers?: Readonly<Record<string, string>>;
  };
  /** How the API says that this person has applied before. */
  readonly duplicate?: { readonly status?: number; readonly when?: string };
  /** Files that are sent ahead; `{files.resume}` is then what `result` gives. */
  readonly upload?: UploadDefinition;
  /**
   * Whether an application that is sent again with its `{key}` is taken once. Then what got no answer is sent again
   * by itself; otherwise the student decides. Default: true without a `body` of its own, where the server speaks the
   * native contract, of which that is a part. That an API is sent the key is no promise of what it does with it.
   */
  readonly idempotent?: boolean;
}

/** A file that is sent before the application, in one request or in two (a signed address first). */
export interface UploadDefinition extends RequestDefinition {
  /** Of two requests: where the file goes, in the answer to the first. */
  readonly to?: Value;
  /** Origins to which a file may go besides the API's own: `https://bucket.example.com`. */
  readonly origins?: readonly string[];
  /** What stands for the file in the application. */
  readonly result: Value;
}

/** How one source of listings is asked and read. A preset is a partial one. */
export interface SourceDefinition {
  /** Base URL; of `file` the file itself. */
  readonly url?: string;
  /** Name of a known API. The rest is laid over what it says, member by member; `null` takes a member away. */
  readonly preset?: string;
  /** Records in place of a URL. */
  readonly data?: unknown;
  /** How the responses are written, where a request does not say; default `json`. */
  readonly format?: Format;
  /**
   * `server`: the API searches, filters, sorts and pages. `client`: everything is fetched once and the browser does that.
   * Default: `server`, for files and `data` `client`.
   */
  readonly mode?: 'server' | 'client';
  /** Whether cookies go along, as in `fetch`; default `same-origin`. */
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  /** Milliseconds for one reply; default 15,000. */
  readonly timeout?: number;
  /** Headers of every request to the API's own host. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A key that is made to be seen by everybody (a search-only key): `{publicKey}`. */
  readonly publicKey?: string;
  /**
   * Words for `{name}` in this source: what a preset leaves open, and of the address `{host}`, `{account}` (the first
   * part of the host) and `{site}` (the last part of the path), where something else is meant.
   */
  readonly params?: Readonly<Record<string, string>>;
  /** IANA zone of times that state none. */
  readonly zone?: string;
  readonly list?: ListDefinition;
  readonly detail?: DetailDefinition;
  /**
   * Paths of `Project` → where each is. Default: the record has our own names. `*` leads to an object in which
   * everything else has our names, in any manner of writing: `payMin`, `pay_min`, `Pay min`.
   */
  readonly fields?: Readonly<Record<string, Value>>;
  readonly tables?: Readonly<Record<string, TableDefinition>>;
  readonly apply?: ApplyDefinition;
}

/** One of several sources in a feed. */
export interface NamedSource {
  /** Stands before ids: `campus:42`. Letters, digits, `-` and `_`. */
  readonly id: string;
  /** What a card calls it. */
  readonly name?: string;
  readonly api?: SourceDefinition;
  readonly file?: SourceDefinition;
}
