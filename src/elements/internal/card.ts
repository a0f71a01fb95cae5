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
  /** Where the title leads, whose `data-id` names the project; undefined makes it a button. */
  readonly hrefFor: (project: Pick<Project, 'id' | 'url'>) => string | undefined;
}

/** Skills that a card names; the number of the others follows. */
const SKILLS = 4;

/**
 * One project in the list. Its title is the only link and covers the whole card. The deadline in full is the
 * link's description, on hover as well.
 *
 * Lists draw cards by the hundred, so each is as few nodes as can be: one template as far as it goes, in which
 * what may be missing is an element without text, which is not displayed; and texts set as properties,
 * whose places need no comments to mark them.
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
  const duration = durationDays && durationText(l10n, durationDays);
  const ticks = durationDays ? weekTicks(weeksOf(durationDays)) : nothing;
  const time = hours ? hoursText(l10n, hours) : duration;
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
          <bdi .textContent=${employer.name}></bdi>
          ${
            employer.verified && !compact
              ? html`${icon('verified')}<span class="hidden" .textContent=${t('verified')}></span>`
              : nothing
          }
          ${
            category && !compact
              ? html`<span class="card__category">· <bdi .textContent=${category}></bdi></span>`
              : nothing
          }
          ${listedBy && !compact ? html`<span>· ${fill(t('via'), { source: listedBy.name })}</span>` : nothing}
        </p>
        ${
          compact || !skills.length
            ? nothing
            : html`<p class="card__skills">
                <span class="hidden" .textContent=${t('skillsLabel')}></span>
                <bdi .textContent=${skills.slice(0, SKILLS).join(' · ')}></bdi>
                ${skills.length > SKILLS ? html`<bdi>+${l10n.number(skills.length - SKILLS)}</bdi>` : nothing}
              </p>`
        }
        <p class="card__summary" dir="auto" .textContent=${compact ? nothing : summary}></p>
      </div>
      <dl class="facts" part="card__facts">
        <div class="fact pay">
          <dt class="hidden" .textContent=${t('pay')}></dt>
          <dd>
            <span
              class=${pay ? 'figure' : 'muted'}
              .textContent=${pay?.main ?? t('payNotStated')}
            ></span>
            <span class="more" .textContent=${pay?.more ?? ''}></span>
          </dd>
        </div>
        <div class="fact time">
          <dt class="hidden" .textContent=${t('time')}></dt>
          <dd>
            ${hours ? nothing : ticks}
            <span
              class=${time ? nothing : 'muted'}
              .textContent=${time ?? t('timeNotStated')}
            ></span>
            ${hours && duration ? html`<span class="more">${ticks} ${duration}</span>` : nothing}
          </dd>
        </div>
        <div class="fact where">
          <dt class="hidden" .textContent=${t('where')}></dt>
          <dd>
            ${place ? icon(placeIcon(project)) : nothing}
            <bdi
              class=${place ? nothing : 'muted'}
              .textContent=${place?.main ?? t('placeNotStated')}
            ></bdi>
            ${
              place?.more
                ? html`<span class="more"><bdi .textContent=${place.more}></bdi></span>`
                : nothing
            }
          </dd>
        </div>
        <div class="fact deadline">
          <dt class="hidden" .textContent=${t('applyBy')}></dt>
          <dd>
            ${
              deadline
                ? deadlineMain(project, l10n, compact, deadline)
                : html`<span class="muted">${t('noDate')}</span>`
            }
            <span class="more" .textContent=${deadline?.more ?? ''}></span>
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
  { l10n, hrefFor }: CardOptions,
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
        .textContent=${title}
      ></button>`
    : html`<a class="card__link" href=${href} data-id=${id} dir="auto" title=${until}>${title}</a>`;
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
    : html`<span class="by" aria-hidden="true" .textContent=${t(compact ? 'applyBy' : 'by')}></span>
        <time datetime=${applyBy!} .textContent=${words}></time>`;
}
