/**
 * Puts the entries that come in as JSON in the place of those that are there, and lets everybody read them. Run
 * in the app's folder.
 */
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

interface Entry {
  readonly documentId: string;
  readonly publishedAt: string;
  readonly skills: readonly { readonly name: string }[];
  readonly locations: readonly { readonly display: string }[];
}

interface Documents {
  findMany(options: object): Promise<readonly { readonly documentId: string }[]>;
  create(options: object): Promise<{ readonly documentId: string }>;
  delete(options: object): Promise<unknown>;
}

interface Table {
  findOne(options: object): Promise<{ readonly id: number } | null>;
  create(options: object): Promise<unknown>;
  updateMany(options: object): Promise<unknown>;
}

interface Strapi {
  load(): Promise<Strapi>;
  documents(type: string): Documents;
  readonly db: { query(type: string): Table };
}

const folder = process.cwd();
const { createStrapi } = createRequire(`${folder}/`)('@strapi/strapi') as {
  createStrapi(options: object): Strapi;
};

const PROJECT = 'api::project.project';
const SKILL = 'api::skill.skill';
const PERMISSION = 'plugin::users-permissions.permission';

const entries = JSON.parse(await text(process.stdin)) as readonly Entry[];
const strapi = await createStrapi({ appDir: folder, distDir: folder }).load();

const role = await strapi.db
  .query('plugin::users-permissions.role')
  .findOne({ where: { type: 'public' } });
const permissions = strapi.db.query(PERMISSION);
for (const action of [`${PROJECT}.find`, `${PROJECT}.findOne`, `${SKILL}.find`]) {
  const data = { action, role: role!.id };
  if (!(await permissions.findOne({ where: data }))) await permissions.create({ data });
}

for (const type of [PROJECT, SKILL]) {
  const documents = strapi.documents(type);
  for (const { documentId } of await documents.findMany({ limit: -1 }))
    await documents.delete({ documentId });
}

const skillIds = new Map<string, string>();
for (const name of new Set(entries.flatMap(({ skills }) => skills.map((skill) => skill.name)))) {
  const { documentId } = await strapi.documents(SKILL).create({ data: { name } });
  skillIds.set(name, documentId);
}

for (const { publishedAt, ...entry } of entries) {
  const data = {
    ...entry,
    skills: entry.skills.map(({ name }) => skillIds.get(name)),
    locations: entry.locations.map(({ display }) => ({ display })),
  };
  const { documentId } = await strapi.documents(PROJECT).create({ data, status: 'published' });
  // Strapi has them published now.
  const where = { documentId, publishedAt: { $notNull: true } };
  await strapi.db.query(PROJECT).updateMany({ where, data: { publishedAt } });
}

// It would go on for ever.
process.exit();
