import type { Category } from '../template.ts';
import { data } from './data.ts';
import { design } from './design.ts';
import { education } from './education.ts';
import { events } from './events.ts';
import { finance } from './finance.ts';
import { marketing } from './marketing.ts';
import { operations } from './operations.ts';
import { people } from './people.ts';
import { research } from './research.ts';
import { sales } from './sales.ts';
import { software } from './software.ts';
import { sustainability } from './sustainability.ts';
import { video } from './video.ts';
import { writing } from './writing.ts';

/** Their order is part of what makes each listing what it is: append, never reorder. */
export const categories: readonly Category[] = [
  marketing,
  design,
  data,
  software,
  writing,
  research,
  finance,
  operations,
  people,
  sales,
  events,
  education,
  sustainability,
  video,
];
