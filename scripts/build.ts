import { type Counts, NONE } from './lib/counts.ts';

export const buildChecks = async (): Promise<Counts> => NONE;
