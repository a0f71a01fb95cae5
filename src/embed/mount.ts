/**
 * Mounts an element for each script tag that asks for one, wherever a CMS, a tag manager or an
 * optimiser has put the tag: moved into `<head>`, re-inserted, deferred, or inlined.
 */

/** Marks tags and elements that are done with; shared by all copies of the script on a page. */
const MOUNTED = Symbol.for('foothold.mounted');

/** How long a target that a page draws later is waited for, in ms. */
const PATIENCE = 10_000;

type Markable = Element & { [MOUNTED]?: true };

const elementNames = ['board', 'listing-feed', 'project-detail', 'application-form'];
const sourceAttributes = ['data-api', 'data-file', 'data-config-src', 'data-preset'];
const ownFile = /foothold(-any)?[\w.-]*\.js/;

const asksForElement = (script: Element): boolean =>
  sourceAttributes.some((name) => script.hasAttribute(name));

/** False for a tag that an optimiser has put to sleep under a made-up type; its copy runs elsewhere. */
const isAwake = (script: Element): boolean =>
  /^(|module|(text|application)\/(java|ecma)script)$/i.test(script.getAttribute('type') ?? '');

/** What a tag says, to recognise it again in another place. */
const dataOf = (script: Element): string =>
  [...script.attributes]
    .filter(({ name }) => name.startsWith('data-'))
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join();

const findTags = (): Element[] =>
  [...document.scripts].filter(
    (script) =>
      asksForElement(script) &&
      isAwake(script) &&
      (script === document.currentScript || ownFile.test(script.getAttribute('src') ?? '')),
  );

const complain = (message: string): void => console.error(`Foothold: ${message}`);

/** Runs `task` once the page has been parsed; at once when it has. */
function whenParsed(task: () => void): void {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', task, { once: true });
  else task();
}

/** Mounts the tags that are on the page and not mounted yet. */
export function mountTags(): void {
  const tags = findTags();
  for (const tag of tags) mountTag(tag);
  // Inlined or run from a blob, the script does not know its own tag: it may also stand further down.
  if (!document.currentScript) whenParsed(() => findTags().forEach(mountTag));
}

function mountTag(tag: Markable): void {
  if (tag[MOUNTED]) return;
  tag[MOUNTED] = true;
  const name = (tag.getAttribute('data-element') ?? 'board').replace(/^foothold-/, '');
  if (!elementNames.includes(name)) {
    complain(`data-element="${name}" is none of ${elementNames.join(', ')}.`);
    return;
  }
  const element: Markable = document.createElement(`foothold-${name}`);
  element[MOUNTED] = true;
  for (const { name: attribute, value } of tag.attributes)
    if (/^data-(?!target$|element$)/.test(attribute))
      element.setAttribute(attribute.slice(5), value);

  const selector = tag.getAttribute('data-target');
  if (selector) void mountInTarget(element, selector);
  else mountInPlace(element, tag);
}

/** The target's own content becomes the element's fallback, so that it is there whenever nothing can be drawn. */
async function mountInTarget(element: Element, selector: string): Promise<void> {
  const target = await findTarget(selector);
  if (!target || [...target.children].some((child: Markable) => child[MOUNTED])) return;
  element.append(...target.childNodes);
  target.append(element);
}

function mountInPlace(element: Element, tag: Element): void {
  if (document.body?.contains(tag)) {
    tag.after(element);
    return;
  }
  // Moved into the head: its sleeping twin still marks the place, or else the end of the content.
  whenParsed(() => {
    const data = dataOf(tag);
    const twin = [...document.body.querySelectorAll('script')].find(
      (script) => !isAwake(script) && dataOf(script) === data,
    );
    if (twin) twin.after(element);
    else (document.querySelector('main') ?? document.body).append(element);
  });
}

async function findTarget(selector: string): Promise<Element | null> {
  const find = () => document.querySelector(selector);
  try {
    return find() ?? (await new Promise<void>(whenParsed), find() ?? (await appearance(find)));
  } catch {
    complain(`data-target="${selector}" is not a CSS selector. An id is written "#name".`);
    return null;
  }

  function appearance(look: () => Element | null): Promise<Element | null> {
    return new Promise((resolve) => {
      const settle = (found: Element | null) => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(found);
      };
      const observer = new MutationObserver(() => {
        const found = look();
        if (found) settle(found);
      });
      observer.observe(document, { childList: true, subtree: true });
      const timer = setTimeout(() => {
        complain(`nothing on this page matches data-target="${selector}".`);
        settle(null);
      }, PATIENCE);
    });
  }
}
