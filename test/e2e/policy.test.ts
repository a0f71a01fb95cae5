/** Content Security Policies as strict as a school can write them. */
import { expect } from 'chai';
import { fillIn, form, newStudent, simpleProject } from './support/application.ts';
import { visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import { container, FALLBACK, hostSite, pageWith, scriptTag } from './support/host-site.ts';

const NONCE = 'bm9uY2Utb2YtdGhlLXRlc3Q=';
const STRICT = `script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'none'; object-src 'none'; base-uri 'none'`;
const CLOSED = `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'none'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
const TRUSTED_TYPES = `require-trusted-types-for 'script'; trusted-types foothold foothold-lit`;

const policies: Readonly<Record<string, string>> = {
  'nonces and no styles': STRICT,
  'nothing but what the guide names': CLOSED,
  'Trusted Types': `${STRICT}; ${TRUSTED_TYPES}`,
};

const page = async (policy: string, tags = 1) => {
  const tag = (await scriptTag({ nonce: NONCE })).repeat(tags);
  return pageWith(`${container('')}${tag}`, { 'Content-Security-Policy': policy });
};

describe('under a policy of', () => {
  for (const [name, policy] of Object.entries(policies)) {
    it(`${name}: find, read and apply without a violation`, async function () {
      this.timeout(30_000);
      const project = await simpleProject();
      const site = await hostSite({ '/': await page(policy) });
      const opened = await visit();
      await opened.page.goto(site.url);
      await opened.page.getByRole('searchbox', { name: 'Search projects' }).fill(project.title);
      await opened.page.getByRole('link', { name: project.title, exact: true }).first().click();
      await opened.page.getByRole('link', { name: `Apply for ${project.title}` }).click();
      await fillIn(opened.page, newStudent());
      await form(opened.page).send.click();
      await form(opened.page).receipt.waitFor();
      expect(opened.violations).to.deep.equal([]);
      expect(opened.errors).to.deep.equal([]);
    });
  }

  it('Trusted Types: a second copy of the script asks for no second policy', async () => {
    const site = await hostSite({ '/': await page(`${STRICT}; ${TRUSTED_TYPES}`, 2) });
    const opened = await visit();
    await opened.page.goto(site.url);
    await opened.page.getByRole('searchbox').waitFor();
    await opened.page.waitForTimeout(300);
    expect(opened.violations).to.deep.equal([]);
    expect(opened.errors).to.deep.equal([]);
  });

  for (const [name, policy] of Object.entries({
    'no scripts at all': `script-src 'none'`,
    'no Trusted Types policies': `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`,
    'no requests to the API': `${STRICT}; connect-src 'none'`,
  })) {
    it(`${name}: the fallback link stays`, async () => {
      const site = await hostSite({ '/': await page(policy) });
      const opened = await visit();
      await opened.page.goto(site.url);
      await opened.page.waitForTimeout(1000);
      expect(await opened.page.getByRole('link', { name: FALLBACK }).isVisible()).to.equal(true);
    });
  }
});

describe('the strict demo page', () => {
  it('sends a fresh nonce each time, and shows listings without a violation', async () => {
    const { url } = await demoServer();
    const policyOf = async () =>
      (await fetch(`${url}/csp.html`)).headers.get('Content-Security-Policy') ?? '';
    const [first, second] = [await policyOf(), await policyOf()];
    expect(first).to.match(/script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic'/);
    expect(first).to.contain('trusted-types foothold foothold-lit');
    expect(first).to.not.equal(second);

    const opened = await visit();
    await opened.page.goto(`${url}/csp.html`);
    await opened.page.getByRole('button', { name: 'Show more projects' }).waitFor();
    expect(opened.violations).to.deep.equal([]);
    expect(opened.errors).to.deep.equal([]);
  });
});
