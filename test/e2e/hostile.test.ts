/** Listings from an API that was broken into. Nothing in them may run, and nobody else may be asked. */
import { expect } from 'chai';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { foreignRequests, visit } from './support/browser.ts';
import { container, hostSite, pageWith, scriptTag } from './support/host-site.ts';
import { hostileAddresses, hostileStrings } from './support/hostile-strings.ts';

/** A project that holds one string wherever the contract has a string. */
const projectOf = (text: string, index: number) => {
  const address = hostileAddresses[index % hostileAddresses.length];
  return {
    id: `hostile-${index}`,
    url: address,
    title: text,
    summary: text,
    descriptionHtml: `<p>before</p>${text}<p>after</p>`,
    employer: { name: text, url: address, logoUrl: address, about: text, verified: true },
    tasks: [text],
    deliverables: [{ title: text, description: text, dueOn: text }],
    milestones: [{ title: text, kind: text, dueOn: text }],
    checkIns: { cadence: text, channel: text },
    hours: { min: 10, max: 20 },
    pay: {
      kind: 'fixed',
      min: 100,
      max: 100,
      currency: text,
      per: text,
      display: text,
      schedule: text,
    },
    timeZone: text,
    locations: [{ display: text, city: text, region: text, country: text }],
    category: text,
    industry: text,
    skills: [text],
    skillsGained: [text],
    tools: [{ name: text, providedBy: text }],
    learningOutcomes: [text],
    eligibility: { classYears: [text], majors: [text], workAuthorization: text, notes: text },
    classification: text,
    policies: { ip: text, aiUse: text },
    language: text,
    listedBy: { name: text, url: address },
    reportable: true,
    application: {
      mode: ['post', 'redirect', 'email'][index % 3],
      url: address,
      email: `${text}@foreign.example`,
      requires: { resume: 'optional', proposal: 'optional' },
      proposal: { prompts: [text] },
      questions: [
        {
          id: 'q1',
          type: 'select',
          label: text,
          help: text,
          options: [{ value: text, label: text }],
        },
        { id: 'q2', type: 'info', label: text, help: text, section: text },
        { id: 'q3', type: 'text', label: text, help: text, section: text },
      ],
    },
  };
};

const projects = hostileStrings.map(projectOf);

const facet = hostileStrings.map((value) => ({ value, label: value, count: 1 }));

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const id = /\/projects\/([^/?]+)/.exec(url)?.[1];
  const body = id
    ? projects.find((project) => project.id === id)
    : {
        items: projects,
        total: projects.length,
        nextCursor: null,
        facets: {
          category: facet,
          skill: facet,
          industry: facet,
          location: facet,
          classYear: facet,
        },
      };
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

interface Watched {
  executions: unknown[];
}

/** Addresses of links, forms and sources in the whole page, shadow trees included. */
const addressesIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        for (const name of ['href', 'src', 'action', 'formaction', 'data', 'xlink:href']) {
          const value = element.getAttribute(name);
          if (value !== null) found.push(value);
        }
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  });

async function expectHarmless(body: string, settled: (page: Page) => Promise<void>): Promise<void> {
  const site = await hostSite({ '/': pageWith(body) }, { '/hostile/': answer });
  const opened = await visit();
  const { page } = opened;
  await page.addInitScript(() => {
    const executions: unknown[] = [];
    Object.assign(window, { executions, executed: (what: unknown) => executions.push(what) });
  });
  await page.goto(site.url);
  await settled(page);
  await page.waitForTimeout(500);
  const executions = await page.evaluate(() => (window as unknown as Watched).executions);
  expect(executions).to.deep.equal([]);
  expect(foreignRequests(opened, site.url)).to.deep.equal([]);
  expect(opened.errors).to.deep.equal([]);
  const unsafe = (await addressesIn(page)).filter((address) =>
    // eslint-disable-next-line no-control-regex -- browsers skip these too when they read a scheme
    /^(javascript|vbscript|data):/i.test(address.replace(/[\u0000-\u0020]/g, '')),
  );
  expect(unsafe.filter((address) => address !== 'data:,')).to.deep.equal([]);
}

describe(`${hostileStrings.length} hostile strings in every field of a listing`, () => {
  it('are text in the list and its filters', async () => {
    await expectHarmless(
      `${container()}${await scriptTag({ 'data-api': '/hostile', 'data-page-size': '100' })}`,
      async (page) => {
        await page.getByRole('searchbox').waitFor();
        await page.getByText('executed(5)').first().waitFor();
      },
    );
  });

  it('are text in the details, whose descriptions lose what is not plain formatting', async function () {
    this.timeout(60_000);
    const details = projects
      .map(
        ({ id }) =>
          `<foothold-project-detail api="/hostile" project-id="${id}"></foothold-project-detail>`,
      )
      .join('');
    await expectHarmless(
      `${details}${await scriptTag({ 'data-api': undefined, 'data-target': undefined })}`,
      async (page) => {
        const headings = page.getByRole('heading', { name: 'About the project' });
        await headings.nth(projects.length - 1).waitFor({ timeout: 30_000 });
        expect(await page.getByText('before', { exact: true }).count()).to.equal(projects.length);
      },
    );
  });

  it('are text in the application forms', async function () {
    this.timeout(60_000);
    const forms = projects
      .filter(({ application }) => application.mode === 'post')
      .map(
        ({ id }) =>
          `<foothold-application-form api="/hostile" project-id="${id}" privacy-url="/privacy"></foothold-application-form>`,
      );
    await expectHarmless(
      `${forms.join('')}${await scriptTag({ 'data-api': undefined, 'data-target': undefined })}`,
      async (page) => {
        const buttons = page.getByRole('button', { name: 'Send application' });
        await buttons.nth(forms.length - 1).waitFor({ timeout: 30_000 });
      },
    );
  });

  it('would be noticed: the same strings as markup run scripts and ask the foreign host', async () => {
    const opened = await visit();
    const site = await hostSite({ '/': pageWith('') });
    await opened.page.addInitScript(() => {
      const executions: unknown[] = [];
      Object.assign(window, { executions, executed: (what: unknown) => executions.push(what) });
    });
    await opened.page.goto(site.url);
    await opened.page.evaluate(
      (texts) => {
        document.body.innerHTML = texts.join('');
      },
      hostileStrings.slice(7, 16),
    );
    await opened.page.waitForTimeout(300);
    const executions = await opened.page.evaluate(() => (window as unknown as Watched).executions);
    expect(executions).to.not.deep.equal([]);
    expect(foreignRequests(opened, site.url)).to.not.deep.equal([]);
  });
});
