/** The reference API on PostgreSQL. */
import { saveSeededProject } from '../../../demo/server/projects/project-row.ts';
import { startServer, type RunningServer } from '../../../demo/server/server.ts';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { startPostgres, type PostgresServer } from '../../server/support/postgres-server.ts';
import type { Host } from './host-suite.ts';
import { NotHere } from './installed.ts';

/** @param port on which it will listen */
export function referenceApi(port: number): Host & { readonly url: string } {
  const url = `http://127.0.0.1:${port}/api`;
  let postgres: PostgresServer | undefined;
  let server: RunningServer | undefined;
  const fill: Host['fill'] = async (projects) => {
    await server?.close();
    const databaseUrl = await postgres!.createDatabase();
    server = await startServer({ databaseUrl, port, seed: false, limits: 'off' });
    for (const project of projects) await saveSeededProject(server.database, project);
  };
  return {
    name: 'The reference API on PostgreSQL',
    url,
    list: `${url}/projects`,
    async start() {
      postgres = await startPostgres();
      if (!postgres) throw new NotHere('the server of PostgreSQL; or set TEST_DATABASE_URL.');
      await fill([]);
    },
    fill,
    async stop() {
      await server?.close();
      await postgres?.stop();
    },
  };
}

const choices = (name: string) => ({
  items: `$.facets.${name}[*]`,
  value: '$.value',
  label: '$.label',
  count: '$.count',
});

/** How it would be described if nobody knew it. */
export const described: SourceDefinition = {
  list: {
    path: '/projects',
    query: {
      q: '{q}',
      category: { each: 'category', as: '{value}' },
      industry: '{industry}',
      skill: '{skill}',
      workMode: {
        of: '{workMode}',
        map: { remote: 'remote', hybrid: 'hybrid', onsite: 'onsite' },
      },
      location: '{location}',
      payMin: '{payMin}',
      currency: { if: 'payMin', then: '{currency}' },
      hoursMax: '{hoursMax}',
      durationDaysMax: '{durationDaysMax}',
      applyByFrom: '{applyByFrom}',
      applyByTo: '{applyByTo}',
      classYear: '{classYear}',
      workAuthorization: '{workAuthorization}',
      paid: '{paid}',
      featured: { if: 'featured', then: 'true' },
      sort: '{sort}',
      limit: '{limit}',
      cursor: '{cursor}',
    },
    items: '$.items[*]',
    total: '$.total',
    next: '$.nextCursor',
    sorts: {
      relevance: 'relevance',
      newest: 'newest',
      deadline: 'deadline',
      pay: 'pay',
      shortest: 'shortest',
    },
    facets: {
      category: choices('category'),
      industry: choices('industry'),
      skill: choices('skill'),
      workMode: choices('workMode'),
      location: choices('location'),
      classYear: choices('classYear'),
      currency: choices('currency'),
    },
  },
  detail: { path: '/projects/{id}' },
  fields: {
    id: '$.id',
    title: '$.title',
    summary: '$.summary',
    'employer.name': '$.employer.name',
    'employer.verified': '$.employer.verified',
    category: '$.category',
    industry: '$.industry',
    skills: '$.skills[*]',
    workMode: { path: '$.workMode', map: { remote: 'remote', hybrid: 'hybrid', onsite: 'onsite' } },
    locations: {
      each: '$.locations[*]',
      fields: {
        display: '{$.city}, {$.region}',
        city: '$.city',
        region: '$.region',
        country: '$.country',
      },
    },
    'pay.kind': '$.pay.kind',
    'pay.min': '$.pay.min',
    'pay.max': '$.pay.max',
    'pay.currency': '$.pay.currency',
    'pay.per': '$.pay.per',
    'hours.min': '$.hours.min',
    'hours.max': '$.hours.max',
    'durationDays.min': '$.durationDays.min',
    'durationDays.max': '$.durationDays.max',
    applyBy: { path: '$.applyBy', as: 'date' },
    timeZone: '$.timeZone',
    postedAt: '$.postedAt',
    'eligibility.classYears': '$.eligibility.classYears[*]',
    'eligibility.workAuthorization': '$.eligibility.workAuthorization',
    deliverables: { each: '$.deliverables[*]', fields: { title: '$.title', dueOn: '$.dueOn' } },
    featured: '$.featured',
    status: '$.status',
    reportable: '$.reportable',
  },
  apply: {
    mode: 'post',
    path: '/projects/{id}/applications',
    headers: { 'Idempotency-Key': '{key}' },
    body: {
      application: {
        applicant: { name: '{name}', email: '{email}' },
        proposal: '{proposal}',
        answers: '{answers}',
        consent: '{consent}',
      },
      '...': '{files}',
    },
    message: '$.detail',
  },
};
