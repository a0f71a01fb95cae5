import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../controllers/context.ts';
import { employerTile } from '../internal/employer-tile.ts';
import { heading } from '../internal/heading.ts';
import { icon } from '../internal/icons.ts';
import { prose, say, type Reading } from '../internal/reading.ts';

/** What and for whom: title, employer, summary. */
export function header(
  reading: Reading,
  settings: Settings,
  apiUrl: string | undefined,
): TemplateResult {
  const { l10n, project } = reading;
  const { employer, category, industry } = project;
  const about = [employer.verified && l10n.t('verified'), category, industry].filter(Boolean);
  return html`${heading(settings.headingLevel, say(reading, project.title))}
    <div class="employer" part="employer">
      ${employerTile(employer, settings, apiUrl)}
      <div>
        <b>${say(reading, employer.name)}</b> ${employer.verified ? icon('verified') : nothing}
        <p class="muted">
          ${about.map((each, index) => html`${index ? ' · ' : nothing}<bdi>${each}</bdi>`)}
        </p>
      </div>
    </div>
    ${prose(reading, project.summary, 'lede')}`;
}
