import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Project } from '../../../src/domain/project.ts';
import type { FootholdProjectDetail } from '../../../src/elements/project-detail/project-detail.ts';
import type { FootholdErrorEvent } from '../../../src/events/error.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { shareRequests } from '../../../src/source/shared-source.ts';
import { SourceError } from '../../../src/source/source-error.ts';
import { violationsOf } from '../../support/axe.ts';
import { allByRole, byRole, nameOf } from '../../support/by-role.ts';
import { bare, detailWith, full, place, sourceOf, textOf } from './support.ts';

const never = () => new Promise<Project>(() => undefined);

const failing = (kind: SourceError['kind'] = 'http', status: number | null = 500) =>
  sourceOf(() => Promise.reject(new SourceError(kind, 'failed', { status })));

const fallback = (): HTMLElement => {
  const link = document.createElement('a');
  link.href = 'https://listings.example/';
  link.textContent = 'Browse micro-internships';
  return link;
};

const heads = (detail: FootholdProjectDetail) => allByRole(detail, 'heading').map(nameOf);
const isDrawn = (element: Element) => element.checkVisibility();
const has = (detail: FootholdProjectDetail, state: string) => detail.matches(`:state(${state})`);

/** The element that has focus, inside shadow roots, too. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

describe('States of <foothold-project-detail>', () => {
  it('shows the fallback at first, and a skeleton where loading takes long', async () => {
    const content = fallback();
    const detail = await place({ source: sourceOf(never), content });
    expect(isDrawn(content)).to.equal(true);
    expect(has(detail, 'loading')).to.equal(true);
    await aTimeout(150);
    expect(isDrawn(content)).to.equal(true);
    await waitUntil(() => !isDrawn(content), 'the skeleton is to take its place');
    expect(byRole(detail, 'status').textContent).to.equal('Loading the project…');
    expect(detail.offsetHeight).to.be.above(300);
    expect(await violationsOf(detail)).to.deep.equal([]);
  });

  it('shows no skeleton where loading is quick', async () => {
    const detail = await detailWith();
    expect(allByRole(detail, 'status', /Loading/)).to.deep.equal([]);
    expect(has(detail, 'loading')).to.equal(false);
  });

  it('hides the fallback once there is a project', async () => {
    const content = fallback();
    await detailWith({ content });
    expect(isDrawn(content)).to.equal(false);
  });

  it('keeps the fallback where it is not said which project', async () => {
    const content = fallback();
    const detail = await place({ attributes: {}, content });
    await aTimeout(400);
    expect(isDrawn(content)).to.equal(true);
    expect(heads(detail)).to.deep.equal([]);
  });

  it("reads which project from the page's address", async () => {
    const before = location.href;
    history.replaceState(null, '', '?id=p%2F1&x=1');
    const asked: string[] = [];
    const source = sourceOf((id) => (asked.push(id), Promise.resolve({ ...bare, id })));
    await detailWith({ source, attributes: { 'project-id-param': 'id' } });
    history.replaceState(null, '', before);
    expect(asked).to.deep.equal(['p/1']);
  });

  it('shows another project when told to', async () => {
    const source = new MemorySource([full, bare]);
    const detail = await detailWith({ source });
    detail.projectId = 'bare';
    await waitUntil(() => heads(detail)[0] === bare.title);
    expect(heads(detail)).to.deep.equal([bare.title]);
  });

  it('asks another source when given one', async () => {
    const detail = await detailWith({ source: failing() });
    detail.source = sourceOf(full);
    await waitUntil(() => heads(detail)[0] === full.title);
    expect(has(detail, 'failed')).to.equal(false);
  });

  describe('when the project cannot be loaded', () => {
    it('says what happened, offers to try again, and shows the fallback', async () => {
      const content = fallback();
      const detail = await detailWith({ source: failing(), content });
      expect(heads(detail)).to.deep.equal(['The project could not be loaded']);
      expect(textOf(byRole(detail, 'alert'))).to.include('answered with an error');
      expect(textOf(byRole(detail, 'article'))).to.include('Trying by itself in 20 seconds');
      expect(isDrawn(content)).to.equal(true);
      expect(has(detail, 'failed')).to.equal(true);
      expect(await violationsOf(detail)).to.deep.equal([]);
    });

    it('recovers by "Try again"', async () => {
      let tries = 0;
      const source = sourceOf(() =>
        tries++ ? Promise.resolve(full) : Promise.reject(new SourceError('network', 'failed')),
      );
      const detail = await detailWith({ source });
      byRole(detail, 'button', 'Try again').click();
      await waitUntil(() => heads(detail)[0] === full.title);
      await detail.updateComplete;
      expect(focused()).to.equal(byRole(detail, 'heading', full.title));
    });

    it('recovers by itself once there is a connection again', async () => {
      let tries = 0;
      const source = sourceOf(() =>
        tries++ ? Promise.resolve(full) : Promise.reject(new SourceError('offline', 'failed')),
      );
      const detail = await detailWith({ source });
      expect(textOf(byRole(detail, 'alert'))).to.include('You are offline');
      dispatchEvent(new Event('online'));
      await waitUntil(() => heads(detail)[0] === full.title);
      dispatchEvent(new Event('online'));
      await aTimeout(0);
      expect(tries).to.equal(2);
    });

    it('says so by an event, once for each failure', async () => {
      const events: FootholdErrorEvent[] = [];
      const detail = await detailWith({
        source: failing('http', 503),
        prepare: (element) => {
          element.addEventListener('foothold-error', (event) => events.push(event));
        },
      });
      detail.requestUpdate();
      await detail.updateComplete;
      expect(events).to.have.length(1);
      expect(events[0]).to.include({ operation: 'detail', kind: 'http', status: 503 });
    });

    it('takes words of the page in place of its own', async () => {
      const content = document.createElement('p');
      content.slot = 'error';
      content.textContent = 'Please call us.';
      await detailWith({ source: failing(), content });
      expect(isDrawn(content)).to.equal(true);
    });
  });

  for (const status of [404, 410]) {
    it(`says that a project is gone at ${status}, which is no error`, async () => {
      let errors = 0;
      const listen = () => errors++;
      document.addEventListener('foothold-error', listen);
      const detail = await detailWith({
        source: failing('http', status),
        attributes: { 'project-id': 'x', 'back-href': '/list' },
      });
      document.removeEventListener('foothold-error', listen);
      expect(heads(detail)).to.deep.equal(['This project is no longer available']);
      expect(byRole(detail, 'link', 'Back to projects').pathname).to.equal('/list');
      expect(has(detail, 'empty')).to.equal(true);
      expect(errors).to.equal(0);
      expect(await violationsOf(detail)).to.deep.equal([]);
    });
  }

  it('keeps an older state readable where it cannot be brought up to date, and says so', async () => {
    let now = Date.now();
    let tries = 0;
    const source = shareRequests(
      sourceOf(() =>
        tries++ ? Promise.reject(new SourceError('timeout', 'failed')) : Promise.resolve(full),
      ),
      { now: () => now },
    );
    await source.detail('mkt-204');
    now += 3_600_000;
    const detail = await detailWith({ source });
    await waitUntil(() => allByRole(detail, 'button', 'Try again').length === 1);
    expect(heads(detail)[0]).to.equal(full.title);
    expect(textOf(byRole(detail, 'article'))).to.match(
      /This is the project as of .*The listings service did not answer in time/,
    );
    expect(await violationsOf(detail)).to.deep.equal([]);
  });

  it('says "Back to projects" only where the page says where that is', async () => {
    const detail = await detailWith();
    expect(allByRole(detail, 'link', 'Back to projects')).to.deep.equal([]);
    detail.backHref = 'list.html';
    await detail.updateComplete;
    expect(byRole(detail, 'link', 'Back to projects').href).to.equal(
      new URL('list.html', document.baseURI).href,
    );
    detail.backHref = 'javascript:fired()';
    await detail.updateComplete;
    expect(allByRole(detail, 'link', 'Back to projects')).to.deep.equal([]);
  });

  describe('focus', () => {
    it('goes to the title on request', async () => {
      const detail = await detailWith();
      detail.focusHeading();
      await detail.updateComplete;
      expect(focused()).to.equal(byRole(detail, 'heading', full.title));
    });

    it('waits until there is a title', async () => {
      const detail = await place({
        source: sourceOf(async () => {
          await aTimeout(400);
          return full;
        }),
      });
      detail.focusHeading();
      await waitUntil(() => heads(detail).length > 0);
      await detail.updateComplete;
      expect(focused()).to.equal(byRole(detail, 'heading', full.title));
    });

    it('goes to what is said instead of a project', async () => {
      const detail = await place({ source: failing('http', 404) });
      detail.focusHeading();
      await waitUntil(() => heads(detail).length > 0);
      await detail.updateComplete;
      expect(focused()).to.equal(byRole(detail, 'heading', 'This project is no longer available'));
    });
  });

  it('goes on when it is moved in the page, and asks no second time', async () => {
    let tries = 0;
    const source = sourceOf(async (_, { signal } = {}) => {
      tries++;
      await aTimeout(50);
      if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
      return full;
    });
    const detail = await place({ source });
    const elsewhere = await fixture(html`<div></div>`);
    elsewhere.append(detail);
    await waitUntil(() => heads(detail)[0] === full.title);
    expect(tries).to.equal(1);
  });

  it('stops asking when it is taken away, and takes it up when it comes back', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const source = sourceOf((_, { signal } = {}) => {
      signals.push(signal);
      return signals.length > 1 ? Promise.resolve(full) : never();
    });
    const detail = await place({ source });
    const { parentElement: parent } = detail;
    detail.remove();
    await aTimeout(0);
    expect(signals[0]?.aborted).to.equal(true);
    parent!.append(detail);
    await waitUntil(() => heads(detail)[0] === full.title);
  });

  describe('is usable by everybody', () => {
    const projects: Record<string, Project> = {
      full,
      bare,
      closed: { ...full, status: 'closed' },
      elsewhere: { ...full, application: { mode: 'redirect', url: 'https://jobs.example/' } },
      'by email': { ...full, application: { mode: 'email', email: 'jobs@lakeside.example' } },
      'closing soon': { ...full, applyBy: new Date().toISOString().slice(0, 10), timeZone: 'UTC' },
    };
    for (const [name, project] of Object.entries(projects)) {
      for (const [width, scheme] of [
        [344, 'light'],
        [800, 'dark'],
        [1200, 'light'],
      ] as const) {
        it(`${name}, ${width} px, ${scheme}`, async () => {
          const detail = await detailWith({
            project,
            width,
            attributes: {
              'project-id': project.id,
              'back-href': '/',
              'apply-href': '/apply',
              'color-scheme': scheme,
            },
            prepare: (_, box) => {
              if (scheme === 'dark') box.style.cssText += 'background:#151515;color:#eee';
            },
          });
          expect(await violationsOf(detail)).to.deep.equal([]);
        });
      }
    }
  });
});
