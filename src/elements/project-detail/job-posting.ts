import type { Project } from '../../domain/project.ts';
import { deadlineOf, hasAmount, payPer } from '../../domain/project-rules.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { hoursText } from '../internal/facts.ts';

const EMPLOYMENT = {
  contractor: 'CONTRACTOR',
  employee: 'TEMPORARY',
  volunteer: 'VOLUNTEER',
  course_credit: 'INTERN',
} as const;

const typed = (type: string, fields: Record<string, unknown>) => ({ '@type': type, ...fields });

const place = ({ display, city, region, country }: NonNullable<Project['locations']>[number]) =>
  typed('Place', {
    address:
      (city ?? region ?? country)
        ? typed('PostalAddress', {
            addressLocality: city,
            addressRegion: region,
            addressCountry: country,
          })
        : display,
  });

/** Pay as schema.org knows it: by time. It has no word for what a whole project pays. */
function salary({ pay }: Project) {
  if (!hasAmount(pay) || pay.estimated || payPer(pay) === 'project') return undefined;
  return typed('MonetaryAmount', {
    currency: pay.currency,
    value: typed('QuantitativeValue', {
      minValue: pay.min,
      maxValue: pay.max,
      unitText: payPer(pay).toUpperCase(),
    }),
  });
}

/**
 * A project as a `JobPosting` of schema.org. Only what is known and shown; undefined members are
 * left out when it is written down.
 * @param description the text that is shown, as safe HTML
 */
export function jobPosting(
  project: Project,
  l10n: Localizer,
  description: string | undefined,
): Record<string, unknown> {
  const { employer, workMode, locations, eligibility, classification, url } = project;
  const deadline = deadlineOf(project, 0);
  const isRemote = workMode === 'remote';
  const countries = new Set(locations?.map(({ country }) => country).filter(Boolean));
  return {
    '@context': 'https://schema.org',
    ...typed('JobPosting', {
      identifier: typed('PropertyValue', { name: employer.name, value: project.id }),
      title: project.title,
      description: description ?? project.summary,
      url,
      datePosted: project.postedAt,
      validThrough: deadline && new Date(deadline.at).toISOString(),
      jobStartDate: project.startsOn,
      hiringOrganization: typed('Organization', {
        name: employer.name,
        sameAs: employer.url,
        logo: employer.logoUrl,
      }),
      employmentType: classification && EMPLOYMENT[classification],
      jobLocationType: isRemote ? 'TELECOMMUTE' : undefined,
      applicantLocationRequirements:
        isRemote && countries.size
          ? [...countries].map((name) => typed('Country', { name }))
          : undefined,
      jobLocation: isRemote ? undefined : locations?.map(place),
      baseSalary: salary(project),
      workHours: project.hours && hoursText(l10n, project.hours),
      totalJobOpenings: project.openings,
      industry: project.industry,
      occupationalCategory: project.category,
      skills: project.skills?.join(', '),
      responsibilities: project.tasks?.join('\n'),
      qualifications: eligibility?.notes,
    }),
  };
}
