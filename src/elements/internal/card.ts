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
 * One project in the list. Its title is the only link and covers the whole card. The deadline in full is the
 * link's description, on hover as well.
 *
 * A list draws some twenty of them at once, so a card is one template as far as it goes: what may be
 * missing is an element without text, which is not displayed.
 */
export function card(project: Project, options: CardOptions): TemplateResult {
  const { l10n, settings, apiUrl, compact } = options;
  const { t } = l10n;
  const { employer, category, skills = [], summary, hours, durationDays, listedBy } = project;
  // A teaser has no room for marks, and often nothing but featured projects.
  const isFeatured = project.featured && !compact;
  const pay = payFact(l10n, project);
  const place = placeFact(l10n, project);
  const deadline = deadlineFact(l10n, project, options.now);
  const duration = durationDays && [
    weekTicks(weeksOf(durationDays)),
    durationText(l10n, durationDays),
  ];
  return html`<li>
    <article class="card ${isFeatured ? 'featured' : ''}" part="card">
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
                <bdi
                  >${skills.length > SKILLS ? `+${l10n.number(skills.length - SKILLS)}` : nothing}</bdi
                >
              </p>`
        }
        <p class="card__summary" dir="auto">${compact ? nothing : summary}</p>
      </div>
      <dl class="facts" part="card__facts">
        <div class="fact pay">
          <dt class="hidden">${t('pay')}</dt>
          <dd>
            <span class=${pay ? 'figure' : 'muted'}>${pay?.main ?? t('payNotStated')}</span>
            <span class="more">${pay?.more}</span>
          </dd>
        </div>
        <div class="fact time">
          <dt class="hidden">${t('time')}</dt>
          <dd>
            <span class=${hours || duration ? '' : 'muted'}
              >${hours ? hoursText(l10n, hours) : (duration ?? t('timeNotStated'))}</span
            >
            <span class="more">${hours && duration}</span>
          </dd>
        </div>
        <div class="fact where">
          <dt class="hidden">${t('where')}</dt>
          <dd>
            ${place ? icon(placeIcon(project)) : nothing}<bdi class=${place ? '' : 'muted'}
              >${place?.main ?? t('placeNotStated')}</bdi
            >
            <bdi class="more">${place?.more}</bdi>
          </dd>
        </div>
        <div class="fact deadline">
          <dt class="hidden">${t('applyBy')}</dt>
          <dd>
            ${
              deadline
                ? deadlineMain(project, l10n, compact, deadline)
                : html`<span class="muted">${t('noDate')}</span>`
            }
            <span class="more">${deadline?.more}</span>
          </dd>
        </div>
      </dl>
    </article>
  </li>`;
}

const placeIcon = ({ workMode = 'unknown' }: Project) =>
  workMode === 'unknown' ? 'onsite' : workMode;

function link(
  project: Project,
  { l10n, hrefFor, onOpen }: CardOptions,
  deadline?: DeadlineFact,
): TemplateResult {
  const { id, title } = project;
  const href = hrefFor(project);
  const until = deadline ? l10n.t('applyByDate', { date: deadline.brief }) : nothing;
  return href === undefined
    ? html`<button
        class="link card__link"
        type="button"
        data-id=${id}
        dir="auto"
        title=${until}
        @click=${onOpen}
      >
        ${title}
      </button>`
    : html`<a
        class="card__link"
        href=${href}
        data-id=${id}
        dir="auto"
        title=${until}
        @click=${onOpen}
        >${title}</a
      >`;
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
