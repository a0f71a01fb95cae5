import { expect } from 'chai';
import { saveSeededProject } from '../../demo/server/projects/project-row.ts';
import { generateProjects } from '../../demo/server/seed/generate.ts';
import { availabilityOf } from '../../src/domain/project-rules.ts';
import type { Project } from '../../src/domain/project.ts';
import { NOW, onEachDatabase } from './support/servers.ts';

const projects = generateProjects(NOW);
const open = projects.filter((project) => availabilityOf(project, NOW) === 'open');
const idsOf = (list: readonly Project[]) => list.map((project) => project.id).sort();

onEachDatabase('the list of projects', (subject) => {
  /** The ids that a query finds, on all pages. */
  const found = async (query: string): Promise<string[]> => {
    const { api } = subject();
    const ids: string[] = [];
    let cursor: string | null = '';
    do {
      const page = await api.list(`limit=100&${query}&cursor=${cursor}`);
      ids.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return ids;
  };
  const finds = async (query: string, test: (project: Project) => unknown) => {
    const expected = idsOf(open.filter(test));
    expect(expected.length, `${query} should find something`).to.be.greaterThan(0);
    expect((await found(query)).sort()).to.deep.equal(expected);
  };

  it('holds what can be applied to now, and nothing else', () => finds('', () => true));

  it('gives 20 items, or as many as asked for', async () => {
    const { api } = subject();
    expect((await api.list()).items).to.have.length(20);
    expect((await api.list('limit=3')).items).to.have.length(3);
    expect((await api.list('limit=100')).items).to.have.length(100);
    expect((await api.list('limit=3')).total).to.equal(240);
  });

  it('sends what a card shows and leaves the rest to the detail', async () => {
    const [item] = (await subject().api.list('limit=1')).items;
    expect(item).to.include.keys('id', 'title', 'summary', 'employer', 'pay', 'skills', 'applyBy');
    expect(item).not.to.have.any.keys('descriptionHtml', 'tasks', 'deliverables', 'complete');
    expect(item?.employer).not.to.have.property('about');
  });

  describe('filters', () => {
    it('category and industry: any of the given values', async () => {
      await finds('category=Design', ({ category }) => category === 'Design');
      await finds('category=Design&category=Research', ({ category = '' }) =>
        ['Design', 'Research'].includes(category),
      );
      await finds('industry=Retail', ({ industry }) => industry === 'Retail');
      await finds(
        'industry=Nonprofit&category=Design',
        ({ industry, category }) => industry === 'Nonprofit' && category === 'Design',
      );
    });

    it('skill: one of the skills', async () => {
      await finds('skill=spreadsheets', ({ skills }) => skills?.includes('spreadsheets'));
      await finds(
        'skill=SQL&skill=Python',
        ({ skills }) => skills?.includes('SQL') || skills?.includes('Python'),
      );
    });

    it('workMode and location', async () => {
      await finds('workMode=remote', ({ workMode }) => workMode === 'remote');
      await finds('workMode=hybrid&workMode=onsite', ({ workMode }) => workMode !== 'remote');
      await finds('location=Chicago%2C+IL', ({ locations }) =>
        locations?.some(({ display }) => display === 'Chicago, IL'),
      );
    });

    it('payMin: the most for the whole project, in that currency', async () => {
      const pays = (currency: string, least: number) => (project: Project) => {
        const { pay, hours } = project;
        if (pay?.currency !== currency || pay.max === undefined) return false;
        const total = pay.kind === 'hourly' ? pay.max * (hours?.max ?? NaN) : pay.max;
        return total >= least;
      };
      await finds('payMin=500&currency=USD', pays('USD', 500));
      await finds('payMin=300&currency=GBP', pays('GBP', 300));
      expect(await found('payMin=99999&currency=USD')).to.deep.equal([]);
      expect(
        open.some((project) => project.pay?.kind === 'hourly' && pays('USD', 500)(project)),
      ).to.equal(true);
    });

    it('currency alone restricts nothing', () => finds('currency=CAD', () => true));

    it('hoursMax and durationDaysMax: the max; unknown is left out', async () => {
      await finds('hoursMax=15', ({ hours }) => hours?.max !== undefined && hours.max <= 15);
      await finds(
        'durationDaysMax=10',
        ({ durationDays }) => durationDays?.max !== undefined && durationDays.max <= 10,
      );
      expect(await found('hoursMax=100')).not.to.include('dsn-205');
    });

    it('applyByFrom and applyByTo: inclusive; unknown is left out', async () => {
      const day = '2026-04-01';
      await finds(`applyByFrom=${day}`, ({ applyBy }) => applyBy && applyBy >= day);
      await finds(`applyByTo=${day}`, ({ applyBy }) => applyBy && applyBy <= day);
      await finds(
        'applyByFrom=2026-03-25&applyByTo=2026-03-27',
        ({ applyBy }) => applyBy && applyBy >= '2026-03-25' && applyBy <= '2026-03-27',
      );
      expect(await found('applyByFrom=2020-01-01')).not.to.include('wri-210');
    });

    it('classYear: whoever is not restricted matches too', () =>
      finds('classYear=junior', ({ eligibility }) => {
        const { classYears = [] } = eligibility ?? {};
        return classYears.length === 0 || classYears.includes('junior');
      }));

    it('workAuthorization: not_required finds the unknown too', async () => {
      await finds(
        'workAuthorization=required',
        ({ eligibility }) => eligibility?.workAuthorization === 'required',
      );
      await finds(
        'workAuthorization=not_required',
        ({ eligibility }) => eligibility?.workAuthorization !== 'required',
      );
    });

    it('paid=true leaves out unpaid and unknown, paid=false nothing', async () => {
      const isPaid = ({ pay }: Project) => pay && !['unpaid', 'unknown'].includes(pay.kind);
      await finds('paid=true', isPaid);
      await finds('paid=false', () => true);
    });

    it('featured=true finds the featured, featured=false all', async () => {
      await finds('featured=true', ({ featured }) => featured);
      await finds('featured=false', () => true);
    });

    it('empty and unknown parameters restrict nothing', () =>
      finds('q=&category=&payMin=&sort=&utm_source=poster', () => true));
  });

  it('counts a listing once that says a skill or a place twice', async () => {
    const { api, database } = subject();
    const place = { display: 'Nowhere, XX' };
    const [project] = open;
    if (!project) throw new Error('There is no listing.');
    const twice = { skills: ['whittling', 'whittling'], locations: [place, place] };
    await saveSeededProject(database, { ...project, id: 'twice', ...twice });
    try {
      const { facets } = await api.list('skill=whittling');
      const choices = [...(facets?.skill ?? []), ...(facets?.location ?? [])];
      expect(choices.find(({ value }) => value === 'whittling')?.count).to.equal(1);
      expect(choices.find(({ value }) => value === place.display)?.count).to.equal(1);
    } finally {
      await database.query(`delete from projects where id = 'twice'`);
    }
  });

  describe('sort', () => {
    type Key = (project: Project) => string | number | undefined;
    /** Ascending by key; the unknown last; ties by id. */
    const inOrder = (list: readonly Project[], key: Key, direction = 1) =>
      [...list]
        .sort((a, b) => {
          const [left, right] = [key(a), key(b)];
          if (left === right) return a.id < b.id ? -1 : 1;
          if (left === undefined) return 1;
          if (right === undefined) return -1;
          return left < right ? -direction : direction;
        })
        .map(({ id }) => id);
    const total: Key = ({ pay, hours }) => {
      if (pay?.kind === 'unpaid') return 0;
      if (pay?.max === undefined) return undefined;
      if (pay.kind !== 'hourly') return pay.max;
      return hours?.max === undefined ? undefined : pay.max * hours.max;
    };
    const posted: Key = ({ postedAt }) => postedAt;

    it('deadline: soonest first', async () => {
      expect(await found('sort=deadline')).to.deep.equal(inOrder(open, ({ applyBy }) => applyBy));
    });
    it('pay: highest first', async () => {
      expect(await found('sort=pay')).to.deep.equal(inOrder(open, total, -1));
    });
    it('shortest: fewest hours first', async () => {
      expect(await found('sort=shortest')).to.deep.equal(inOrder(open, ({ hours }) => hours?.max));
    });
    it('newest, and relevance without words: latest first', async () => {
      const newest = inOrder(open, posted, -1);
      expect(await found('sort=newest')).to.deep.equal(newest);
      expect(await found('sort=relevance')).to.deep.equal(newest);
    });
    it('none: featured first, then newest', async () => {
      const featured = open.filter((project) => project.featured);
      const others = open.filter((project) => !project.featured);
      expect(await found('')).to.deep.equal([
        ...inOrder(featured, posted, -1),
        ...inOrder(others, posted, -1),
      ]);
    });
  });
});
