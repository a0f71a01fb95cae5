import type { Navigation } from '../../controllers/context.ts';
import type { Project } from '../../domain/project.ts';
import { safeUrl } from '../../lib/safe-url.ts';

export interface LeadsTo {
  readonly projectHref?: string | undefined;
  readonly boardHref?: string | undefined;
  readonly routeKey: string;
  readonly baseURI: string;
}

/**
 * Where a card leads: where the page says, in the board around it, to the board elsewhere, to the
 * listing's own page; undefined where there is nothing to lead to.
 */
export function projectHref(
  { id, url }: Pick<Project, 'id' | 'url'>,
  { projectHref: pattern, boardHref, routeKey, baseURI }: LeadsTo,
  navigation: Navigation | undefined,
): string | undefined {
  if (pattern) return pattern.replaceAll('{id}', encodeURIComponent(id));
  const deep = navigation?.hrefFor({ name: 'project', id });
  if (deep !== undefined) return deep;
  if (boardHref && URL.canParse(boardHref, baseURI)) {
    const board = new URL(boardHref, baseURI);
    board.searchParams.set(`${routeKey}-project`, id);
    return board.href;
  }
  return safeUrl(url)?.href;
}
