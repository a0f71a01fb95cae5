/** Boards over listings of other kinds: a spreadsheet, a mapped API, several sources. */
import { expect } from 'chai';
import { violationsOn } from './support/axe.ts';
import { foreignRequests, PHONE, visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { container, hostSite, integrity, pageWith, scriptTag } from './support/host-site.ts';

const NONCE = 'bm9uY2Utb2YtdGhlLXRlc3Q=';

describe('a board over a spreadsheet', () => {
  it('searches, filters and pages without a further request, and leads to an email', async () => {
    const { url } = await demoServer();
    const opened = await visit();
    const { page, requests } = opened;
    await page.goto(`${url}/spreadsheet.html`);
    await page.getByText('24 projects', { exact: true }).waitFor();
    const before = requests.length;

    await page.getByRole('checkbox', { name: /^Remote/ }).check();
    await page.getByText(/^\d+ projects$/).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('24 projects', { exact: true }).waitFor();
    expect(await page.getByRole('link').filter({ hasText: /./ }).count()).to.be.above(20);
    await page.getByRole('button', { name: 'Show more projects' }).click();
    await page.getByRole('button', { name: 'Show more projects' }).waitFor({ state: 'detached' });

    const [, title = ''] =
      /"([^"]+)","/.exec(
        (await (await fetch(`${url}/files/micro-internships.csv`)).text()).split('\r\n')[1]!,
      ) ?? [];
    await page.getByRole('searchbox').fill(title);
    await page.getByText('1 project', { exact: true }).waitFor();
    // The browser asks for the site's icon again whenever the address changes.
    const asked = requests.slice(before).filter((address) => !address.endsWith('.svg'));
    expect(asked, 'after the first').to.deep.equal([]);

    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    const apply = page.getByRole('link', { name: `Apply for ${title}` }).first();
    expect(await apply.getAttribute('href')).to.match(
      /^mailto:careers@northmere\.example\?subject=/,
    );
    expect(await violationsOn(page)).to.deep.equal([]);
    expect(foreignRequests(opened, url)).to.deep.equal([]);
    expect(opened.errors).to.deep.equal([]);
  });

  it('opens a link to one project, on a phone', async () => {
    const { url } = await demoServer();
    const { page, errors } = await visit({ viewport: PHONE });
    await page.goto(`${url}/spreadsheet.html`);
    const first = page.getByRole('article').getByRole('link').first();
    const title = await first.textContent();
    await page.goto(new URL((await first.getAttribute('href')) ?? '', page.url()).href);
    await page.getByRole('heading', { name: title ?? '' }).waitFor();
    expect(errors).to.deep.equal([]);
  });
});

describe('a board over a mapped API', () => {
  it('says what the API says, and hides the filters of which nothing is known', async () => {
    const { url } = await demoServer();
    const { page, errors } = await visit();
    await page.goto(`${url}/mapped.html`);
    await page.getByText(/^\d+ projects$/).waitFor();
    await page.getByRole('group', { name: 'Hours' }).waitFor();
    expect(await page.getByRole('group', { name: 'Duration' }).count()).to.equal(0);
    await page
      .getByRole('article')
      .first()
      .getByText(/stipend/)
      .waitFor();
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'About the project' }).waitFor();
    expect(await page.getByText('&lt;').count(), 'escaped HTML').to.equal(0);
    expect(await violationsOn(page)).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });
});

describe('a board over several sources', () => {
  it('shows what could be reached, says what could not, and asks for that again', async () => {
    const { url } = await demoServer();
    const { page, requests } = await visit();
    await page.goto(`${url}/several.html`);
    await page
      .getByRole('status')
      .filter({ hasText: /Partner network.*could not be reached/ })
      .waitFor();
    await page.getByText('via Campus board').first().waitFor();
    expect(await violationsOn(page)).to.deep.equal([]);
    const before = requests.length;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForResponse(/api-down/);
    await page
      .getByRole('status')
      .filter({ hasText: /Partner network.*could not be reached/ })
      .waitFor();
    const again = requests.slice(before);
    expect(
      again.every((address) => address.includes('/api-down/')),
      again.join(),
    ).to.equal(true);
  });

  it('opens a project of each by its own link', async () => {
    const { url } = await demoServer();
    const { page, errors } = await visit();
    await page.goto(`${url}/several.html?fh-q=coffee`);
    await page.getByRole('article').first().waitFor();
    const hrefs = await page
      .getByRole('article')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const sources = new Set(hrefs.map((href) => /fh-project=(\w+)/.exec(href)?.[1]));
    expect([...sources]).to.include('campus');
    await page.goto(`${url}/several.html?fh-project=campus%3Amkt-201`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(errors.filter((error) => !error.includes('api-down'))).to.deep.equal([]);
  });
});

describe('the script for listings of any kind', () => {
  const any = async (attributes: Readonly<Record<string, string | undefined>> = {}) =>
    scriptTag({
      src: '/foothold/foothold-any.js',
      integrity: await integrity('foothold-any.js'),
      nonce: NONCE,
      'data-api': undefined,
      ...attributes,
    });

  it('runs under a strict policy with Trusted Types', async () => {
    const policy = `script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'none'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types foothold foothold-lit`;
    const csv =
      'Title,Employer,Description\nCount bicycles,Lakeside,"First line.\n\nSecond line."\n';
    const site = await hostSite({
      '/': pageWith(container('') + (await any({ 'data-file': '/jobs.csv' })), {
        'Content-Security-Policy': policy,
      }),
      '/jobs.csv': { html: csv, headers: { 'Content-Type': 'text/csv' } },
    });
    const opened = await visit();
    await opened.page.goto(site.url);
    await opened.page.getByRole('link', { name: 'Count bicycles' }).click();
    await opened.page.getByText('Second line.').waitFor();
    expect(opened.violations).to.deep.equal([]);
    expect(opened.errors).to.deep.equal([]);
  });

  it('says which key of a config is wrong, and leaves the fallback', async () => {
    const config = { version: 1, api: { url: '/api', listt: {} } };
    const site = await hostSite({
      '/': pageWith(container() + (await any({ 'data-config-src': '/foothold.json' }))),
      '/foothold.json': { html: JSON.stringify(config) },
    });
    const { page, errors } = await visit();
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Browse micro-internships' }).waitFor();
    await page.waitForTimeout(300);
    expect(errors.join()).to.match(/"api\.listt" is not known\. Did you mean "list"\?/);
  });

  it('speaks the native contract as well', async () => {
    const site = await hostSite({
      '/': pageWith(container() + (await any({ 'data-api': '/api' }))),
    });
    const { page, errors } = await visit();
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Show more projects' }).waitFor();
    expect(errors).to.deep.equal([]);
  });
});
