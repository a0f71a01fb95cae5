/** How a file is read, where its config does not say. */
import { ConfigError } from '../config-error.ts';
import { guessFormat } from '../formats/guess.ts';
import type { SourceDefinition } from './definition.ts';

/** Presets for files whose config says nothing of how they are read. */
const presetOf = {
  csv: 'csv',
  gviz: 'google-sheets',
  xml: 'rss',
  json: 'json',
  'json-ld': 'json-ld',
};

/** A Google sheet in the browser's address bar or behind "Share": its address, without what follows. */
const SHEET =
  /^https:\/\/docs\.google\.com\/spreadsheets\/d\/(?!e\/)[\w-]+(?=(?:\/(?:edit|view)?)?(?:[?#]|$))/;

/** A link to a Google sheet for people → the one to its data. Other addresses stay as they are. */
function dataUrl(url: string): string {
  const [sheet] = SHEET.exec(url) ?? [];
  const [, tab] = /[?&#]gid=(\d+)/.exec(url) ?? [];
  return sheet
    ? `${sheet}/gviz/tq?headers=1${tab ? `&gid=${tab}` : ''}`
    : url.replace(/^(https:\/\/docs\.google\.com\/.*\/pub)html\b\??/, '$1?output=csv&');
}

/**
 * The definition of a file, with the preset that its address tells; with its format alone where the config says
 * itself where things are.
 * @throws ConfigError when the address tells nothing
 */
export function fileDefinition(file: SourceDefinition): SourceDefinition {
  const url = file.url === undefined ? undefined : dataUrl(file.url);
  const definition = url === undefined ? file : { ...file, url };
  const format = file.format ?? (url === undefined ? 'json' : guessFormat(url));
  if (file.preset !== undefined) return definition;
  if (file.fields ?? file.list) return format ? { ...definition, format } : definition;
  if (!format)
    throw new ConfigError(
      `"file": nothing tells how ${String(url)} is written. Add "preset": "csv", "json", "rss", "json-feed", "json-ld" or "google-sheets".`,
    );
  return { ...definition, preset: presetOf[format] };
}
