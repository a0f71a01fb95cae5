import { expect } from 'chai';
import type { Project } from '../../src/domain/project.ts';
import { MemorySource, type Operation } from '../../src/source/memory-source.ts';
import { isAbort, SourceError } from '../../src/source/source-error.ts';
import { rejection } from '../support/fake-network.ts';

const project = (id: string, more: Partial<Project> = {}): Project => ({
  id,
  title: `Project ${id}`,
  employer: { name: 'Lakeside' },
  ...more,
});
const submission = {
  key: 'key-1',
  application: {
    applicant: { name: 'Ada', email: 'ada@student.example' },
    answers: { tools: ['sql', 'r'], visa: 'no' },
    consent: { accepted: true as const, text: 'I agree', version: '1', at: '2026-12-01T12:00:00Z' },
  },
  attachments: [
    { part: 'samples', file: new File(['one'], '1.txt') },
    { part: 'samples', file: new File(['two'], '2.txt') },
  ],
};

describe('MemorySource', () => {
  it('gives everything in a list unless it is told to summarize', async () => {
    const projects = [project('1', { tasks: ['Compare'] })];
    const page = await new MemorySource(projects).list({}, { limit: 20 });
    expect(page.projects[0]).to.deep.include({ tasks: ['Compare'], complete: true });

    const summarize = ({ id, title, employer }: Project) => ({ id, title, employer });
    const short = new MemorySource(projects, { summarize });
    expect((await short.list({}, { limit: 20 })).projects[0]).to.deep.equal(project('1'));
    expect(await short.detail('1')).to.deep.equal(projects[0]);
  });

  it('keeps what was sent', async () => {
    const source = new MemorySource([project('1')]);
    const receipt = await source.apply('1', submission);
    expect(source.applications).to.have.length(1);
    expect(source.applications[0]).to.deep.include({ ...submission, projectId: '1', receipt });
    await source.report('1', { reason: 'unpaid' });
    expect(source.reports).to.deep.equal([{ projectId: '1', report: { reason: 'unpaid' } }]);
  });

  it('knows an application again whatever the order of its keys and files', async () => {
    const source = new MemorySource([project('1')]);
    const receipt = await source.apply('1', submission);
    const { applicant, answers, consent } = submission.application;
    const same = {
      key: submission.key,
      application: {
        consent,
        answers: { visa: answers.visa, tools: answers.tools },
        applicant: { email: applicant.email, name: applicant.name },
      },
      attachments: [...submission.attachments].reverse(),
    };
    expect(await source.apply('1', same)).to.equal(receipt);
    for (const file of [new File(['One'], '1.txt'), new File(['one'], '3.txt')]) {
      const attachments = [{ part: 'samples', file }, submission.attachments[1]!];
      const error = await rejection(source.apply('1', { ...submission, attachments }));
      expect(error).to.include({ code: 'already-received', receipt });
    }
  });

  it('keeps keys for each project by itself', async () => {
    const source = new MemorySource([project('1'), project('2')]);
    const [one, two] = [await source.apply('1', submission), await source.apply('2', submission)];
    expect(one.reference).not.to.equal(two.reference);
  });

  it('leaves the key free when it refuses', async () => {
    let now = Date.parse('2026-12-06T00:00:00Z');
    const closing = project('1', { applyBy: '2026-12-05', timeZone: 'UTC' });
    const source = new MemorySource([closing], { now: () => now });
    expect(await rejection(source.apply('1', submission))).to.include({ code: 'closed' });
    now -= 1;
    expect((await source.apply('1', submission)).submittedAt).to.equal('2026-12-05T23:59:59.999Z');
    now += 1;
    expect((await source.apply('1', submission)).status).to.equal('received');
  });

  it('refuses a cursor whose place is gone', async () => {
    let now = Date.parse('2026-12-05T12:00:00Z');
    const projects = [project('1', { applyBy: '2026-12-05', timeZone: 'UTC' }), project('2')];
    const source = new MemorySource(projects, { now: () => now });
    const { nextCursor } = await source.list({ sort: 'deadline' }, { limit: 1 });
    now += 24 * 3_600_000;
    const error = await rejection(
      source.list({ sort: 'deadline' }, { limit: 1, cursor: nextCursor ?? '' }),
    );
    expect(error).to.include({ kind: 'http', status: 400 });
  });

  it('finds nothing by what has no word in it', async () => {
    const { total } = await new MemorySource([project('1')]).list({ q: '?!' }, { limit: 20 });
    expect(total).to.equal(0);
  });

  it('fails when it is told to', async () => {
    const error = new SourceError('http', 'Down', { status: 503 });
    const asked: Operation[] = [];
    const source = new MemorySource([project('1')], {
      fail: (operation) => {
        asked.push(operation);
        return error;
      },
    });
    const failures = [
      await rejection(source.list({}, { limit: 20 })),
      await rejection(source.detail('1')),
      await rejection(source.apply('1', submission)),
      await rejection(source.report('1', { reason: 'other' })),
    ];
    expect(failures.every((each) => each === error)).to.equal(true);
    expect(asked).to.deep.equal(['list', 'detail', 'apply', 'report']);
    expect(source.applications).to.have.length(0);
  });

  it('takes its time, and stops waiting when it is aborted', async () => {
    let started = Date.now();
    await new MemorySource([project('1')], { latency: 30 }).detail('1');
    expect(Date.now() - started).to.be.at.least(25);

    started = Date.now();
    const controller = new AbortController();
    const slow = new MemorySource([project('1')], { latency: () => 5_000 });
    const asked = rejection(slow.detail('1', { signal: controller.signal }));
    controller.abort();
    expect(isAbort(await asked)).to.equal(true);
    expect(Date.now() - started).to.be.below(1_000);
  });
});
