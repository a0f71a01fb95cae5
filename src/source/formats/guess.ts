import type { Format } from '../mapping/definition.ts';

type Signs = readonly (readonly [Format, RegExp])[];

/** How addresses tell: by the ending of the path, or in the words of Google, WordPress and others. */
const ADDRESSES: Signs = [
  ['csv', /\.[ct]sv(?![^?#])|[?&](?:output|format)=[ct]sv\b|out(?::|%3a)csv\b/i],
  ['gviz', /\/gviz\/tq\b/],
  ['json-ld', /\.jsonld(?![^?#])/i],
  ['json', /\.json(?![^?#])/i],
  ['xml', /\.(?:xml|rss|atom|rdf)(?![^?#])|\/(?:feed|rss)\/?(?![^?#])|[?&]feed=/i],
];

const TEXTS: Signs = [
  ['gviz', /^[^{]*google\.visualization\.Query\.setResponse\(/],
  ['json', /^(?:[[{]|\)\]\}')/],
  ['json-ld', /<script\b[^<>]*application\/ld\+json/i],
  ['xml', /^<(?!!doctype html|html)/i],
];

const find = (signs: Signs, text: string) => signs.find(([, sign]) => sign.test(text))?.[0];

/**
 * The format that a reply probably has, by its text where that tells, else by its address. CSV is known by its
 * address alone. Undefined where nothing tells.
 */
export function guessFormat(url: string, text = ''): Format | undefined {
  return find(TEXTS, text.trimStart()) ?? find(ADDRESSES, url);
}
