/**
 * A config is public: whoever opens the page reads it. What looks like a secret in it is refused, before
 * somebody finds it there.
 */
import { ConfigError } from '../config-error.ts';
import { isObject } from '../decode-values.ts';

/** Names under which keys and passwords are sent. */
const secretName =
  /^(authorization|proxy-authorization|cookie|password|passwd|secret|token|.*[-_]?(api|app|access|auth|secret|private)[-_]?(key|token|secret)|client[-_]?secret|apikey|key)$/i;

/** Values that are secret whatever their name is: tokens of known systems, private keys, credentials. */
const secretValue =
  /^(Basic|Bearer) +[\w+/=.-]{8,}$|^(sk|rk)_(live|test)_|^sk-[\w-]{16,}|^gh[pousr]_\w{20,}|^github_pat_|^xox[abprs]-|^AKIA[A-Z\d]{16}$|^pat[\w]{14}\.[\da-f]{32,}|^key[A-Za-z\d]{14}$|-----BEGIN [A-Z ]*PRIVATE KEY/;

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
  if (/\/\/[^/?#\s]*@/.test(text)) complain(where, 'holds a user name or password');
}

/** Parameters of a URL with a secret's name, and a value that is written out. */
function checkUrl(url: string, where: string): void {
  const [, query] = url.split('?', 2);
  for (const [name, value] of new URLSearchParams(query))
    if (secretName.test(name) && value && !value.includes('{'))
      complain(where, `holds a value for "${name}"`);
}

/** Where names are those of headers and parameters. */
const named = new Set(['headers', 'query', 'body', 'params']);

/**
 * Looks through a config.
 * @throws ConfigError naming the key, never the value
 */
export function refuseSecrets(value: unknown, where = '', isNamed = false): void {
  if (typeof value === 'string') {
    checkValue(value, where);
    if (/(^|\.)(url|path)$/.test(where)) checkUrl(value, where);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const place = Array.isArray(value) ? `${where}[${key}]` : where ? `${where}.${key}` : key;
      if (
        isNamed &&
        typeof inner === 'string' &&
        secretName.test(key) &&
        inner &&
        !inner.includes('{')
      )
        complain(place, 'has the name of a secret and a value that is written out');
      refuseSecrets(inner, place, named.has(key) || (isNamed && isObject(inner)));
    }
  }
}
