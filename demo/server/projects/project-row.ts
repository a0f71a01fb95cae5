/** Turns a project into its row: the document, and the columns that lists are filtered and sorted by. */
import { deadlineOf } from '../../../src/domain/project-rules.ts';
import type { Project, Range } from '../../../src/domain/project.ts';
import { mostPay } from '../../../src/source/project-values.ts';
import type { Queryable } from '../database/database.ts';
import { searchTexts } from './search-words.ts';

const most = (range: Range | undefined): number | undefined => range?.max ?? range?.min;

/** What is said twice would be counted twice. */
const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Every column but `search`, in the order of the table. */
function columnsOf(project: Project): Record<string, unknown> {
  const { pay, eligibility } = project;
  const deadline = deadlineOf(project, 0);
  return {
    id: project.id,
    document: JSON.stringify(project),
    status: project.status ?? 'open',
    closes_at: deadline ? new Date(deadline.at).toISOString() : null,
    posted_at: project.postedAt ?? null,
    apply_by: deadline?.date ?? null,
    featured: project.featured ?? false,
    category: project.category ?? null,
    industry: project.industry ?? null,
    work_mode: project.workMode === 'unknown' ? null : (project.workMode ?? null),
    skills: distinct(project.skills ?? []),
    locations: distinct((project.locations ?? []).map((location) => location.display)),
    class_years: eligibility?.classYears ?? [],
    work_authorization: eligibility?.workAuthorization ?? null,
    hours: most(project.hours) ?? null,
    duration_days: most(project.durationDays) ?? null,
    paid: pay !== undefined && pay.kind !== 'unpaid' && pay.kind !== 'unknown',
    pay_currency: pay?.currency ?? null,
    pay_total: mostPay(project) ?? null,
  };
}

/** The vector holds words as written beside their stems, so that half a word finds what is typed on. */
const searchVector = (texts: readonly string[]): string =>
  ['A', 'B', 'C']
    .slice(0, texts.length)
    .flatMap((weight, index) =>
      ['english', 'simple'].map((config) => {
        const position = index + 1;
        return `setweight(to_tsvector('${config}', $${position}::text), '${weight}')`;
      }),
    )
    .join(' || ');

/** Writes a seeded project, new or again. */
export async function saveSeededProject(database: Queryable, project: Project): Promise<void> {
  const texts = searchTexts(project);
  const columns = columnsOf(project);
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${texts.length + index + 1}`);
  await database.query(
    `insert into projects (search, seeded, ${names.join(', ')})
     values (${searchVector(texts)}, true, ${places.join(', ')})
     on conflict (id) do update set search = excluded.search,
       ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     where projects.seeded`,
    [...texts, ...Object.values(columns)],
  );
}
