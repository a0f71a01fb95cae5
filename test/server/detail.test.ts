import { expect } from 'chai';
import { generateProjects } from '../../demo/server/seed/generate.ts';
import { NOW, onEachDatabase } from './support/servers.ts';

const projects = generateProjects(NOW);

onEachDatabase('one project', (subject) => {
  it('is everything that is known of it, open or not', async () => {
    const { api } = subject();
    const compare = async (project: (typeof projects)[number]) => {
      const { employer, ...rest } = await api.read(project.id);
      const { employer: seeded, ...expected } = JSON.parse(
        JSON.stringify(project),
      ) as typeof project;
      expect(rest).to.deep.equal(expected);
      expect(employer.name).to.equal(seeded.name);
      expect(employer.about).to.equal(seeded.about);
    };
    await Promise.all(projects.map(compare));
  });

  it('is readable when it is closed, filled, paused or past', async () => {
    const { api } = subject();
    const listed = new Set([...(await api.ids('sort=deadline')), ...(await api.ids('sort=pay'))]);
    for (const status of ['closed', 'filled', 'paused']) {
      const id = projects.find((project) => project.status === status)?.id ?? '';
      expect(listed.has(id)).to.equal(false);
      expect((await api.read(id)).status).to.equal(status);
    }
  });

  it('has the whole address of its logo, and the logo is there', async () => {
    const { api } = subject();
    const id = projects.find((project) => project.employer.logoUrl)?.id ?? '';
    const { employer } = await api.read(id);
    expect(employer.logoUrl).to.match(new RegExp(`^${api.url}/api/logos/[\\w-]+\\.svg$`));
    const reply = await api.send(`/logos/${employer.logoUrl?.split('/').at(-1) ?? ''}`);
    expect(reply.status).to.equal(200);
    expect(reply.headers.get('content-type')).to.equal('image/svg+xml');
    expect(reply.headers.get('content-security-policy')).to.include("default-src 'none'");
  });

  for (const id of ['nope', 'a b', '..', '%', "x'; --", 'é'.repeat(90), 'x'.repeat(400), 'a\0b'])
    it(`is a 404 problem for ${JSON.stringify(id.slice(0, 20))}`, async () => {
      const path = `/projects/${encodeURIComponent(id).replace(/^\.\.$/, '%2E%2E%20')}`;
      const { status, headers } = await subject().api.send(path);
      expect(status).to.equal(404);
      expect(headers.get('content-type')).to.match(/^application\/problem\+json/);
    });
});
