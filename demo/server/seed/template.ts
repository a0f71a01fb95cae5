/** What the generator is fed with: kinds of projects, each told about several subjects. */

import type { IndustryKey } from './employers.ts';

export interface ProjectTemplate {
  /** `{subject}` stands for one of `subjects`, here and in every other text. */
  readonly title: string;
  /** With each subject the industry of an employer that would ask for it. */
  readonly subjects: Readonly<Record<string, IndustryKey>>;
  readonly summary: string;
  /** Why the employer wants this. `{employer}` is its name. */
  readonly context: string;
  readonly tasks: readonly string[];
  readonly deliverables: readonly (readonly [title: string, description: string])[];
  readonly skills: readonly string[];
  readonly gained: readonly string[];
  /** Tools the student has, and tools the employer gives access to. */
  readonly ownTools: readonly string[];
  readonly lentTools?: readonly string[];
  readonly outcomes: readonly string[];
  readonly prompts: readonly string[];
  /** True for work that cannot be done from elsewhere. */
  readonly inPerson?: boolean;
}

export interface Category {
  readonly name: string;
  /** Ids are made of it: `mkt-204`. */
  readonly prefix: string;
  readonly majors: readonly string[];
  readonly templates: readonly ProjectTemplate[];
}
