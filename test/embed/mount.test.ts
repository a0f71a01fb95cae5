import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { mountTags } from '../../src/embed/mount.ts';

/** An address that is recognised as the script's, and loads nothing. */
const src = 'data:text/javascript,//foothold.js';

function tag(attributes: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries({ src, ...attributes }))
    script.setAttribute(name, value);
  return script;
}

/** Runs `task` and returns what it wrote to the console as errors. */
async function errorsOf(task: () => unknown): Promise<string[]> {
  const errors: string[] = [];
  const { error } = console;
  console.error = (message: unknown) => void errors.push(String(message));
  try {
    await task();
  } finally {
    console.error = error;
  }
  return errors;
}

const boards = (root: ParentNode = document) => [...root.querySelectorAll('foothold-board')];

describe('the script tag', () => {
  it('mounts a board where it stands, with its data as attributes', async () => {
    const place = await fixture<HTMLElement>(html`<section><p>After</p></section>`);
    place.prepend(
      tag({ 'data-api': '/api', 'data-page-size': '5', 'data-with-structured-data': '' }),
    );
    mountTags();
    const [board] = boards(place);
    expect(board?.getAttribute('api')).to.equal('/api');
    expect(board?.getAttribute('page-size')).to.equal('5');
    expect(board?.hasAttribute('with-structured-data')).to.equal(true);
    expect(board?.nextElementSibling?.textContent).to.equal('After');
  });

  it('mounts a board for a preset alone: it may know its address', async () => {
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(tag({ 'data-preset': 'remotive' }));
    mountTags();
    expect(boards(place)[0]?.getAttribute('preset')).to.equal('remotive');
  });

  it("moves the target's content into the board as its fallback", async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <div id="here"><a href="https://example.org/">Browse</a></div>
      </div>`,
    );
    place.append(tag({ 'data-api': '/api', 'data-target': '#here' }));
    mountTags();
    await aTimeout(0);
    const target = place.querySelector('#here')!;
    expect(target.children).to.have.length(1);
    const [board] = boards(target);
    expect(board?.querySelector('a')?.textContent).to.equal('Browse');
    expect(board?.hasAttribute('target')).to.equal(false);
  });

  it('waits for a target that the page draws later', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(tag({ 'data-api': '/api', 'data-target': '#later' }));
    mountTags();
    await aTimeout(20);
    place.insertAdjacentHTML('beforeend', '<div><p id="later">Soon</p></div>');
    await aTimeout(20);
    expect(boards(place.querySelector('#later')!)).to.have.length(1);
  });

  it('mounts once, however often the script runs and the tag is inserted', async () => {
    const place = await fixture<HTMLElement>(html`<div><div id="once"></div></div>`);
    const data = { 'data-api': '/api', 'data-target': '#once' };
    place.append(tag(data));
    mountTags();
    mountTags();
    place.append(tag(data));
    mountTags();
    await aTimeout(0);
    expect(boards(place)).to.have.length(1);
  });

  it('finds its place by its sleeping twin when it was moved into the head', async () => {
    const place = await fixture<HTMLElement>(html`<section><p>Before</p></section>`);
    const data = { 'data-api': '/api', 'data-page-size': '7' };
    place.append(tag({ ...data, type: 'text/rocketscript' }));
    const moved = tag(data);
    document.head.append(moved);
    mountTags();
    expect(boards(place)).to.have.length(1);
    moved.remove();
  });

  it('goes to the end of the main content when nothing marks its place', async () => {
    const main = await fixture<HTMLElement>(html`<main><p>Content</p></main>`);
    const moved = tag({ 'data-api': '/api' });
    document.head.append(moved);
    mountTags();
    expect(main.lastElementChild?.localName).to.equal('foothold-board');
    moved.remove();
  });

  it('mounts another element when it names one', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(
      tag({ 'data-api': '/api', 'data-element': 'listing-feed', 'data-max-items': '3' }),
    );
    mountTags();
    const feed = place.querySelector('foothold-listing-feed');
    expect(feed?.getAttribute('max-items')).to.equal('3');
    expect(feed?.hasAttribute('element')).to.equal(false);
  });

  it('leaves tags alone that ask for nothing, sleep, or belong to others', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(
      tag({}),
      tag({ 'data-api': '/api', type: 'text/plain' }),
      tag({ 'data-api': '/api', src: 'data:text/javascript,//other.js' }),
    );
    mountTags();
    expect(place.querySelectorAll(':not(script)')).to.have.length(0);
  });

  it('says what is wrong with a name or a selector', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(tag({ 'data-api': '/api', 'data-element': 'bord' }));
    place.append(tag({ 'data-api': '/api', 'data-target': '##' }));
    const errors = await errorsOf(async () => {
      mountTags();
      await aTimeout(0);
    });
    expect(errors).to.have.length(2);
    expect(errors[0]).to.contain('data-element="bord" is none of board, listing-feed');
    expect(errors[1]).to.contain('data-target="##" is not a CSS selector');
  });

  it('gives up on a target after ten seconds, with one error', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(tag({ 'data-api': '/api', 'data-target': '#never' }));
    const later = window.setTimeout;
    const pauses: unknown[] = [];
    window.setTimeout = ((task: () => void, pause: number) => {
      pauses.push(pause);
      return later(task, pause === 10_000 ? 10 : pause);
    }) as typeof window.setTimeout;
    const errors = await errorsOf(async () => {
      mountTags();
      await new Promise((resolve) => later(resolve, 60));
    });
    window.setTimeout = later;
    expect(pauses).to.contain(10_000);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('data-target="#never"');
    place.insertAdjacentHTML('beforeend', '<p id="never"></p>');
    await aTimeout(20);
    expect(boards(place)).to.have.length(0);
  });
});
