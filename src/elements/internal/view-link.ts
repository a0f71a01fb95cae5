import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation, View } from '../../controllers/context.ts';
import { isPlainClick } from '../../lib/plain-click.ts';

/** Where a view is. */
export interface ViewTarget {
  /** Absent where it opens in place and has no address: then a button leads there. */
  readonly href?: string | undefined;
  /** Opens it in place. */
  readonly open?: () => void;
}

/** A view of the board around. */
export const viewTarget = (board: Navigation, view: View): ViewTarget => ({
  href: board.hrefFor(view),
  open: () => {
    board.open(view);
  },
});

/** Opens in place what a click means to open here. */
function openInPlace({ open }: ViewTarget, event: MouseEvent): void {
  if (!open || !isPlainClick(event)) return;
  event.preventDefault();
  open();
}

/**
 * Leads to a view: a link, or a button that looks the same.
 * @param label its accessible name, where the words alone say too little
 */
export function viewLink(
  part: string,
  target: ViewTarget,
  words: unknown,
  look = 'link action',
  label: string | typeof nothing = nothing,
): TemplateResult {
  const { href } = target;
  const onClick = (event: MouseEvent) => {
    openInPlace(target, event);
  };
  return href
    ? html`<a class=${look} part=${part} href=${href} aria-label=${label} @click=${onClick}>
        ${words}
      </a>`
    : html`<button class=${look} part=${part} type="button" aria-label=${label} @click=${onClick}>
        ${words}
      </button>`;
}
