/**
 * The applications of a page, kept as long as it lives: leaving a form by Back and returning to it
 * finds every answer and the file, whichever element draws it.
 */
import type { ListingsSource } from '../source/listings-source.ts';
import { ApplicationStore, type Memory } from './application-store.ts';

interface OfSource {
  readonly stores: Map<string, ApplicationStore>;
  readonly memory: Memory;
}

const registry = new WeakMap<ListingsSource, OfSource>();

/** The one application to a project of a source. */
export function applicationFor(source: ListingsSource, projectId: string): ApplicationStore {
  let ofSource = registry.get(source);
  if (!ofSource) {
    const stores: OfSource['stores'] = new Map();
    const onForget = () => {
      for (const each of stores.values()) each.forgetApplicant();
    };
    registry.set(source, (ofSource = { stores, memory: { onForget } }));
  }
  const { stores, memory } = ofSource;
  let application = stores.get(projectId);
  if (!application) {
    application = new ApplicationStore(source, projectId, { memory });
    stores.set(projectId, application);
  }
  return application;
}
