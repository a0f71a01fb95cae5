/** Conversions of single texts: taken apart, made into an id or an address. */
import { isObject, own, url as httpUrl } from '../../decode-values.ts';
import type { Options } from './convert.ts';

/**
 * Several values from one text, each on a line of its own, or with `by` between two. Default: semicolons where there
 * are any, else commas.
 */
export function split(text: string, options: Options): readonly string[] {
  const by = own(options, 'by');
  const sign = typeof by === 'string' ? by : text.includes(';') ? ';' : ',';
  return text
    .split('\n')
    .flatMap((line) => line.split(sign))
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * Lower-case letters and digits of any script with single hyphens between, at most 100. Of what is
 * longer the end is kept: two addresses mostly differ in their last part.
 */
export const slug = (text: string): string | undefined =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(-100)
    .replace(/^[-\udc00-\udfff]/, '') || undefined;

/**
 * An http(s) URL, or one that is relative to the source; `params` are query parameters to add to it.
 * A word without a slash (`none`, `jobs@lakeside.example`) would be a relative URL too, but means none.
 */
export function url(text: string, options: Options): string | undefined {
  const address = text.replace(/^www\./i, 'https://$&').replace(/&(?:amp|#0*38);/g, '&');
  if (!/^(?:https?:\/\/|(?!n\/a$)[^:\s]*\/)/i.test(address)) return undefined;
  const params = own(options, 'params');
  if (!isObject(params)) return address;
  const [, rest = '', fragment = ''] = /^([^#]*)(.*)/.exec(address)!;
  const query = new URLSearchParams(params as Record<string, string>);
  return `${rest}${rest.includes('?') ? '&' : '?'}${query.toString()}${fragment}`;
}

/** The host of an http(s) URL, without `www.`. */
export function host(text: string): string | undefined {
  const href = httpUrl(text);
  return href && new URL(href).host.replace(/^www\./, '');
}
