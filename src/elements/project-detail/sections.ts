import { html, nothing } from 'lit';
import type { Deliverable, Milestone } from '../../domain/project.ts';
import { isThisPage } from '../../lib/structured-data.ts';
import {
  around,
  bullets,
  fact,
  facts,
  outLink,
  prose,
  say,
  shortDate,
} from '../internal/reading.ts';
import type { Piece, Reading } from '../internal/reading.ts';

export interface Section {
  readonly title: unknown;
  readonly content: readonly Piece[];
}

const CLASS_YEARS = ['freshman', 'sophomore', 'junior', 'senior', 'graduate'] as const;

/** Deliverables or milestones: a ruled list, the date first. */
function steps(reading: Reading, items: readonly (Deliverable | Milestone)[] | undefined): Piece {
  const { t } = reading.l10n;
  return bullets(
    items,
    (item) => {
      const kind = 'kind' in item ? t(item.kind) : undefined;
      return html`${
          item.dueOn
            ? html`<time datetime=${item.dueOn}>${shortDate(reading, item.dueOn)}</time>`
            : nothing
        }
        <div>
          <b>${say(reading, item.title)}</b>
          ${kind && !item.title.toLowerCase().includes(kind.toLowerCase()) ? html`<p class="muted">${kind}</p>` : nothing}
          ${
            item.description
              ? html`<p class="prose muted">${say(reading, item.description)}</p>`
              : nothing
          }
        </div>`;
    },
    'steps',
  );
}

/**
 * What there is to read about a project, in the order in which a student decides. A section of which
 * nothing is known is left out.
 * @param description the listing's description as safe nodes
 */
export function sections(reading: Reading, description: Node | undefined): readonly Section[] {
  const { l10n, project } = reading;
  const { t } = l10n;
  const { checkIns, eligibility, policies, employer } = project;
  const tell = (text: string) => say(reading, text);
  const tags = (items: readonly string[] | undefined) => bullets(items, tell, 'tags');
  const all = (items: readonly string[] | undefined) =>
    items?.length ? tell(l10n.list(items, 'disjunction')) : undefined;
  const classYear = (value: string) => {
    const known = CLASS_YEARS.find((year) => year === value);
    return known ? t(known) : value;
  };
  const sections: readonly Section[] = [
    { title: t('aboutProject'), content: [description, bullets(project.tasks, tell)] },
    { title: t('deliverables'), content: [steps(reading, project.deliverables)] },
    {
      title: t('milestones'),
      content: [
        steps(reading, project.milestones),
        facts(
          fact(
            t('checkIns'),
            checkIns &&
              tell([checkIns.cadence, checkIns.channel].filter((each) => each).join(' · ')),
          ),
        ),
      ],
    },
    {
      title: t('tools'),
      content: [
        bullets(
          project.tools,
          ({ name, providedBy }) =>
            html`${tell(name)}${
              providedBy
                ? html`<span class="muted">
                    · ${t(providedBy === 'employer' ? 'byEmployer' : 'byStudent')}</span
                  >`
                : nothing
            }`,
        ),
      ],
    },
    { title: t('skillsNeeded'), content: [tags(project.skills)] },
    {
      title: t('toShow'),
      content: [tags(project.skillsGained), bullets(project.learningOutcomes, tell)],
    },
    {
      title: t('eligibility'),
      content: [
        facts(
          fact(t('filterClassYear'), all(eligibility?.classYears?.map(classYear))),
          fact(t('majors'), all(eligibility?.majors)),
          fact(
            t('filterWorkAuthorization'),
            eligibility?.workAuthorization &&
              t(eligibility.workAuthorization === 'required' ? 'authorization' : 'noAuthorization'),
          ),
        ),
        prose(reading, eligibility?.notes),
      ],
    },
    {
      title: t('policies'),
      content: [
        facts(
          fact(t('ip'), prose(reading, policies?.ip)),
          fact(t('confidentiality'), prose(reading, policies?.confidentiality)),
          fact(t('aiUse'), policies?.aiUse && t(policies.aiUse)),
        ),
      ],
    },
    {
      title: around((place) => t('aboutEmployer', { employer: place }), tell(employer.name)),
      content: [prose(reading, employer.about), outLink(l10n, employer.url)],
    },
  ];
  return sections.filter(({ content }) => content.some(Boolean));
}

/** Where the listing comes from. */
export function origin(reading: Reading): Piece {
  const { l10n, project } = reading;
  const { id, listedBy, postedAt, url } = project;
  const lister = listedBy && say(reading, listedBy.name);
  return facts(
    fact(l10n.t('listedBy'), lister && (outLink(l10n, listedBy.url, lister) ?? lister)),
    fact(l10n.t('posted'), postedAt && shortDate(reading, postedAt)),
    fact(l10n.t('original'), url && !isThisPage(url, id) ? outLink(l10n, url) : undefined),
  );
}
