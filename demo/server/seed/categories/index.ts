import type { Category } from '../template.ts';
import { data } from './data.ts';
import { design } from './design.ts';
import { marketing } from './marketing.ts';
import { software } from './software.ts';

export const categories: readonly Category[] = [marketing, design, data, software];
