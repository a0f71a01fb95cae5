/** What each script does: mounts an element for each of its tags, and defines the elements unless another copy has. */
import { VERSION } from '../lib/version.ts';
import { mountTags } from './mount.ts';

/** @returns true where the elements are still to be defined */
export function start(): boolean {
  const present = customElements.get('foothold-board') as { readonly version?: string } | undefined;
  if (present && present.version !== VERSION)
    console.warn(
      `Foothold ${String(present.version)} is already on this page; ${VERSION} leaves it in place. Load one version only.`,
    );
  mountTags();
  return !present;
}
