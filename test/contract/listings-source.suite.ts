/** What every source of listings has to do. A test file gives it a source and a name for it. */
import { expect } from 'chai';
import type { Submission } from '../../src/domain/application.ts';
import type { Project } from '../../src/domain/project.ts';
import { SORTS, type Query, type Sort } from '../../src/domain/query.ts';
import type { FacetName, ListingsSource } from '../../src/source/listings-source.ts';
import { isAbort, SourceError } from '../../src/source/source-error.ts';
import { rejection } from '../support/fake-network.ts';
import { contractProjects, dayFrom } from './contract-projects.ts';

export interface Subject {
  readonly source: ListingsSource;
  readonly close?: (() => unknown) | undefined;
}

/**
 * Makes a source that holds exactly these projects, and takes applications and reports; undefined where
 * what it needs is not there, and its tests are pending.
 */
export type MakeSource = (projects: readonly Project[]) => Subject | Promise<Subject | undefined>;

const open = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

let people = 0;
/** An application by somebody who has not applied to anything yet. */
function submission(more: Partial<Submission['application']> = {}): Submission {
  people++;
  return {
    key: crypto.randomUUID(),
    application: {
      applicant: { name: 'Ada Example', email: `ada-${people}@student.example` },
      proposal: 'I would begin with the prices of the three nearest.',
      answers: {},
      consent: {
        accepted: true,
        text: 'I agree that this is sent to the employer.',
        version: '1',
        at: '2026-12-01T12:00:00Z',
      },
      ...more,
    },
    attachments: [
      {
        part: 'resume',
        file: new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'resume.pdf', {
          type: 'application/pdf',
        }),
      },
    ],
  };
}

async function failure(promise: Promise<unknown> | undefined): Promise<SourceError> {
  const error = await rejection(promise ?? Promise.resolve());
  expect(error).to.be.instanceOf(SourceError);
  return error as SourceError;
}

