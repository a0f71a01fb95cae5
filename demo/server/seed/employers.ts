/** Invented employers. Their domains end in `.example`, so no link can reach a real organisation. */
import data from './employers.json' with { type: 'json' };
import type { PlaceName } from './places.ts';

export interface SeedEmployer {
  readonly name: string;
  readonly industry: string;
  readonly place: PlaceName;
  readonly about: string;
  /** Name of a file in `logos/`; most employers have none, and initials are drawn. */
  readonly logo?: string;
}

export type IndustryKey = keyof typeof data;

export function employersOf(key: IndustryKey): SeedEmployer[] {
  const { industry, employers } = data[key];
  return (employers as Omit<SeedEmployer, 'industry'>[]).map((each) => ({ ...each, industry }));
}

/** `Thimble & Oak` → `thimble-and-oak.example` */
export const domainOf = ({ name }: Pick<SeedEmployer, 'name'>): string => {
  const label = name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, '-');
  return `${label}.example`;
};
