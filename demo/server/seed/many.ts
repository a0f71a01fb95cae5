/**
 * As many listings as wanted, for measuring: variations of the seeded ones under other employers, in other
 * places, with other skills and dates. The same for the same count and day. Every tenth is closed.
 *
 * The database makes them, some ten thousand in one statement. The words of employers, places and skills are
 * drawn with a skew, as they are in life: a few are everywhere, most are rare. The lists that they are drawn
 * from do not grow with the count.
 */
import { availabilityOf } from '../../../src/domain/project-rules.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { Database, Queryable } from '../database/database.ts';
import { START_LOCK } from '../database/migrate.ts';
import { makeListingBits } from '../projects/bit-index.ts';
import { saveSeededProject } from '../projects/project-row.ts';
import { generateProjects } from './generate.ts';

const DAY = 86_400_000;
const BATCH = 20_000;
const PREFIX = 'template-of-many-';

const pairs = (first: string, second: string, between: string): string[] =>
  first.split(' ').flatMap((one) => second.split(' ').map((other) => one + between + other));

const STATES =
  'AL AZ CA CO FL GA IA IL IN KY MA MD MI MN MO NC NJ NY OH OR PA TN TX VA WA WI'.split(' ');

const TOWNS = pairs(
  'Ash Brook Clear Elm Fair Glen Hazel Kings Lake Maple North Oak Pine River Spring Stone West Wood',
  'bridge brook bury dale field ford haven mont port side ton view ville worth wick hurst',
  '',
).map((town, index) => `${town}, ${STATES[index % STATES.length]!}`);

const EMPLOYERS = pairs(
  'Amber Birch Cedar Cobalt Copper Coral Dover Ember Fern Flint Granite Harbor Heron Indigo Ivory Juniper Kestrel Lark Linden Lumen Meadow Mesa Nimbus Ochre Onyx Orchard Osprey Pebble Prairie Quarry Raven Sable Saffron Sierra Sparrow Summit Tamarack Thistle Tidal Umber Verbena Walnut Willow Zephyr',
  'Analytics Books Brewing Builders Care Ceramics Clinic Collective Commons Consulting Cooperative Dairy Energy Farms Foods Foundry Gallery Gardens Health Kitchen Labs Learning Library Logistics Media Mills Museum Optics Partners Press Records Robotics School Software Studio Supply Systems Textiles Theatre Trust Works Workshop',
  ' ',
);

/** Seeded listings of the usual kind, without the words that each copy has of its own. */
const templates = (now: number): Project[] =>
  generateProjects(now)
    .filter((each) => availabilityOf(each, now) === 'open' && each.title.length < 90)
    .filter(({ skills = [], title }) => skills.length <= 8 && !/[\u0590-\u06ff]/.test(title))
    .map(({ employer: { logoUrl: _logo, ...employer }, locations: _place, ...project }, index) => ({
      ...project,
      id: PREFIX + String(index).padStart(4, '0'),
      employer: { ...employer, name: '' },
      featured: false,
      timeZone: 'America/New_York',
    }));

/** A number from 0 to 1 that depends on nothing but the listing and what it is for. */
const chance = (purpose: number) =>
  `((hashint8extended(number, ${purpose}) & 1073741823) / 1073741824.0::float8)`;

/** An item of a list: the higher the power, the more often one of the first. */
const pick = (list: string, purpose: number, power: number) =>
  `(${list}::text[])[1 + floor(power(${chance(purpose)}, ${power}) * cardinality(${list}::text[]))::int]`;

const KEPT =
  'category, industry, work_mode, class_years, work_authorization, hours, duration_days, paid, pay_currency, pay_total';

/** $1, $2: first and last number; $3: day of today; $4 to $6: employers, places, skills; $7: templates. */
const INSERT = `
  with template as materialized (
    select row_number() over (order by id) - 1 as template, document::jsonb as document,
      document -> 'employer' as own_employer, document ->> 'title' as own_title, skills as own_skills, search, ${KEPT}
    from projects where id like '${PREFIX}%'
  )
  insert into projects (id, document, status, closes_at, posted_at, apply_by, featured, skills, locations, search, ${KEPT})
  select id, (document || jsonb_build_object(
      'id', id, 'title', title, 'status', status, 'featured', featured, 'applyBy', apply_by, 'postedAt', posted_at,
      'employer', own_employer::jsonb || jsonb_build_object('name', employer),
      'locations', jsonb_build_array(jsonb_build_object('display', place)), 'skills', to_jsonb(skills)
    ))::json, status, (apply_by + 1 + time '04:59') at time zone 'UTC', posted_at, apply_by, featured, skills,
    array[place],
    search || setweight(to_tsvector('simple', lower(employer)), 'A')
      || setweight(to_tsvector('simple', lower(employer || ' ' || place || ' ' || skill)), 'B'),
    ${KEPT}
  from (
    select template.*, id, own_title || ' for ' || employer as title,
      employer, place, skill,
      case when skill = any(own_skills) then own_skills else own_skills || skill end as skills,
      case when ${chance(1)} < 0.9 then 'open' else 'closed' end as status,
      ${chance(2)} < 0.004 as featured,
      $3::date + 2 + floor(${chance(3)} * 60)::int as apply_by,
      ($3::date - ${chance(4)} * interval '45 days') at time zone 'UTC' as posted_at
    from (
      select number, 'many-' || lpad(number::text, 7, '0') as id,
        (hashint8extended(number, 8) & 1073741823) % $7::int as template,
        ${pick('$4', 5, 2)} as employer, ${pick('$5', 6, 3)} as place, ${pick('$6', 7, 2)} as skill
      from generate_series($1::bigint, $2::bigint) as number offset 0
    ) as copy
    join template using (template) order by number offset 0
  ) as listing`;

/** Indexes are made faster of all rows at once, and in memory. */
async function withoutSearchIndexes(database: Queryable, work: () => Promise<void>): Promise<void> {
  await database.query(`set local maintenance_work_mem = '256MB'`);
  const indexes = await database.query<{ name: string; sql: string }>(
    `select indexname::text as name, indexdef as sql from pg_indexes
     where tablename = 'projects' and indexdef not like 'CREATE UNIQUE%'`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  await work();
  for (const { sql } of indexes) await database.query(sql);
}

/**
 * Puts so many listings into a database that has none.
 * @param now milliseconds since 1970; only the day counts
 */
export async function seedMany(database: Database, count: number, now: number): Promise<void> {
  const projects = templates(now);
  const skills = [...new Set(projects.flatMap((each) => each.skills ?? []))].sort();
  const today = new Date(Math.floor(now / DAY) * DAY).toISOString().slice(0, 10);
  await database.transaction(async (transaction) => {
    await transaction.query(START_LOCK);
    await withoutSearchIndexes(transaction, async () => {
      for (const project of projects) await saveSeededProject(transaction, project);
      for (let first = 1; first <= count; first += BATCH) {
        const last = Math.min(count, first + BATCH - 1);
        const lists = [EMPLOYERS, TOWNS, skills];
        await transaction.query(INSERT, [first, last, today, ...lists, projects.length]);
      }
      await transaction.query(`delete from projects where id like '${PREFIX}%'`);
    });
  });
  await database.query('vacuum analyze projects');
  await makeListingBits(database, now);
}
