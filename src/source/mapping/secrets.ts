/**
 * A config is public: whoever opens the page reads it. What looks like a secret in it is refused, before
 * somebody finds it there.
 */
import { ConfigError } from '../config-error.ts';
import { isObject } from '../decode-values.ts';

/** Names under which passwords and keys are sent. */
const secretName =
  /^(?:(?:proxy-)?authorization|cookie|password|passwd|pwd|secret|jwt|.*(?:api|app|access|auth|authorization|client|private|refresh|secret|session|subscription)[-_]?(?:key|token|secret))$/i;

/** The same, and names that mean something else where they stand deeper in a body: `{"sort": {"key": "date"}}`. */
const shortName = /^(?:key|token)$/i;

/** Values that are secret whatever their name is: tokens of known systems, private keys, credentials. */
const secretValue =
  /^(?:Basic|Bearer) +(?=\S*[\d=])[\w+/=.-]{8,}$|^(?:sk|rk)_(?:live|test)_|^sk-[\w-]{16}|^gh[pousr]_\w{20}|^github_pat_|^xox[abprs]-|^AKIA[A-Z\d]{16}$|^sb_secret_|^pat\w{14}\.[\da-f]{32}|^key(?=[A-Za-z]*\d)[A-Za-z\d]{14}$|-----BEGIN [A-Z ]*PRIVATE KEY/;

/** The role that a Supabase key stands for; undefined where it is no such key. */
function roleOf(key: string): unknown {
  const payload = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+$/.exec(key)?.[1];
  if (!payload) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return isObject(claims) ? claims.role : undefined;
  } catch {
    return undefined;
  }
}

const advice =
  'A config is public: it has no place for secrets. Let a server of yours add it (a proxy), or give the page a "token" callback and write {token}. ' +
  'A key that is made to be seen, such as a search-only key, goes into "publicKey" and is written {publicKey}.';

function complain(where: string, what: string): never {
  throw new ConfigError(`"${where}" ${what}. ${advice}`);
}

/** Refuses a value that is a secret by its looks. */
function checkValue(text: string, where: string): void {
  if (secretValue.test(text) || roleOf(text) === 'service_role')
    complain(where, 'holds what looks like a secret');
  if (/\/\/[^/?#\s]*@|^https?:[^/?#\s]*@/i.test(text))
    complain(where, 'holds a user name or password');
}

/** Refuses a value that is a secret by its name, unless it is filled in by the page. */
function checkNamed(name: string, value: unknown, where: string, isDeep = false): void {
  const isSecret = secretName.test(name) || (!isDeep && shortName.test(name));
  if (isSecret && typeof value === 'string' && value && !value.includes('{'))
    complain(where, `has a value for "${name}" that is written out`);
}

/** Parts whose names are those of headers and parameters. */
const named = new Set(['headers', 'query', 'body', 'params']);

/** Records are no part of how something is asked. */
const isData = (where: string): boolean => /(?:^|\.)(?:api|file)\.data$/.test(where);

/**
 * Looks through a config.
 * @param where the key under which `value` stands
 * @param depth how deep it is in a part with names of headers and parameters; 0 outside
 * @throws ConfigError naming the key, never the value
 */
export function refuseSecrets(value: unknown, where = '', depth = 0): void {
  if (typeof value === 'string') {
    checkValue(value, where);
    if (!/(?:^|\.)(?:url|path)$/.test(where)) return;
    const [, query] = value.split('?', 2);
    for (const [name, each] of new URLSearchParams(query)) checkNamed(name, each, where);
  } else if (typeof value === 'object' && value !== null && !isData(where)) {
    for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
      const place = Array.isArray(value) ? `${where}[${key}]` : where ? `${where}.${key}` : key;
      if (depth) checkNamed(key, inner, place, depth > 1);
      refuseSecrets(inner, place, depth || named.has(key) ? depth + 1 : 0);
    }
  }
}
