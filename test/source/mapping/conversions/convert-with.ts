import { conversions } from '../../../../src/source/mapping/conversions/conversions.ts';
import type { Surroundings } from '../../../../src/source/mapping/conversions/convert.ts';

/** What a conversion makes of a value, by its name. */
export const convert = (
  name: string,
  value: unknown,
  options: Readonly<Record<string, unknown>> = {},
  surroundings: Surroundings = {},
): unknown => conversions.get(name)!(value, options, surroundings);

/** What a conversion makes of each of several values. */
export const convertEach = (name: string, values: readonly unknown[], options = {}): unknown[] =>
  values.map((value) => convert(name, value, options));