export function listingsSourceSuite(name: string, makeSource: MakeSource): void {
  describe(`${name} as a source of listings`, () => {
    const now = Date.now();
    const projects = contractProjects(now);
    let subject: Subject;
    let source: ListingsSource;

    before(async function () {
      const made = await makeSource(projects);
      if (!made) return this.skip();
      subject = made;
      source = made.source;
    });
    after(() => (subject as Subject | undefined)?.close?.());

    const list = (query: Query, limit = 100, cursor?: string) =>
      source.list(query, { limit, cursor });
    const idsOf = async (query: Query) => (await list(query)).projects.map(({ id }) => id);

    describe('lists', () => {
      it('what can be applied to now, and nothing else', async () => {
        const { projects: found, total, nextCursor, skipped } = await list({});
        expect(found.map(({ id }) => id)).to.have.members(open);
        expect(total).to.equal(open.length);
        expect(nextCursor).to.equal(null);
        expect(skipped).to.deep.equal([]);
      });

      it('what a card shows', async () => {
        const { projects: found } = await list({});
        const a = found.find(({ id }) => id === 'a');
        const keys = ['title', 'summary', 'pay', 'hours', 'durationDays', 'applyBy', 'timeZone'];
        const more = ['workMode', 'locations', 'category', 'industry', 'skills', 'featured'];
        for (const key of [...keys, ...more] as (keyof Project)[]) {
          expect(a?.[key], key).to.deep.equal(projects[0]?.[key]);
        }
        expect(a?.employer.name).to.equal('Lakeside Analytics');
      });

      const filters: [string, Query, readonly string[]][] = [
        ['category', { category: ['Design'] }, ['b', 'f']],
        ['any of several categories', { category: ['Data', 'Design'] }, ['b', 'c', 'f']],
        ['a category that nothing has', { category: ['Law'] }, []],
        ['industry', { industry: ['Health'] }, ['c', 'd']],
        ['skill', { skill: ['excel'] }, ['a', 'c']],
        ['any of several skills', { skill: ['sql', 'writing'] }, ['c', 'd']],
        ['work mode', { workMode: ['remote'] }, ['a', 'd']],
        ['place', { location: ['Boston, MA'] }, ['b', 'c']],
        ['pay for the whole project', { payMin: 450, currency: 'USD' }, ['a', 'b']],
        ['pay, hourly pay times hours', { payMin: 500, currency: 'USD' }, ['b']],
        ['pay in another currency', { payMin: 300, currency: 'EUR' }, ['c']],
        ['more than anything pays', { payMin: 501, currency: 'USD' }, []],
        ['a currency alone, which restricts nothing', { currency: 'EUR' }, open],
        ['hours, by the most or else the least', { hoursMax: 30 }, ['a', 'b', 'd', 'f']],
        ['few hours', { hoursMax: 20 }, ['b', 'd']],
        ['duration, by the most or else the least', { durationDaysMax: 21 }, ['a', 'b']],
        ['long duration', { durationDaysMax: 28 }, ['a', 'b', 'c']],
        ['deadline from a day on', { applyByFrom: dayFrom(now, 5) }, ['a', 'c', 'd', 'h']],
        ['deadline up to a day', { applyByTo: dayFrom(now, 5) }, ['b', 'd']],
        [
          'deadline between two days',
          { applyByFrom: dayFrom(now, 5), applyByTo: dayFrom(now, 10) },
          ['a', 'd', 'h'],
        ],
        [
          'the day of an instant where the project is',
          { applyByFrom: dayFrom(now, 7), applyByTo: dayFrom(now, 7) },
          ['h'],
        ],
        [
          'not the day of an instant elsewhere',
          { applyByFrom: dayFrom(now, 8), applyByTo: dayFrom(now, 8) },
          [],
        ],
        [
          'class year, where none is named too',
          { classYear: ['senior'] },
          ['a', 'b', 'c', 'e', 'g', 'h'],
        ],
        ['no need of work authorization', { workAuthorization: 'not_required' }, open.slice(1)],
        ['need of work authorization', { workAuthorization: 'required' }, ['a']],
        ['pay at all', { paid: true }, ['a', 'b', 'c', 'f', 'g']],
        ['being featured', { featured: true }, ['a', 'c']],
        ['several filters', { category: ['Marketing'], industry: ['Health'], hoursMax: 10 }, ['d']],
        ['a word of the title', { q: 'pricing' }, ['a']],
        ['words in another case and order', { q: 'STUDY Pricing' }, ['a']],
        ['a word still being typed', { q: 'newsl' }, ['d']],
        ['a word without its accent', { q: 'cafe' }, ['a']],
        ['a word of the summary', { q: 'competitors' }, ['a']],
        ['the name of the employer', { q: 'harbor' }, ['c', 'd']],
        ['words of which one is nowhere', { q: 'pricing zeppelin' }, []],
        ['words and a filter', { q: 'harbor', workMode: ['onsite'] }, ['c']],
      ];
      for (const [what, query, expected] of filters) {
        it(`by ${what}`, async () => {
          const { projects: found, total } = await list(query);
          expect(found.map(({ id }) => id)).to.have.members(expected);
          expect(total).to.equal(expected.length);
        });
      }

      const orders: Record<Sort, string> = {
        newest: 'a c b f d e g h',
        relevance: 'a c b f d e g h',
        deadline: 'b d h a c e f g',
        pay: 'b a c d e f g h',
        shortest: 'd b a f c e g h',
      };
      for (const sort of SORTS) {
        it(`in the order of ${sort}, the unknown last, ties by id`, async () => {
          expect((await idsOf({ sort })).join(' ')).to.equal(orders[sort]);
        });
      }

      it('featured ones first unless told how to sort', async () => {
        expect((await idsOf({})).join(' ')).to.equal('a c b f d e g h');
        expect((await idsOf({ q: 'figma' })).join(' ')).to.equal('c b');
      });

      it('by relevance what has the word in its title first', async () => {
        expect((await idsOf({ q: 'figma', sort: 'relevance' })).join(' ')).to.equal('b c');
      });
    });

    describe('counts', () => {
      const chosen = (facet: FacetName, value: string): Query =>
        facet === 'currency' ? { currency: value, payMin: 1 } : { [facet]: [value] };
      const contexts: Query[] = [
        {},
        { workMode: ['remote'] },
        { category: ['Design'], classYear: ['junior'] },
        { payMin: 450, currency: 'USD' },
        { q: 'harbor' },
      ];
      for (const query of contexts) {
        it(`what each choice would give with ${JSON.stringify(query)}`, async () => {
          const { facets } = await list(query);
          const entries = Object.entries(facets) as [
            FacetName,
            { value: string; count?: number }[],
          ][];
          expect(entries.map(([facet]) => facet)).to.include.members(['category', 'workMode']);
          for (const [facet, values] of entries) {
            for (const { value, count } of values) {
              const { total } = await list({ ...query, ...chosen(facet, value) }, 1);
              expect(count, `${facet}=${value}`).to.equal(total);
            }
          }
        });
      }

      it('every value that there is, the commonest first', async () => {
        const { facets } = await list({});
        const values = (facet: FacetName) => facets[facet]?.map(({ value }) => value);
        expect(values('category')).to.deep.equal(['Design', 'Marketing', 'Data']);
        expect(values('industry')).to.deep.equal(['Health', 'Retail']);
        expect(values('skill')).to.deep.equal(['excel', 'figma', 'research', 'sql', 'writing']);
        expect(values('workMode')).to.deep.equal(['remote', 'hybrid', 'onsite']);
        expect(values('location')).to.deep.equal(['Boston, MA', 'Chicago, IL']);
        expect(values('classYear')).to.deep.equal(['junior', 'freshman', 'senior']);
        expect(values('currency')).to.deep.equal(['USD', 'EUR']);
      });

      it('the choices beside the one taken', async () => {
        const { facets } = await list({ category: ['Design'] });
        expect(facets.category).to.have.length(3);
        expect(facets.workMode?.map(({ value }) => value)).to.deep.equal(['hybrid']);
      });
    });

    describe('pages', () => {
      it('through everything once, in order', async () => {
        for (const query of [{}, { sort: 'shortest' }, { q: 'figma' }, { paid: true }] as Query[]) {
          const whole = await idsOf(query);
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await list(query, 2, cursor);
            seen.push(...page.projects.map(({ id }) => id));
            expect(page.total).to.equal(whole.length);
            expect(page.projects.length).to.be.at.most(2);
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined && seen.length < 20);
          expect(seen).to.deep.equal(whole);
        }
      });

      it('of another size from the same place', async () => {
        const whole = await idsOf({});
        const { nextCursor } = await list({}, 2);
        const { projects: rest } = await list({}, 100, nextCursor ?? '');
        expect(rest.map(({ id }) => id)).to.deep.equal(whole.slice(2));
      });

      it('from nowhere that is not known, or belongs to another query', async () => {
        const { nextCursor } = await list({}, 2);
        const refused = { kind: 'http', status: 400 };
        expect(await failure(list({}, 2, 'nowhere'))).to.include(refused);
        expect(await failure(list({ paid: true }, 2, nextCursor ?? ''))).to.include(refused);
        expect(await failure(list({ sort: 'pay' }, 2, nextCursor ?? ''))).to.include(refused);
      });
    });

    describe('gives a project', () => {
      it('with everything that is known of it', async () => {
        for (const project of projects) {
          const detail = await source.detail(project.id);
          expect({ ...detail, complete: true }).to.deep.equal({ ...project, complete: true });
        }
      });

      it('that equals its complete list item', async () => {
        for (const item of (await list({})).projects) {
          if (item.complete) expect(await source.detail(item.id)).to.deep.equal(item);
        }
      });

      it('or says that it is gone', async () => {
        const error = await failure(source.detail('no-such-project'));
        expect(error.kind).to.equal('http');
        expect([404, 410]).to.include(error.status);
      });
    });

    describe('takes an application', () => {
      it('and gives a receipt', async () => {
        const receipt = await source.apply?.('a', submission());
        expect(receipt?.id).to.be.a('string').that.is.not.empty;
        expect(receipt?.reference).to.be.a('string').that.is.not.empty;
      });

      it('once: the same again gives the same receipt', async () => {
        const sent = submission();
        const receipt = await source.apply?.('a', sent);
        expect(await source.apply?.('a', sent)).to.deep.equal(receipt);
        const later = { ...sent.application.consent, at: '2026-12-01T12:34:56Z' };
        const again = { ...sent, application: { ...sent.application, consent: later } };
        expect(await source.apply?.('a', again)).to.deep.equal(receipt);
      });

      it('once, also when it comes twice at the same time', async () => {
        const sent = submission();
        const [one, other] = await Promise.all([
          source.apply?.('b', sent),
          source.apply?.('b', sent),
        ]);
        expect(one).to.deep.equal(other);
      });

      it('but no other one under the same key', async () => {
        const sent = submission();
        const receipt = await source.apply?.('a', sent);
        const received = { kind: 'rejected', status: 409, code: 'already-received', receipt };
        const words = {
          ...sent,
          application: { ...sent.application, proposal: 'Something else.' },
        };
        expect(await failure(source.apply?.('a', words))).to.deep.include(received);
        const noFile = { ...sent, attachments: [] };
        expect(await failure(source.apply?.('a', noFile))).to.deep.include(received);
      });

      it('but only one of each person to a project', async () => {
        const sent = submission();
        await source.apply?.('a', sent);
        const { email } = sent.application.applicant;
        const same = submission({ applicant: { name: 'A. E.', email: ` ${email.toUpperCase()}` } });
        const error = await failure(source.apply?.('a', same));
        expect(error).to.include({ kind: 'rejected', status: 409, code: 'duplicate-applicant' });
        expect(error.receipt).to.equal(undefined);
        expect(await source.apply?.('b', same)).to.have.property('reference');
      });

      it('but none to what is not open', async () => {
        for (const id of ['closed', 'filled', 'paused', 'past']) {
          const error = await failure(source.apply?.(id, submission()));
          expect(error, id).to.include({ kind: 'rejected', status: 409, code: 'closed' });
        }
      });

      it('but none to what is not there', async () => {
        const error = await failure(source.apply?.('no-such-project', submission()));
        expect(error).to.include({ kind: 'http', status: 404 });
      });
    });

    describe('takes a report', () => {
      it('of a project that is there', async () => {
        await source.report?.('a', { reason: 'scam', details: 'They asked for money.' });
        await source.report?.('a', { reason: 'other' });
        const error = await failure(source.report?.('no-such-project', { reason: 'scam' }));
        expect(error).to.include({ kind: 'http', status: 404 });
      });
    });

    describe('refuses', () => {
      it('an amount without its currency', async () => {
        expect(await failure(list({ payMin: 100 }))).to.include({ kind: 'http', status: 400 });
      });

      it('a page of no size, or of a huge one', async () => {
        expect(await failure(list({}, 0))).to.include({ kind: 'http', status: 400 });
        expect(await failure(list({}, 101))).to.include({ kind: 'http', status: 400 });
      });

      it('to go on when it is aborted', async () => {
        const aborted = { signal: AbortSignal.abort() };
        expect(isAbort(await rejection(source.list({}, { limit: 5 }, aborted)))).to.equal(true);
        expect(isAbort(await rejection(source.detail('a', aborted)))).to.equal(true);
        const controller = new AbortController();
        const asked = rejection(source.list({ q: 'abort' }, { limit: 5 }, controller));
        controller.abort();
        expect(isAbort(await asked)).to.equal(true);
      });
    });
  });
}
