import { aTimeout, defineCE, expect, fixture } from '@open-wc/testing';
import { LitElement } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import { RouteController, type Routing } from '../../src/controllers/route.ts';
import type { Route } from '../../src/domain/route.ts';

/** Keeps its view in the URL, and what it was told. */
class Routed extends LitElement {
  routing: Routing = 'query';
  routeKey = 'fh';
  told: { route: Route; scroll: number | undefined }[] = [];
  router = new RouteController(
    this,
    () => this,
    (route, scroll) => this.told.push({ route, scroll }),
  );
}
const routed = unsafeStatic(defineCE(Routed));

const list: Route = { query: {}, pages: 1 };
const project = (id: string): Route => ({ ...list, projectId: id });

/** Waits until the page has gone back (or forward). */
const traverse = (steps: number) =>
  new Promise((resolve) => {
    addEventListener('popstate', () => setTimeout(resolve), { once: true });
    history.go(steps);
  });

const start = `${location.pathname}${location.search}`;
const at = (suffix: string, state: unknown = null) => {
  history.pushState(state, '', `${start}${start.includes('?') ? '&' : '?'}${suffix}`);
};
afterEach(() => {
  history.pushState(null, '', start);
});

describe('a view in the URL', () => {
  it('has the address that opening it gives the page, whatever the project is called', async () => {
    at('x=%7Bid%7D&fh-q=maps#part');
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    const ids = ['7', 'a b', 'a/b?c&d=e#f', '100%', "$&$1'", '*foothold-project*', 'ü+ß', '日本'];
    for (const applying of [false, true])
      for (const id of ids) {
        const route = { ...project(id), query: { q: 'maps', category: ['A & B'] }, applying };
        const href = element.router.hrefFor(route);
        element.router.replace(route);
        expect(href).to.equal(location.href);
        expect(element.router.route).to.deep.include({ projectId: id, applying });
      }
  });

  it('is read when the element appears', async () => {
    at('fh-project=a%20b&fh-q=maps');
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    expect(element.told[0]?.route).to.deep.include({ projectId: 'a b', query: { q: 'maps' } });
  });

  it('opening adds a history entry, Back and Forward tell', async () => {
    at('x=1#part');
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    element.router.push(project('7'));
    expect(location.search).to.match(/x=1&fh-project=7$/);
    expect(location.hash).to.equal('#part');
    await traverse(-1);
    expect(element.told.at(-1)?.route.projectId).to.equal(undefined);
    await traverse(1);
    expect(element.told.at(-1)?.route.projectId).to.equal('7');
  });

  it('saying it more exactly replaces the entry', async () => {
    at('before=1');
    at('x=1');
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    element.router.replace({ query: { q: 'a' }, pages: 2 });
    element.router.replace({ query: { q: 'ab' }, pages: 1 });
    expect(location.search).to.contain('fh-q=ab').and.not.contain('fh-page');
    await traverse(-1);
    expect(location.search).to.contain('before=1');
  });

  it("keeps the page's own state, and lays the scroll position beside it", async () => {
    at('x=1', { page: 'theirs' });
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    element.router.push(project('7'));
    expect(history.state).to.deep.equal({ page: 'theirs' });
    await traverse(-1);
    expect((history.state as { page: string }).page).to.equal('theirs');
    expect(element.told.at(-1)?.scroll).to.equal(Math.round(scrollY));
  });

  it('leaves a state alone that is no plain object', async () => {
    at('x=1', 'their text');
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    element.router.push(project('7'));
    expect(history.state).to.equal('their text');
    await traverse(-1);
    expect(history.state).to.equal('their text');
  });

  it('lives in the fragment when asked', async () => {
    const element = await fixture<Routed>(html`<${routed} .routing=${'hash'}></${routed}>`);
    const { search } = location;
    element.router.push(project('7'));
    expect(location.hash).to.equal('#fh-project=7');
    expect(location.search).to.equal(search);
    expect(element.router.route.projectId).to.equal('7');
  });

  it('in memory touches neither URL nor history, and has no address', async () => {
    const element = await fixture<Routed>(html`<${routed} .routing=${'memory'}></${routed}>`);
    const { href } = location;
    element.router.push(project('7'));
    expect(location.href).to.equal(href);
    expect(element.router.route.projectId).to.equal('7');
    expect(element.router.hrefFor(list)).to.equal(undefined);
  });

  it('survives a browser that limits changes of history', async () => {
    const element = await fixture<Routed>(html`<${routed}></${routed}>`);
    const { pushState } = history;
    history.pushState = () => {
      throw new DOMException('too often', 'SecurityError');
    };
    try {
      expect(() => element.router.push(project('7'))).not.to.throw();
    } finally {
      history.pushState = pushState;
    }
  });
});

describe('two elements with one key', () => {
  it('the later keeps its view in memory and says so; the key is free again when the first goes', async () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (message: unknown) => void warnings.push(String(message));
    try {
      const first = await fixture<Routed>(html`<${routed}></${routed}>`);
      const second = await fixture<Routed>(html`<${routed}></${routed}>`);
      expect(first.router.isLinked).to.equal(true);
      expect(second.router.isLinked).to.equal(false);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('route-key="fh"');
      await fixture<Routed>(html`<${routed} .routeKey=${'other'}></${routed}>`);
      expect(warnings).to.have.length(1);
      first.remove();
      second.remove();
      await aTimeout(0);
      const third = await fixture<Routed>(html`<${routed}></${routed}>`);
      expect(third.router.isLinked).to.equal(true);
    } finally {
      console.warn = warn;
    }
  });
});
