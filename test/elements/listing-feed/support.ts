import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/foothold-listing-feed.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { FootholdListingFeed } from '../../../src/elements/listing-feed/listing-feed.ts';
import type { ListingsSource } from '../../../src/source/listings-source.ts';
import { MemorySource, type MemorySourceOptions } from '../../../src/source/memory-source.ts';
import { allByRole, byRole, type Name } from '../../support/by-role.ts';

/** The calendar date some days from now, in UTC. */
export const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const kinds: readonly Partial<Project>[] = [
  {
    category: 'Design',
    workMode: 'remote',
    pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD' },
    hours: { min: 20, max: 30 },
    durationDays: { min: 14, max: 21 },
    skills: ['research', 'writing', 'maps', 'drawing', 'video', 'music'],
  },
  {
    category: 'Data',
    workMode: 'hybrid',
    locations: [{ display: 'Fernhollow' }],
    pay: { kind: 'hourly', min: 22, max: 22, currency: 'USD' },
    hours: { min: 10, max: 10 },
  },
  { category: 'Writing', workMode: 'onsite' },
];

/** So many different projects, newest first: `p0`, `p1` … */
export const projects = (count: number): Project[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    title: `Project ${index}`,
    employer: { name: `Employer ${index}` },
    postedAt: day(-index),
    ...kinds[index % kinds.length],
  }));

export const memory = (count: number, options?: MemorySourceOptions): MemorySource =>
  new MemorySource(projects(count), options);

interface Setup {
  readonly source?: ListingsSource;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly width?: number;
  /** The author's own children. */
  readonly content?: unknown;
  /** Called before the feed is in the page. */
  readonly prepare?: (feed: FootholdListingFeed) => void;
}

/** A feed in the page; not waited for. */
export async function place({
  source = memory(30),
  attributes = {},
  width = 1100,
  content,
  prepare,
}: Setup = {}): Promise<FootholdListingFeed> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const feed = document.createElement('foothold-listing-feed');
  for (const [name, value] of Object.entries(attributes)) feed.setAttribute(name, value);
  if (content instanceof Node) feed.append(content);
  feed.source = source;
  prepare?.(feed);
  box.append(feed);
  await feed.updateComplete;
  return feed;
}

export const status = (feed: FootholdListingFeed): string =>
  allByRole(feed, 'status')[0]?.textContent.trim() ?? '';

/** Waits until the feed says how many projects there are, or that there are none. */
export const says = (feed: FootholdListingFeed, text: Name): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? status(feed) === text : text.test(status(feed))),
    `status is to say ${String(text)}`,
  );

/** A feed that has drawn what its source has. */
export async function feedWith(setup: Setup = {}): Promise<FootholdListingFeed> {
  const feed = await place(setup);
  await waitUntil(() => feed.renderRoot.querySelector('section')?.ariaBusy === 'false');
  await feed.updateComplete;
  return feed;
}

/** Titles of the projects on the page. */
export const titles = (feed: FootholdListingFeed): string[] =>
  allByRole(feed, 'article').map((article) => allByRole(article, 'heading')[0]!.textContent.trim());

export const press = (feed: FootholdListingFeed, name: Name, role = 'button'): void => {
  byRole(feed, role, name).click();
};

/** Types into the search box as a person would, all at once. */
export function type(feed: FootholdListingFeed, words: string): HTMLInputElement {
  const box = byRole(feed, 'searchbox', 'Search projects');
  box.value = words;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return box;
}

/** Chooses or fills in, and leaves the control. */
export function choose(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The element that has focus, inside shadow roots, too. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
