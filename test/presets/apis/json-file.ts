/** A JSON file in our own names, as a script of a school writes it. */
import type { Project } from '../../../src/domain/project.ts';
import { fakeApi, json, type FakeApi } from '../support/fake-api.ts';

const base = 'https://www.northmere.example';
export const jsonUrl = `${base}/list.json`;

/** @param around what stands around the list; by default nothing does */
export const jsonFile = (
  projects: readonly Project[],
  around: (items: readonly Project[]) => unknown = (items) => items,
): FakeApi => fakeApi({ base, routes: { 'GET /list.json': () => json(around(projects)) } });
