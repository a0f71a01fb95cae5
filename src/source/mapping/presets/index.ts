/** Known APIs: each a definition that a config adds an address to, and changes where it has to. */
import type { SourceDefinition } from '../definition.ts';
import csv from './csv.json' with { type: 'json' };
import googleSheets from './google-sheets.json' with { type: 'json' };
import greenhouse from './greenhouse.json' with { type: 'json' };
import json from './json.json' with { type: 'json' };

export const presets: ReadonlyMap<string, SourceDefinition> = new Map(
  Object.entries({
    csv,
    'google-sheets': googleSheets,
    greenhouse,
    json,
  }) as [string, SourceDefinition][],
);
