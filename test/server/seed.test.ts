import { expect } from 'chai';
import { generateProjects } from '../../demo/server/seed/generate.ts';
import { availabilityOf } from '../../src/domain/project-rules.ts';
import type { Project } from '../../src/domain/project.ts';
import { NOW } from './support/servers.ts';

const DAY = 86_400_000;

const withoutDates = (projects: readonly Project[]): unknown =>
  JSON.parse(
    JSON.stringify(projects, (key: string, value: unknown) =>
      ['applyBy', 'startsOn', 'endsOn', 'dueOn', 'postedAt'].includes(key) ? undefined : value,
    ),
  );

describe('the seed', () => {
  const projects = generateProjects(NOW);
  const open = projects.filter((project) => availabilityOf(project, NOW) === 'open');
  const having = (test: (project: Project) => unknown) => open.filter(test).length;

  it('has 240 open listings and some of every other kind', () => {
    expect(open).to.have.length(240);
    const others = projects.map((project) => availabilityOf(project, NOW));
    expect(others).to.include.members(['closed', 'filled', 'paused']);
    expect(projects.some((each) => each.status === 'open' && !open.includes(each))).to.equal(true);
  });

  it('has no two listings with one id or one title', () => {
    expect(new Set(projects.map((each) => each.id)).size).to.equal(projects.length);
    expect(new Set(projects.map((each) => each.title)).size).to.equal(projects.length);
  });

  it('spreads over at least twelve categories, industries and places', () => {
    const categories = new Set(open.map((each) => each.category));
    expect(categories.size).to.be.at.least(12);
    expect(new Set(open.map((each) => each.industry)).size).to.be.at.least(12);
    const places = open.flatMap((each) => each.locations?.map(({ display }) => display) ?? []);
    expect(new Set(places).size).to.be.at.least(12);
  });

  it('names only domains that cannot exist', () => {
    const links = JSON.stringify(projects).match(/https?:\/\/[^/"\\]+/g) ?? [];
    for (const link of new Set(links)) expect(link).to.match(/\.example$/);
  });

  it('has the awkward ones', () => {
    expect(having(({ title }) => title.length > 200)).to.be.at.least(1);
    expect(having(({ title }) => /\p{Script=Arabic}/u.test(title))).to.be.at.least(2);
    expect(having(({ title }) => /\p{Script=Hebrew}/u.test(title))).to.be.at.least(1);
    expect(having(({ skills }) => skills?.length === 40)).to.equal(1);
    expect(having(({ pay }) => pay === undefined)).to.be.at.least(1);
    expect(having(({ pay }) => pay?.kind === 'unknown')).to.be.at.least(1);
    expect(having(({ pay }) => pay?.kind === 'hourly')).to.be.at.least(10);
    expect(having(({ pay }) => pay?.kind === 'stipend')).to.be.at.least(10);
    expect(having(({ pay }) => pay?.kind === 'unpaid')).to.be.at.least(3);
    expect(having(({ timeZone }) => timeZone === undefined)).to.equal(1);
    expect(having(({ applyBy }) => applyBy === undefined)).to.equal(1);
    expect(having(({ applyBy }) => applyBy === '2026-03-18')).to.be.at.least(2);
    expect(having(({ applyBy }) => applyBy === '2026-03-19')).to.be.at.least(2);
    expect(having(({ featured }) => featured)).to.equal(8);
    for (const currency of ['USD', 'EUR', 'GBP', 'CAD'])
      expect(having(({ pay }) => pay?.currency === currency)).to.be.at.least(5);
    for (const mode of ['post', 'redirect', 'email'])
      expect(having((each) => each.application?.mode === mode)).to.be.at.least(3);
  });

  it('asks questions of every type', () => {
    const types = open.flatMap(
      (each) => each.application?.questions?.map(({ type }) => type) ?? [],
    );
    const all =
      'text textarea email tel url number date select multiselect boolean file consent info';
    expect([...new Set(types)].sort()).to.deep.equal(all.split(' ').sort());
  });

  it('is the same at every start', () => {
    expect(generateProjects(NOW)).to.deep.equal(projects);
  });

  it('moves its dates with the day, and nothing else', () => {
    for (const days of [1, 40, 365]) {
      const later = generateProjects(NOW + days * DAY);
      expect(withoutDates(later)).to.deep.equal(withoutDates(projects));
      expect(
        later.filter((each) => availabilityOf(each, NOW + days * DAY) === 'open'),
      ).to.have.length(240);
      for (const each of later)
        expect(Date.parse(each.postedAt ?? ''), each.id).to.be.below(NOW + days * DAY);
    }
  });

  it('has its dates in order', () => {
    for (const { id, applyBy, startsOn, endsOn, deliverables = [], milestones = [] } of projects) {
      if (!applyBy || !startsOn || !endsOn) continue;
      const dates = [applyBy, startsOn, ...milestones.map((each) => each.dueOn ?? ''), endsOn];
      expect([...dates].sort(), id).to.deep.equal(dates);
      expect(deliverables.at(-1)?.dueOn, id).to.equal(endsOn);
    }
  });
});
