/** The cards, and what stands below them: more pages, the way to all, how many are left out. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { FeedResults } from '../../store/feed-store.ts';
import { failureText } from '../internal/failure.ts';
import { icon } from '../internal/icons.ts';
import { note } from '../internal/note.ts';
import { skeleton } from '../internal/skeleton.ts';
import type { CardCache } from './card-cache.ts';
import type { FeedControls } from './feed-controls.ts';
import type { FeedView } from './feed-view.ts';
import { linkButton } from './link-button.ts';

export interface ListOptions {
  /** At most so many; default all. */
  readonly maxItems?: number | undefined;
  /** For a teaser: the page with all of them. */
  readonly boardHref?: string | undefined;
  /** Cards that are drawn now; the others follow. Default all. */
  readonly limit?: number | undefined;
  /** Called for each click in the list. */
  readonly onOpen: (event: MouseEvent) => void;
}

export function list(
  view: FeedView,
  controls: FeedControls,
  value: FeedResults,
  cards: CardCache,
  { maxItems, boardHref, limit, onOpen }: ListOptions,
): TemplateResult {
  const { t } = view.l10n;
  const all = value.projects.slice(0, maxItems || undefined);
  const projects = all.slice(0, limit);
  const rest = all.length - projects.length;
  const drawn = projects.flatMap((project) => {
    const card = cards.draw(project);
    return card ? [{ id: project.id, card }] : [];
  });
  const n = value.skipped.length + projects.length - drawn.length;
  return html`<div class="table">
      <div class="columns" aria-hidden="true">
        ${(['project', 'pay', 'time', 'where', 'applyBy'] as const).map(
          (key) => html`<span>${t(key)}</span>`,
        )}
      </div>
      <ul class="list" @click=${onOpen}>
        ${drawn.map(({ id, card }) => keyed(id, card))}
      </ul>
    </div>
    ${rest ? skeleton(rest) : nothing}
    ${view.isTeaser ? wayToAll(view, value, boardHref) : pager(view, controls, value)}
    ${n ? note({ icon: 'info', lead: t('skipped', { n }), text: t('skippedHint') }) : nothing}`;
}

const wayToAll = (
  { l10n: { t } }: FeedView,
  { total: n }: FeedResults,
  boardHref: string | undefined,
) =>
  boardHref
    ? html`<p class="see-all">
        <a href=${boardHref}>${n === null ? t('seeEvery') : t('seeAll', { n })}</a>
        ${icon('forward')}
      </p>`
    : nothing;

function pager(
  { l10n, store }: FeedView,
  { onMore, onRetry }: FeedControls,
  { total, projects, nextCursor }: FeedResults,
) {
  if (!nextCursor) return nothing;
  const { t } = l10n;
  const { more, moreError } = store.snapshot;
  const shown = l10n.number(projects.length);
  return html`${
      moreError
        ? note({
            icon: 'alert',
            lead: t('moreFailed'),
            text: failureText(l10n, moreError),
            action: linkButton(t('tryAgain'), onRetry),
            role: 'alert',
            tone: 'negative',
          })
        : nothing
    }
    <div class="pager" part="pager">
      <button
        class="button"
        type="button"
        aria-disabled=${more === 'loading' ? 'true' : nothing}
        @click=${onMore}
      >
        ${t('showMore')}
      </button>
      <span class="muted">
        ${
          total === null
            ? t('shown', { shown })
            : t('shownOf', { shown, total: l10n.number(total) })
        }
      </span>
    </div>`;
}
