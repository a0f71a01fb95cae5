/**
 * The applications of a page, kept as long as it lives: leaving a form by Back and returning to it
 * finds every answer and the file, whichever element draws it.
 */
import type { ListingsSource } from '../source/listings-source.ts';
import { ApplicationStore } from './application-store.ts';

const registry = new WeakMap<ListingsSource, Map<string, ApplicationStore>>();

/** The one application to a project of a source. */
export function applicationFor(source: ListingsSource, projectId: string): ApplicationStore {
  let ofSource = registry.get(source);
  if (!ofSource) registry.set(source, (ofSource = new Map<string, ApplicationStore>()));
  let application = ofSource.get(projectId);
  if (!application) {
    application = new ApplicationStore(source, projectId);
    ofSource.set(projectId, application);
  }
  return application;
}
