import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/all.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { FootholdBoard } from '../../../src/elements/board/board.ts';
import { MemorySource } from '../../../src/source/memory-source.ts';
import { allByRole, byRole } from '../../support/by-role.ts';

const projects: readonly Project[] = Array.from({ length: 60 }, (_, index) => ({
  id: `p${index}`,
  title: `Project ${index}`,
  employer: { name: 'Tern & Tide' },
  postedAt: `2026-01-01T00:00:${String(59 - index).padStart(2, '0')}Z`,
}));

/** A source that notes what it is asked for. */
class Noted extends MemorySource {
  readonly details: string[] = [];
  readonly pages: (string | undefined)[] = [];

  readonly #complete: boolean;

  /** @param complete a project of the list has all that its detail has */
  constructor(list: readonly Project[], complete = false) {
    super(list);
    this.#complete = complete;
  }

  override list: MemorySource['list'] = async (query, page, options) => {
    this.pages.push(page.cursor);
    const answer = await super.list(query, page, options);
    const complete = this.#complete;
    return { ...answer, projects: answer.projects.map((each) => ({ ...each, complete })) };
  };

  override detail: MemorySource['detail'] = (id, options) => {
    this.details.push(id);
    return super.detail(id, options);
  };
}

async function boardOn(source: Noted): Promise<FootholdBoard> {
  const board = await fixture<FootholdBoard>(
    html`<foothold-board demo routing="memory" .source=${source}></foothold-board>`,
  );
  await waitUntil(() => allByRole(board, 'button', 'Project 0').length === 1, 'the list');
  return board;
}

const card = (board: FootholdBoard, n: number) => byRole(board, 'button', `Project ${n}`);
const over = (element: Element) =>
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));

/** Gives the browser a connection of this kind for as long as `run` takes. */
async function onLine(connection: object, run: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(navigator, 'connection');
  }
}

describe('looking ahead', () => {
  it('asks for a project on which a pointer rests, once, and opening it asks no more', async () => {
    const source = new Noted(projects);
    const board = await boardOn(source);
    over(card(board, 3));
    await waitUntil(() => source.details.length === 1, 'it is asked for');
    over(card(board, 3));
    await aTimeout(150);
    card(board, 3).click();
    await waitUntil(() => allByRole(board, 'heading', 'Project 3').length > 0, 'it is open');
    expect(source.details).to.deep.equal(['p3']);
  });

  it('asks at once for a project that is touched, and for one whose link has focus', async () => {
    const source = new Noted(projects);
    const board = await boardOn(source);
    card(board, 1).dispatchEvent(new Event('touchstart', { bubbles: true, composed: true }));
    expect(source.details).to.deep.equal(['p1']);
    card(board, 2).focus();
    await waitUntil(() => source.details.includes('p2'), 'it is asked for');
  });

  it('asks for nothing that came whole with the list', async () => {
    const source = new Noted(projects, true);
    const board = await boardOn(source);
    over(card(board, 3));
    await aTimeout(150);
    card(board, 3).click();
    await waitUntil(() => allByRole(board, 'heading', 'Project 3').length > 0, 'it is open');
    expect(source.details).to.deep.equal([]);
  });

  it('asks for nothing that a pointer only passes', async () => {
    const source = new Noted(projects);
    const board = await boardOn(source);
    for (const n of [1, 2, 3, 4]) over(card(board, n));
    over(byRole(board, 'searchbox', 'Search projects'));
    await aTimeout(150);
    expect(source.details).to.deep.equal([]);
  });

  for (const connection of [
    { saveData: true },
    { effectiveType: '2g' },
    { effectiveType: 'slow-2g' },
  ])
    it(`asks for nothing with ${JSON.stringify(connection)}`, async () => {
      const source = new Noted(projects);
      const board = await boardOn(source);
      await onLine(connection, async () => {
        card(board, 1).dispatchEvent(new Event('touchstart', { bubbles: true, composed: true }));
        over(card(board, 2));
        await aTimeout(150);
      });
      expect(source.details).to.deep.equal([]);
    });

  it('asks for the next page as its end comes near, and only then', async () => {
    const source = new Noted(projects);
    const board = await boardOn(source);
    await aTimeout(100);
    expect(source.pages, 'before anybody has moved').to.deep.equal([undefined]);
    byRole(board, 'button', 'Show more projects').scrollIntoView();
    await waitUntil(() => source.pages.length === 2, 'the next page');
    byRole(board, 'button', 'Show more projects').click();
    await waitUntil(() => allByRole(board, 'button', 'Project 20').length === 1, 'more of them');
    const [, second] = source.pages;
    expect(source.pages.filter((each) => each === second)).to.have.length(1);
  });
});
