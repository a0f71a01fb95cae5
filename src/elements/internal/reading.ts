/** Pieces from which the detail is put together. What is unknown gives undefined, and is left out. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Project } from '../../domain/project.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { icon } from './icons.ts';

/** What every part of the detail draws from. */
export interface Reading {
  readonly l10n: Localizer;
  readonly project: Project;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type Piece = TemplateResult | string | Node | undefined;

/** The listing's own words among ours: in its language, and in its own direction. */
export const say = ({ project }: Reading, text: string): TemplateResult =>
  html`<bdi lang=${project.language ?? nothing}>${text}</bdi>`;

/** A paragraph of the listing's own words; their line breaks are kept. */
export const prose = ({ project }: Reading, text: string | undefined, name = ''): Piece =>
  text && html`<p class="prose ${name}" dir="auto" lang=${project.language ?? nothing}>${text}</p>`;

/** The words of a message around something that is no plain text. */
export function around(message: (place: string) => string, content: unknown): TemplateResult {
  const [before, after] = message('\n').split('\n');
  return html`${before}${content}${after}`;
}

/** `Dec 5`, `Sat, Dec 5`; with its year where that is not this one. */
export const shortDate = (
  { l10n, now }: Pick<Reading, 'l10n' | 'now'>,
  date: string,
  weekday?: 'short',
): string =>
  l10n.date(date, {
    weekday,
    month: 'short',
    day: 'numeric',
    year: new Date(now).getFullYear() === Number(date.slice(0, 4)) ? undefined : 'numeric',
  });

/** A term, what is known about it, and what stands under that. */
export const fact = (term: unknown, main: unknown, more?: unknown): Piece =>
  main
    ? html`<div>
        <dt>${term}</dt>
        <dd>${main}${more ? html`<span class="more">${more}</span>` : nothing}</dd>
      </div>`
    : undefined;

export const facts = (...known: readonly Piece[]): Piece =>
  known.some(Boolean) ? html`<dl class="facts">${known}</dl>` : undefined;

export const bullets = <Item>(
  items: readonly Item[] | undefined,
  draw: (item: Item) => unknown,
  name = 'bullets',
): Piece =>
  items?.length
    ? html`<ul class=${name}>
        ${items.map((item) => html`<li>${draw(item)}</li>`)}
      </ul>`
    : undefined;

/** A link that leaves the page, in a new tab; by default it is named by the host it leads to. */
export function outLink(l10n: Localizer, address: string | undefined, text?: unknown): Piece {
  const url = safeUrl(address);
  return (
    url &&
    html`<a
      href=${url.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      referrerpolicy="no-referrer"
      >${text ?? html`<bdi>${url.host}</bdi>`}<span class="hidden"> (${l10n.t('newTab')})</span
      >${icon('external')}</a
    >`
  );
}
