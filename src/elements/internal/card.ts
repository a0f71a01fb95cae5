import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../controllers/context.ts';
import type { Project } from '../../domain/project.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { employerTile } from './employer-tile.ts';
import {
  deadlineFact,
  durationText,
  hoursText,
  payFact,
  placeFact,
  weeksOf,
  type DeadlineFact,
} from './facts.ts';
import { fill } from './fill.ts';
import { heading } from './heading.ts';
import { icon } from './icons.ts';
import { weekTicks } from './week-ticks.ts';

export interface CardOptions {
  readonly l10n: Localizer;
  readonly settings: Settings;
  /** Level of the title's heading. */
  readonly level: number;
  /** Base URL of the API, whose own origin may send logos. */
  readonly apiUrl: string | undefined;
  /** Four short lines, for a teaser. */
  readonly compact: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where the title leads; undefined makes it a button. */
  readonly hrefFor: (project: Pick<Project, 'id' | 'url'>) => string | undefined;
  /** Called for a click on the title, of which `data-id` names the project. */
  readonly onOpen: (event: MouseEvent) => void;
}

/** Skills that a card names; the number of the others follows. */
const SKILLS = 4;

/**
 * One project in the list. Its title is the only link and covers the whole card. The full deadline
 * is the link's description, on hover as well.
 */
export function card(project: Project, options: CardOptions): TemplateResult {
  const { l10n, settings, apiUrl, compact } = options;
  const { t } = l10n;
  const { employer, category, skills = [], listedBy } = project;
  // A teaser has no room for marks, and often nothing but featured projects.
  const isFeatured = project.featured && !compact;
  const deadline = deadlineFact(l10n, project, options.now);
  return html`<article class="card ${isFeatured ? 'featured' : ''}" part="card">
    ${compact ? nothing : employerTile(employer, settings, apiUrl)}
    <div class="card__text">
      ${
        isFeatured
          ? html`<p class="flag" part="flag">${icon('featured')} ${t('featured')}</p>`
          : nothing
      }
      ${heading(options.level, link(project, options, deadline), 'card__title')}
      <p class="card__employer">
        <bdi>${employer.name}</bdi>
        ${
          employer.verified && !compact
            ? html`${icon('verified')}<span class="hidden">${t('verified')}</span>`
            : nothing
        }
        ${category && !compact ? html`<span class="card__category">· <bdi>${category}</bdi></span>` : nothing}
        ${listedBy && !compact ? html`<span>· ${fill(t('via'), { source: listedBy.name })}</span>` : nothing}
      </p>
      ${
        compact || !skills.length
          ? nothing
          : html`<p class="card__skills">
              <span class="hidden">${t('skillsLabel')}</span>
              <bdi>${skills.slice(0, SKILLS).join(' · ')}</bdi>
              ${skills.length > SKILLS ? html`<bdi>+${l10n.number(skills.length - SKILLS)}</bdi>` : nothing}
            </p>`
      }
      ${
        compact || !project.summary
          ? nothing
          : html`<p class="card__summary" dir="auto">${project.summary}</p>`
      }
    </div>
    ${facts(project, options, deadline)}
  </article>`;
}

const link = (
  project: Project,
  { l10n, hrefFor, onOpen }: CardOptions,
  deadline?: DeadlineFact,
) => {
  const { id, title } = project;
  const href = hrefFor(project);
  const full = deadline ? l10n.t('applyByDate', { date: deadline.full }) : nothing;
  return href === undefined
    ? html`<button
        class="link card__link"
        type="button"
        data-id=${id}
        dir="auto"
        title=${full}
        @click=${onOpen}
      >
        ${title}
      </button>`
    : html`<a
        class="card__link"
        href=${href}
        data-id=${id}
        dir="auto"
        title=${full}
        @click=${onOpen}
        >${title}</a
      >`;
};

/** A fact with its term, which the column's heading or the eye knows already. Unknown stays unknown. */
const fact = (name: string, term: string, main: unknown, more: unknown, unknown: string) =>
  html`<div class="fact ${name}">
    <dt class="hidden">${term}</dt>
    <dd>
      ${main ?? html`<span class="muted">${unknown}</span>`}
      ${more ? html`<span class="more">${more}</span>` : nothing}
    </dd>
  </div>`;

function facts(project: Project, { l10n, compact }: CardOptions, deadline?: DeadlineFact) {
  const { t } = l10n;
  const { hours, durationDays, workMode } = project;
  const pay = payFact(l10n, project);
  const place = placeFact(l10n, project);
  const weeks = durationDays && weeksOf(durationDays);
  const duration =
    durationDays && html`${weeks ? weekTicks(weeks) : nothing} ${durationText(l10n, durationDays)}`;
  return html`<dl class="facts" part="card__facts">
    ${fact('pay', t('pay'), pay && html`<b>${pay.main}</b>`, pay?.more, t('payNotStated'))}
    ${fact(
      'time',
      t('time'),
      hours ? hoursText(l10n, hours) : duration,
      hours && duration,
      t('timeNotStated'),
    )}
    ${fact(
      'where',
      t('where'),
      place &&
        html`${icon(workMode && workMode !== 'unknown' ? workMode : 'onsite')}<bdi
            >${place.main}</bdi
          >`,
      place?.more && html`<bdi>${place.more}</bdi>`,
      t('placeNotStated'),
    )}
    ${fact(
      'deadline',
      t('applyBy'),
      deadline && html`${deadlineMain(project, l10n, compact, deadline)}`,
      deadline?.more,
      t('noDate'),
    )}
  </dl>`;
}

function deadlineMain(
  { applyBy }: Project,
  { t }: Localizer,
  compact: boolean,
  { soon, main, deadline: { daysLeft = 2 } }: DeadlineFact,
) {
  const closes = compact && daysLeft < 2;
  const words = closes ? t(daysLeft ? 'closesTomorrow' : 'closesToday') : main;
  return soon
    ? html`<time class="soon ${closes ? 'closes' : ''}" datetime=${applyBy!}
        >${icon('clock')} ${words}</time
      >`
    : html`<span class="by" aria-hidden="true">${t(compact ? 'applyBy' : 'by')}</span>
        <time datetime=${applyBy!}>${words}</time>`;
}
