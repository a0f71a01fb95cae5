import { expect } from 'chai';
import type { Submission } from '../../../src/domain/application.ts';
import type { ApplicationTerms, Project } from '../../../src/domain/project.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { MergedSource } from '../../../src/source/merged/merged-source.ts';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import { rejection } from '../../support/fake-network.ts';
import { project } from '../../support/scripted-list.ts';

const submission: Submission = {
  key: 'key-1',
  application: {
    applicant: { name: 'Ada', email: 'ada@student.example' },
    answers: {},
    consent: { accepted: true, text: 'I agree', version: '1', at: '2026-12-01T12:00:00Z' },
  },
  attachments: [],
};

/** A source that can only be read. */
const readOnly = (...projects: Project[]): ListingsSource => {
  const memory = new MemorySource(projects);
  return {
    list: (...asked) => memory.list(...asked),
    detail: (...asked) => memory.detail(...asked),
  };
};

describe('applying to a project of a MergedSource', () => {
  const page = 'https://jobs.example/7';

  it('goes to the part that has it, as do reports', async () => {
    const [a, b] = [new MemorySource([project('1')]), new MemorySource([project('1')])];
    const source = new MergedSource([
      { id: 'a', source: a },
      { id: 'b', source: b },
    ]);
    const receipt = await source.apply!('b:1', submission);
    expect(b.applications).to.deep.include({ ...b.applications[0]!, projectId: '1', receipt });
    expect(a.applications).to.have.length(0);
    await source.report!('a:1', { reason: 'scam' });
    expect(a.reports).to.have.length(1);
    expect(await rejection(source.apply!('x:1', submission))).to.include({ status: 404 });
  });

  it('is possible where a part takes applications', async () => {
    const memory = new MemorySource([project('1')]);
    const taking = { ...readOnly(), apply: memory.apply.bind(memory) };
    const source = new MergedSource([
      { id: 'a', source: taking },
      { id: 'b', source: readOnly(project('1')) },
    ]);
    expect(source.report).to.equal(undefined);
    expect(await source.apply!('a:1', submission)).to.have.property('reference');
    expect(await rejection(source.apply!('b:1', submission))).to.include({
      kind: 'http',
      status: 405,
    });
    const none = new MergedSource([{ id: 'b', source: readOnly() }]);
    expect(none.apply).to.equal(undefined);
  });

  it('is safe to repeat where each part that takes applications says so', () => {
    const apply = () => Promise.reject(new Error('not asked'));
    const idempotentOf = (...parts: Partial<ListingsSource>[]) =>
      new MergedSource(
        parts.map((part, index) => ({ id: `p${index}`, source: { ...readOnly(), ...part } })),
      ).idempotent;
    const once = { apply, idempotent: true };
    expect(idempotentOf(once)).to.equal(true);
    expect(idempotentOf(once, {})).to.equal(true);
    expect(idempotentOf(once, once, {})).to.equal(true);
    expect(idempotentOf(once, { apply })).to.equal(false);
    expect(idempotentOf(once, { apply, idempotent: false })).to.equal(false);
    expect(idempotentOf({})).to.equal(undefined);
  });

  describe('of a part that takes none', () => {
    const termsOf = async (more: Partial<Project>) => {
      const source = new MergedSource([
        { id: 'a', source: readOnly(project('1', { title: 'One', ...more })) },
        { id: 'b', source: new MemorySource([]) },
      ]);
      const { projects } = await source.list({}, { limit: 5 });
      const { application } = await source.detail('a:1');
      expect(projects[0]!.application).to.deep.equal(application);
      return application;
    };

    it('leads to the address to apply at, or else to the page of the listing', async () => {
      expect(await termsOf({ url: page })).to.deep.equal({ mode: 'redirect', url: page });
      const terms: ApplicationTerms = {
        mode: 'post',
        url: 'https://apply.example/7',
        estimatedMinutes: 5,
      };
      expect(await termsOf({ url: page, application: terms })).to.deep.equal({
        ...terms,
        mode: 'redirect',
      });
    });

    it('stays where it is with a part that takes some', async () => {
      const board = new MemorySource([project('1', { url: page })]);
      const source = new MergedSource([
        { id: 'a', source: board },
        { id: 'b', source: readOnly(project('1', { url: page })) },
      ]);
      expect(await source.detail('a:1')).not.to.have.property('application');
    });

    it('is what it was where it needs no source, or there is no page', async () => {
      const byEmail: ApplicationTerms = { mode: 'email', email: 'jobs@lakeside.example' };
      expect(await termsOf({ url: page, application: byEmail })).to.deep.equal(byEmail);
      expect(await termsOf({})).to.equal(undefined);
      expect(await termsOf({ application: { estimatedMinutes: 5 } })).to.deep.equal({
        estimatedMinutes: 5,
      });
    });
  });

  it('is not something to report where the part takes no reports', async () => {
    const source = new MergedSource([
      { id: 'a', source: readOnly(project('1', { reportable: true })) },
      { id: 'b', source: new MemorySource([project('2', { reportable: true, title: 'Two' })]) },
    ]);
    expect((await source.detail('a:1')).reportable).to.equal(false);
    expect((await source.detail('b:2')).reportable).to.equal(true);
    expect(await rejection(source.report!('a:1', { reason: 'scam' }))).to.include({ status: 405 });
  });
});
