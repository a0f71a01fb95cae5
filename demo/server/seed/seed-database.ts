import { START_LOCK } from '../database/migrate.ts';
import type { Database } from '../database/database.ts';
import { saveSeededProject } from '../projects/project-row.ts';
import { generateProjects } from './generate.ts';

/**
 * Writes the seeded listings with the dates of today. Only rows that a seed made are touched: listings
 * from elsewhere and every application, report and email stay as they are.
 */
export async function seedDatabase(database: Database, now: number): Promise<void> {
  const projects = generateProjects(now);
  await database.transaction(async (transaction) => {
    await transaction.query(START_LOCK);
    for (const project of projects) await saveSeededProject(transaction, project);
    await transaction.query(
      `delete from projects where seeded and id <> all($1::text[])
         and not exists (select from applications where project_id = projects.id)
         and not exists (select from reports where project_id = projects.id)`,
      [projects.map((project) => project.id)],
    );
  });
}
