/** The script tag in the pages of others: wherever it ends up, and whatever stands in its way. */
import { expect } from 'chai';
import { fillIn, form, newStudent, simpleProject } from './support/application.ts';
import { foreignRequests, visit, type Visit } from './support/browser.ts';
import { demoServer } from './support/demo-server.ts';
import {
  container,
  FALLBACK,
  hostSite,
  pageWith,
  scriptTag,
  type HostPage,
} from './support/host-site.ts';

const cards = ({ page }: Visit) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link') });
const fallback = ({ page }: Visit) => page.getByRole('link', { name: FALLBACK });
const searchBoxes = ({ page }: Visit) => page.getByRole('searchbox', { name: 'Search projects' });

async function open(pages: Record<string, HostPage>): Promise<Visit & { site: { url: string } }> {
  const site = await hostSite(pages);
  const opened = await visit();
  await opened.page.goto(site.url);
  return { ...opened, site };
}

describe('the canonical snippet', () => {
  it('draws the board in its container and puts the fallback out of sight', async () => {
    const opened = await open({ '/': pageWith(`${container()}${await scriptTag()}`) });
    await cards(opened).first().waitFor();
    expect(await fallback(opened).isVisible()).to.equal(false);
    expect(await opened.page.locator('#board > foothold-board > a').count()).to.equal(1);
    expect(opened.errors).to.deep.equal([]);
  });

  it('asks for one script and once for listings before the first listing is there', async () => {
    const site = await hostSite({ '/': pageWith(`${container()}${await scriptTag()}`) });
    const opened = await visit();
    await opened.page.goto(site.url);
    await cards(opened).first().waitFor();
    expect(site.requested.filter((path) => !path.startsWith('/api/logos/'))).to.deep.equal([
      '/',
      '/foothold/foothold.js',
      '/api/projects?limit=20',
    ]);
  });

  it('asks the API once when the page preloads the first listings', async () => {
    const preload =
      '<link rel="preload" as="fetch" crossorigin="anonymous" href="/api/projects?limit=20">';
    const site = await hostSite({ '/': pageWith(`${preload}${container()}${await scriptTag()}`) });
    const opened = await visit();
    await opened.page.goto(site.url);
    await cards(opened).first().waitFor();
    expect(site.requested.filter((path) => path.startsWith('/api/projects'))).to.have.length(1);
  });

  it('leaves no name of its own on the page, and stores nothing', async () => {
    const body = container();
    const opened = await open({
      '/': pageWith(`${body}${await scriptTag()}`),
      '/without': pageWith(body),
    });
    await cards(opened).first().waitFor();
    const names = () => Object.getOwnPropertyNames(window);
    const present = await opened.page.evaluate(names);
    const { cookies, origins } = await opened.context.storageState({ indexedDB: true });
    await opened.page.goto(`${opened.site.url}/without`);
    const usual = new Set(await opened.page.evaluate(names));
    // Lit notes there what has been loaded, to tell a page that has it twice.
    const added = present.filter((name) => !usual.has(name) && !/^(lit|reactive)/.test(name));
    expect(added).to.deep.equal([]);
    expect({ cookies, origins }).to.deep.equal({ cookies: [], origins: [] });
  });
});

describe('a tag that was moved', () => {
  it('draws where it stands when it names no target', async () => {
    const tag = await scriptTag({ 'data-target': undefined });
    const opened = await open({ '/': pageWith(`<p>before</p>${tag}<p>after</p>`) });
    await cards(opened).first().waitFor();
    const order = await opened.page.evaluate(() =>
      [...document.body.children].map(({ localName }) => localName),
    );
    expect(order).to.deep.equal(['p', 'script', 'foothold-board', 'p']);
  });

  it('finds its target from the head, and a target that is drawn later', async () => {
    const { html } = pageWith('<main></main>');
    const opened = await open({
      '/': { html: html.replace('</head>', `${await scriptTag()}</head>`) },
    });
    await opened.page.waitForTimeout(300);
    await opened.page.evaluate((content) => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', content);
    }, container());
    await cards(opened).first().waitFor();
    expect(opened.errors).to.deep.equal([]);
  });

  it('works when a tag manager inserts it', async () => {
    const opened = await open({ '/': pageWith(container()) });
    await opened.page.evaluate(
      (tag) => {
        const template = document.createElement('template');
        template.innerHTML = tag;
        const script = document.createElement('script');
        for (const { name, value } of template.content.firstElementChild?.attributes ?? [])
          script.setAttribute(name, value);
        document.head.append(script);
      },
      await scriptTag(),
    );
    await cards(opened).first().waitFor();
    expect(await searchBoxes(opened).count()).to.equal(1);
  });

  it('mounts once when the same snippet is on the page twice', async () => {
    const tag = await scriptTag();
    const opened = await open({ '/': pageWith(`${container()}${tag}${tag}`) });
    await cards(opened).first().waitFor();
    await opened.page.waitForTimeout(300);
    expect(await searchBoxes(opened).count()).to.equal(1);
    expect(opened.errors).to.deep.equal([]);
  });

  it('finds its own container for each of two tags, and loads in an order of the network’s choice', async () => {
    const second = '<div id="second"></div>';
    const opened = await open({
      '/': pageWith(
        `${container()}${second}${await scriptTag()}${await scriptTag({ 'data-target': '#second', 'data-route-key': 'two' })}`,
      ),
    });
    await opened.page.locator('#second').getByRole('searchbox').waitFor();
    await opened.page.locator('#board').getByRole('searchbox').waitFor();
    expect(await searchBoxes(opened).count()).to.equal(2);
    expect(opened.errors).to.deep.equal([]);
  });
});

