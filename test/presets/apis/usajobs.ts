/** The search of USAJOBS behind a proxy that adds the key: long names, amounts as text, times without a zone. */
import type { Pay, Project } from '../../../src/domain/project.ts';
import { fakeApi, json, status, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';
import { unexpected } from '../support/parameters.ts';

export const usajobsUrl = 'https://careers.example.edu/usajobs';

const pageOf = (id: string) => `https://www.usajobs.gov/GetJob/ViewDetails/${id}`;

/** Amounts are US dollars, by the hour, the month or the year; there is none for a project. */
const isStated = (pay: Pay | undefined): pay is Pay =>
  pay?.currency === 'USD' && (pay.kind === 'hourly' || pay.per === 'month');

const remuneration = ({ kind, min, max }: Pay) => ({
  MinimumRange: `${min}.0`,
  MaximumRange: `${max}.0`,
  RateIntervalCode: kind === 'hourly' ? 'PH' : 'PM',
  Description: kind === 'hourly' ? 'Per Hour' : 'Per Month',
});

const itemOf = (project: Project) => {
  const { id, title, employer, summary, category, locations = [], pay } = project;
  const days = (instant: string | undefined, time: string) =>
    instant && instant.slice(0, 10) + time;
  return {
    MatchedObjectId: id,
    MatchedObjectDescriptor: {
      PositionID: `FD-${id}`,
      PositionTitle: title,
      PositionURI: pageOf(id).replace('.gov/', '.gov:443/'),
      ApplyURI: [`${pageOf(id)}?PostingChannelID=`],
      PositionLocationDisplay: locations.length > 1 ? 'Multiple Locations' : locations[0]?.display,
      PositionLocation: locations.map(({ display, region }) => ({
        LocationName: display,
        CountryCode: 'United States',
        CountrySubDivisionCode: region,
        CityName: display,
        Longitude: -83.02852,
        Latitude: 42.511116,
      })),
      OrganizationName: employer.name,
      DepartmentName: 'Department of Everything',
      JobCategory: category ? [{ Name: category, Code: '0801' }] : [],
      PositionRemuneration: isStated(pay) ? [remuneration(pay)] : [],
      PublicationStartDate: days(project.postedAt, 'T00:00:00.0000'),
      ApplicationCloseDate: days(project.applyBy, 'T23:59:59.9970'),
      QualificationSummary: 'Be curious.',
      UserArea: {
        Details: {
          JobSummary: summary ?? '',
          MajorDuties: ['Count & compare.'],
          TotalOpenings: '2',
          RemoteIndicator: project.workMode === 'remote',
        },
        IsRadialSearch: false,
      },
    },
    RelevanceScore: 0.0,
    RelevanceRank: 0,
  };
};

export const fakeUsajobs = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base: usajobsUrl,
    routes: {
      'GET /search': ({ query }) => {
        const wrong = unexpected(query, {
          HiringPath: 'student',
          Page: /^[1-9]\d*$/,
          ResultsPerPage: /^(?:[1-9]\d?|[1-4]\d\d|500)$/,
        });
        if (wrong) return status(400, { Message: wrong });
        const [page, size] = [Number(query.get('Page')), Number(query.get('ResultsPerPage'))];
        const found = projects.slice((page - 1) * size, page * size);
        return json({
          LanguageCode: 'EN',
          SearchParameters: {},
          SearchResult: {
            SearchResultCount: found.length,
            SearchResultCountAll: projects.length,
            SearchResultItems: found.map(itemOf),
            UserArea: { NumberOfPages: String(Math.ceil(projects.length / size)) },
          },
        });
      },
    },
  });

const payKnown = ({ kind, min, max }: Pay): Pay => ({
  kind: kind === 'hourly' ? kind : 'unknown',
  min: min!,
  max: max!,
  currency: 'USD',
  per: kind === 'hourly' ? 'hour' : 'month',
});

/** What USAJOBS says of a project; it lists only what is open. */
export function knownToUsajobs(project: Project): Project | undefined {
  const { id, title, employer, summary, locations, pay, workMode, postedAt, applyBy } = project;
  if ((project.status ?? 'open') !== 'open') return undefined;
  return {
    id,
    title,
    employer: { name: employer.name },
    url: pageOf(id),
    ...(summary && { descriptionHtml: `<p>${summary}</p>` }),
    tasks: ['Count & compare.'],
    ...only(project, 'category'),
    ...(workMode === 'remote' && { workMode }),
    ...(postedAt && { postedAt: postedAt.slice(0, 10) }),
    ...(applyBy && { applyBy: applyBy.slice(0, 10) }),
    ...(locations && { locations: locations.map(({ display }) => ({ display })) }),
    ...(isStated(pay) && { pay: payKnown(pay) }),
    eligibility: { notes: 'Be curious.' },
    openings: 2,
    listedBy: { name: 'USAJOBS' },
    application: { mode: 'redirect', url: `${pageOf(id)}?PostingChannelID=` },
  };
}
