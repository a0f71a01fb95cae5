/** The listings that every benchmark draws and searches: those of the demonstration, as many as wanted. */
import { isDate } from '../../src/domain/dates.ts';
import type { Project } from '../../src/domain/project.ts';
import { generateProjects } from '../../demo/server/seed/generate.ts';

/** One zone for all, so that a peer can count days with one clock. */
const ZONE = 'America/New_York';
const MINUTE = 60_000;
/** Employers, places and skills grow with the list, up to so many. */
const MOST_NAMES = 2_000;

/** Seeded projects as most are: open until a day, with texts of a usual length, and no logo to load. */
function usual(now: number): Project[] {
  return generateProjects(now)
    .filter(
      ({ status = 'open', applyBy = '', title, skills = [], employer }) =>
        status === 'open' &&
        isDate(applyBy) &&
        Date.parse(applyBy) > now &&
        title.length < 90 &&
        skills.length <= 8 &&
        employer.name.length < 40 &&
        !/[\u0590-\u06ff]/.test(title + employer.name),
    )
    .map(({ employer: { logoUrl: _logoUrl, ...employer }, ...project }) => ({
      ...project,
      employer,
      timeZone: ZONE,
    }));
}

/**
 * So many open listings, newest first. The same for the same day.
 * @param now milliseconds since 1970
 */
export function listings(count: number, now: number): Project[] {
  const base = usual(now);
  return Array.from({ length: count }, (_, index) => {
    const project = base[index % base.length]!;
    const round = Math.floor(index / base.length);
    const { locations = [], skills = [], employer } = project;
    const turn = round % MOST_NAMES;
    return {
      ...project,
      id: `${project.id}-${round}`,
      postedAt: new Date(now - index * MINUTE).toISOString(),
      ...(round && {
        title: `${project.title}, part ${round}`,
        employer: { ...employer, name: `${employer.name} ${turn}` },
        locations: locations.map((each) => ({ ...each, display: `${each.display} ${turn % 400}` })),
        skills: [...skills, `method ${turn}`],
      }),
    };
  });
}
