/** The listings of the demonstration: varied, plausible, and the same at every start but for their dates. */
import type { Project, WorkMode } from '../../../src/domain/project.ts';
import { categories } from './categories/index.ts';
import { domainOf, employersOf, type SeedEmployer } from './employers.ts';
import { places, type Place } from './places.ts';
import { Random } from './random.ts';
import { makeDeliverables, makeMilestones, makeSchedule, todayIn } from './schedule.ts';
import { specialProjects } from './special-projects.ts';
import type { Category, ProjectTemplate } from './template.ts';
import {
  makeApplication,
  makeClassification,
  makeEligibility,
  makeHours,
  makePay,
  makePolicies,
} from './terms.ts';

const PER_CATEGORY = 19;
const FIRST_NUMBER = 200;

type Fate = 'open' | 'closed' | 'filled' | 'paused' | 'past';
const FATES: readonly Fate[] = ['closed', 'filled', 'past', 'paused'];

/** Every tenth listing can no longer be applied to, in one way or another: 240 of 266 are open. */
const fateOf = (index: number): Fate =>
  index % 10 === 7 ? (FATES[Math.floor(index / 10) % FATES.length] ?? 'open') : 'open';

const CADENCES = ['weekly', 'weekly', 'twice a week', 'at each milestone'];
const CHANNELS = ['video call', 'video call', 'phone', 'shared document comments'];
const WORKING = [
  'You work when it suits you; we ask for one fixed call and an answer to messages within two days.',
  'One person here is your contact from the first day to the last, and reads every draft.',
  'The outline is fixed, the way there is yours. If something proves impossible, we change the outline together.',
  'You will meet the team at the start and present to them at the end; in between you are left in peace.',
];
const ENDINGS = [
  'A short written reference is part of the deal.',
  'We name you in the result unless you would rather not be named.',
  'Several of our colleagues began with a project like this.',
  'At the end we look back together for half an hour: what went well, and what you would do differently.',
];

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function describe(context: string, outcomes: readonly string[], random: Random): string {
  const items = outcomes.map((each) => `<li>${escaped(each)}</li>`).join('');
  return [
    `<p>${escaped(context)}</p>`,
    `<p>${random.pick(WORKING)}</p>`,
    `<h3>By the end you will be able to</h3><ul>${items}</ul>`,
    `<p>${random.pick(ENDINGS)}</p>`,
  ].join('');
}

const makeWorkMode = (random: Random, template: ProjectTemplate): WorkMode =>
  template.inPerson
    ? random.pick(['onsite', 'hybrid'])
    : random.pick(['remote', 'remote', 'remote', 'remote', 'hybrid', 'onsite']);

function makeEmployer(employer: SeedEmployer, random: Random): Project['employer'] {
  const { name, about, logo } = employer;
  return {
    name,
    url: `https://www.${domainOf(employer)}/`,
    ...(logo && { logoUrl: `/api/logos/${logo}.svg` }),
    about,
    verified: random.chance(0.85),
  };
}

function makeLocations({ display, city, region, country }: Place): Project['locations'] {
  return [{ display, ...(city && { city }), ...(region && { region }), country }];
}

/** Employer, title and every text that names its subject. */
function makeTexts(template: ProjectTemplate, subject: string, employer: SeedEmployer) {
  const say = (text: string) =>
    capitalized(text.replaceAll('{subject}', subject).replaceAll('{employer}', employer.name));
  return {
    title: say(template.title),
    summary: say(template.summary),
    context: say(template.context),
    tasks: template.tasks.map(say),
    prompts: template.prompts.map(say),
  };
}

function makeProject(category: Category, number: number, index: number, now: number): Project {
  const id = `${category.prefix}-${FIRST_NUMBER + number}`;
  const random = new Random(id);
  const template = category.templates[number % category.templates.length];
  const turn = Math.floor(number / category.templates.length);
  const [subject, industry] = Object.entries(template?.subjects ?? {})[turn] ?? [];
  if (!template || !subject || !industry)
    throw new Error(`${category.name} has no template for ${id}.`);

  const employer = random.pick(employersOf(industry));
  const place = places[employer.place];
  const fate = fateOf(index);
  const schedule = makeSchedule(random, todayIn(place.timeZone, now), now, fate === 'past');
  const { context, prompts, ...texts } = makeTexts(template, subject, employer);
  const hours = makeHours(random, schedule.days);
  const pay = makePay(random, hours, place.currency);
  const classification = makeClassification(random, pay);
  const eligibility = makeEligibility(random, category);
  const policies = makePolicies(random);
  const openings = random.pick([1, 1, 1, 2, 2, 3]);
  const tool = (providedBy: 'student' | 'employer') => (name: string) => ({ name, providedBy });

  return {
    id,
    ...texts,
    descriptionHtml: describe(context, template.outcomes, random),
    employer: makeEmployer(employer, random),
    deliverables: makeDeliverables(template, schedule),
    milestones: makeMilestones(schedule),
    checkIns: { cadence: random.pick(CADENCES), channel: random.pick(CHANNELS) },
    hours,
    durationDays: { min: Math.max(5, schedule.days - 7), max: schedule.days },
    ...(pay && { pay }),
    applyBy: schedule.applyBy,
    timeZone: place.timeZone,
    startsOn: schedule.startsOn,
    endsOn: schedule.endsOn,
    postedAt: schedule.postedAt,
    workMode: makeWorkMode(random, template),
    ...(random.chance(0.95) && { locations: makeLocations(place) ?? [] }),
    category: category.name,
    industry: employer.industry,
    skills: template.skills,
    skillsGained: template.gained,
    tools: [
      ...template.ownTools.map(tool('student')),
      ...(template.lentTools ?? []).map(tool('employer')),
    ],
    learningOutcomes: template.outcomes,
    ...(eligibility && { eligibility }),
    openings,
    openingsLeft: fate === 'filled' ? 0 : random.between(1, openings),
    status: fate === 'past' ? 'open' : fate,
    ...(classification && { classification }),
    ...(policies && { policies }),
    language: 'en',
    listedBy: { name: 'Foothold reference listings' },
    reportable: true,
    application: makeApplication(random, template, prompts, domainOf(employer), id),
  };
}

/** All seeded projects as they are on the day of `now`. */
export function generateProjects(now: number): Project[] {
  const projects: Project[] = [];
  for (let number = 0; number < PER_CATEGORY; number++)
    for (const category of categories)
      projects.push(makeProject(category, number, projects.length, now));
  return projects.map((project) => ({
    ...project,
    ...specialProjects[project.id]?.(project, now),
  }));
}
