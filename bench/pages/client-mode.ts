/**
 * A feed over listings that are all in the browser, as many as wanted: what client mode does once it has
 * fetched them.
 */
import '../../src/define/any.ts';
import type { Project } from '../../src/domain/project.ts';
import type { ListingsSource } from '../../src/source/listings-source.ts';
import { MemorySource } from '../../src/source/memory-source.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { listings } from '../lib/listings.ts';

declare global {
  interface Window {
    /** Makes so many listings, and draws nothing yet. */
    prepareListings: (count: number) => void;
    /** Draws the feed over them. */
    drawFeed: () => void;
    /** Draws the feed over a JSON file at this address, by a definition that makes the browser search it. */
    drawFile: (url: string, definition: object) => void;
  }
}

let projects: readonly Project[] = [];

function draw(source: ListingsSource): void {
  const feed = document.createElement('foothold-listing-feed');
  feed.source = source;
  document.getElementById('micro-internships')!.append(feed);
}

window.prepareListings = (count) => {
  projects = listings(count, Date.now());
};
window.drawFeed = () => draw(new MemorySource(projects));
window.drawFile = (url, definition) => draw(openSource({ url, ...definition }));
