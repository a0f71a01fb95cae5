import { expect } from 'chai';
import { answerNatively } from '../../demo/mocks/native-api.ts';
import { mockProjects } from '../../demo/mocks/projects.ts';
import type { Project } from '../../src/domain/project.ts';
import { decodeProject, isSkipped } from '../../src/source/decode.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { SourceError } from '../../src/source/source-error.ts';
import { rejection } from '../support/fake-network.ts';

const api = 'https://listings.example.edu/api';
const source = new MemorySource([{ id: 'a/b', title: 'Study', employer: { name: 'Lakeside' } }]);

const ask = (path: string, init?: RequestInit, of: MemorySource = source) =>
  answerNatively(new Request(api + path, init), of, api);
const statusOf = async (path: string, init?: RequestInit) => (await ask(path, init)).status;

describe('the mocked native API', () => {
  it('answers what the contract names', async () => {
    const page = (await (await ask('/projects?limit=1')).json()) as { items: { id: string }[] };
    expect(page.items.map(({ id }) => id)).to.deep.equal(['a/b']);
    expect(await statusOf('/projects/a%2Fb')).to.equal(200);
    expect(await statusOf('/projects/a%2Fb/reports', { method: 'POST', body: '{}' })).to.equal(204);
  });

  it('takes parameters that restrict nothing, and ones that are not its own', async () => {
    const params = 'payMin=0&paid=false&q=&utm_source=mail&category=a&category=b';
    expect(await statusOf(`/projects?${params}`)).to.equal(200);
  });

  it('refuses parameters that make no sense with a problem', async () => {
    const bad = ['sort=random', 'hoursMax=few', 'applyByTo=2026-02-30', 'paid=yes', 'q=a&q=b'];
    const more = ['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'payMin=5'];
    for (const params of [...bad, ...more]) {
      const response = await ask(`/projects?${params}`);
      expect(response.status, params).to.equal(400);
      expect(response.headers.get('Content-Type')).to.equal('application/problem+json');
    }
  });

  it('refuses an application without a key, or that is not JSON', async () => {
    const form = (application: string | File) => {
      const body = new FormData();
      body.append('application', application);
      return body;
    };
    const path = '/projects/a%2Fb/applications';
    const good = '{"applicant":{"email":"a@b.example"},"consent":{}}';
    const headers = { 'Idempotency-Key': 'k' };
    expect(await statusOf(path, { method: 'POST', body: form(good) })).to.equal(400);
    expect(await statusOf(path, { method: 'POST', body: form('{'), headers })).to.equal(400);
    const file = new File([good], 'application.json');
    expect(await statusOf(path, { method: 'POST', body: form(file), headers })).to.equal(201);
  });

  it('knows no other path', async () => {
    for (const path of ['', '/', '/jobs', '/projects/a%2Fb/applications', '/projects/a/b/c']) {
      expect(await statusOf(path), path).to.equal(404);
    }
  });

  it('passes on how a source fails', async () => {
    const failing = (error: SourceError) => new MemorySource([], { fail: () => error });
    const busy = failing(new SourceError('http', 'Busy', { status: 503, retryAfter: 2 }));
    const response = await ask('/projects', {}, busy);
    expect(response.status).to.equal(503);
    expect(response.headers.get('Retry-After')).to.equal('2');
    const gone = failing(new SourceError('network', 'Unplugged'));
    expect(await rejection(ask('/projects', {}, gone))).to.be.instanceOf(TypeError);
    const wrong = failing(
      new SourceError('rejected', 'Wrong', {
        status: 422,
        errors: [{ pointer: '/proposal', detail: 'Too short.' }],
      }),
    );
    expect(await (await ask('/projects', {}, wrong)).json()).to.deep.include({
      status: 422,
      errors: [{ pointer: '/proposal', detail: 'Too short.' }],
    });
  });
});

describe('the mocked listings', () => {
  const now = Date.parse('2026-12-01T12:00:00Z');

  it('are many, varied, and not all open', async () => {
    expect(mockProjects(now, 60)).to.have.length(60);
    const { total, facets } = await new MemorySource(mockProjects(now), { now: () => now }).list(
      {},
      { limit: 20 },
    );
    expect(total).to.be.within(240, mockProjects(now).length - 1);
    expect(facets.category?.length).to.be.at.least(12);
  });

  it('say nothing that the contract does not know', () => {
    const isEmpty = (value: unknown) =>
      typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    for (const project of mockProjects(now)) {
      // Empty lists say nothing.
      const sent = JSON.parse(JSON.stringify(project), (_, value: unknown) =>
        isEmpty(value) ? undefined : value,
      ) as Project;
      const decoded = decodeProject(sent, `${api}/`);
      if (isSkipped(decoded)) throw new Error(`${project.id}: ${decoded.reason}`);
      // Addresses may be relative; those are made absolute.
      const { logoUrl } = decoded.employer;
      const employer = logoUrl ? { ...sent.employer, logoUrl } : sent.employer;
      expect(decoded, project.id).to.deep.equal({ ...sent, employer });
    }
  });
});
