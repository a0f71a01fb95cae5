import { expect } from 'chai';
import type { SourceDefinition } from '../../../src/source/mapping/definition.ts';
import { openSource } from '../../../src/source/mapping/open-source.ts';

/** What the words are in a source at an address: its one project is made of them. */
async function words(url: string, more: SourceDefinition = {}, locale?: string) {
  const fetch = () => Promise.resolve(Response.json([{}]));
  const definition: SourceDefinition = {
    url,
    mode: 'client',
    list: { items: '$' },
    fields: {
      id: { const: '1' },
      title: { const: '{host} {account} {site}' },
      'employer.name': { const: '{locale} {language}' },
    },
    ...more,
  };
  const [project] = (await openSource(definition, { fetch, locale }).list({}, { limit: 1 }))
    .projects;
  return [project?.title, project?.employer.name];
}

describe('words in a definition', () => {
  it('are the host of the address, the first part of that, and the last part of its path', async () => {
    expect(await words('https://jobs.example.com/v1/boards/lakeside/', {}, 'pt-BR')).to.deep.equal([
      'jobs.example.com jobs lakeside',
      'pt-BR pt',
    ]);
    expect(await words('https://jobs.example.com/Lakeside%20Analytics')).to.deep.equal([
      'jobs.example.com jobs Lakeside Analytics',
      'en en',
    ]);
  });

  it('are what "params" says, where that says something else', async () => {
    const params = { site: 'Lakeside', account: 'lake', host: 'lake.example' };
    const [title] = await words('https://www.example.edu/proxy', { params });
    expect(title).to.equal('lake.example lake Lakeside');
  });
});
