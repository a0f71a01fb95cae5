/** What each script does: defines the elements, unless another copy has, and mounts one for each of its tags. */
import { VERSION } from '../lib/version.ts';
import { mountTags } from './mount.ts';

/** @param define imports what defines the elements */
export function start(define: () => Promise<unknown>): void {
  const present = customElements.get('foothold-board') as { readonly version?: string } | undefined;
  if (present && present.version !== VERSION)
    console.warn(
      `Foothold ${String(present.version)} is already on this page; ${VERSION} leaves it in place. Load one version only.`,
    );
  if (!present) void define();
  mountTags();
}