describe('two versions of the script', () => {
  it('leave the first in place and say so in one warning', async () => {
    const other = `customElements.define('foothold-board', class extends HTMLElement { static version = '0.0.1-other' });`;
    const opened = await visit();
    const warnings: string[] = [];
    opened.page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    const site = await hostSite({
      '/': pageWith(`<script>${other}</script>${container()}${await scriptTag()}`),
    });
    await opened.page.goto(site.url);
    await opened.page.locator('#board > foothold-board').waitFor();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('0.0.1-other');
    expect(opened.errors).to.deep.equal([]);
  });
});

describe('a script that cannot run leaves the fallback', () => {
  const still = async (opened: Visit) => {
    await opened.page.waitForTimeout(500);
    expect(await fallback(opened).isVisible()).to.equal(true);
  };

  it('when it is not there (404)', async () => {
    await still(
      await open({
        '/': pageWith(`${container()}${await scriptTag({ src: '/foothold/gone.js' })}`),
      }),
    );
  });

  it('when it is not the file that the integrity hash is for', async () => {
    const wrong = `sha384-${'A'.repeat(64)}`;
    await still(
      await open({ '/': pageWith(`${container()}${await scriptTag({ integrity: wrong })}`) }),
    );
  });

  it('without JavaScript', async () => {
    const site = await hostSite({ '/': pageWith(`${container()}${await scriptTag()}`) });
    const opened = await visit({ javaScriptEnabled: false });
    await opened.page.goto(site.url);
    expect(await fallback(opened).isVisible()).to.equal(true);
  });

  it('and one console error says that a tag with an unusable address has no listings', async () => {
    const opened = await open({
      '/': pageWith(`${container()}${await scriptTag({ 'data-api': '/api?key=1' })}`),
    });
    await still(opened);
    expect(opened.errors).to.have.length(1);
    expect(opened.errors[0]).to.contain('foothold-board');
  });
});

describe('page, script and API on three hosts', () => {
  it('work together, and nobody else is asked', async () => {
    const others = await hostSite({});
    const [scripts, listings] = [others.by('cdn.example'), others.by('listings.example')];
    const tag = await scriptTag({
      src: `${scripts}/foothold/foothold.js`,
      'data-api': `${listings}/api`,
    });
    const site = await hostSite({ '/': pageWith(`${container()}${tag}`) });
    const school = site.by('www.school.example');
    const opened = await visit();
    await opened.page.goto(school);
    await cards(opened).first().waitFor();
    expect(foreignRequests(opened, school, scripts, listings)).to.deep.equal([]);
    expect(opened.errors).to.deep.equal([]);
  });

  it('also take an application, on a page without a secure context', async function () {
    this.timeout(30_000);
    const { id } = await simpleProject();
    const { url } = await demoServer();
    const tag = await scriptTag({
      'data-api': `${url.replace('127.0.0.1', 'listings.example')}/api`,
    });
    const site = await hostSite({ '/': pageWith(`${container()}${tag}`) });
    const { page } = await visit();
    await page.goto(`${site.by('www.school.example')}/?fh-project=${id}&fh-apply=1`);
    expect(await page.evaluate(() => isSecureContext)).to.equal(false);
    await fillIn(page, newStudent());
    await form(page).send.click();
    await form(page).receipt.waitFor();
  });
});

describe('a page that may store nothing', () => {
  it('still lists, shows and takes an application', async function () {
    this.timeout(30_000);
    const { id, title } = await simpleProject();
    const site = await hostSite({
      '/': pageWith(`${container()}${await scriptTag()}`, {
        'Content-Security-Policy': 'sandbox allow-scripts allow-forms allow-modals',
      }),
    });
    const opened = await visit();
    const { page } = opened;
    await page.goto(site.url);
    await cards(opened).first().waitFor();
    const blocked = await page.evaluate(() => {
      try {
        return !localStorage;
      } catch {
        return true;
      }
    });
    expect(blocked).to.equal(true);
    await page.goto(`${site.url}/?fh-project=${id}`);
    await page.getByRole('link', { name: `Apply for ${title}` }).click();
    await fillIn(page, newStudent());
    await form(page).send.click();
    await form(page).receipt.waitFor();
    expect(opened.errors).to.deep.equal([]);
  });
});
