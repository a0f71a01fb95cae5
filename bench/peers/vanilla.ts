/** The limit of what can be drawn on the client: no library, no more work than the page needs. */
import { boot } from './boot.ts';
import {
  factsOf,
  fetchList,
  FILTERS,
  FIRST,
  ICONS,
  initials,
  MODES,
  skillsOf,
  SORTS,
  todayIn,
  type Fact,
  type Item,
  type List,
} from './content.ts';
import { addStyles } from './styles.ts';

declare global {
  interface Window {
    /** Asks for other listings and shows so many pages of them; for measurements. */
    showPeer?: (params: string, pages?: number) => Promise<void>;
  }
}

type Child = Node | string | false | undefined;

function h(name: string, className: string, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.filter((each) => each !== false && each !== undefined));
  return element;
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

const fact = ({ name, term, main, more }: Fact) =>
  h(
    'div',
    name,
    h('dt', 'hidden', term),
    h('dd', '', name === 'where' && icon(ICONS.where), main, !!more && h('span', 'more', more)),
  );

function card(item: Item, today: string): HTMLElement {
  const { employer, category, summary, featured } = item;
  const [skills, others] = skillsOf(item);
  const link = h('a', '', item.title) as HTMLAnchorElement;
  link.href = `?project=${item.id}`;
  return h(
    'li',
    '',
    h(
      'article',
      'card',
      h('div', 'tile', initials(employer.name)),
      h(
        'div',
        'text',
        !!featured && h('p', 'flag', 'Featured'),
        h('h3', 'title', link),
        h(
          'p',
          'employer',
          h('bdi', '', employer.name),
          !!employer.verified && icon(ICONS.verified),
          !!employer.verified && h('span', 'hidden', 'Verified employer'),
          !!category && h('span', '', `· ${category}`),
        ),
        !!skills && h('p', 'skills', h('span', 'hidden', 'Skills:'), h('bdi', '', skills), others),
        !!summary && h('p', 'summary', summary),
      ),
      h('dl', 'facts', ...factsOf(item, today).map(fact)),
    ),
  );
}

function options(name: string, { facets }: List): HTMLElement[] {
  return (facets[name] ?? []).slice(0, FIRST).map(({ value, count }) => {
    const input = h('input', '') as HTMLInputElement;
    Object.assign(input, { type: 'checkbox', name, value });
    const words = h('bdi', '', MODES[value] ?? value);
    return h('label', 'option', input, words, h('span', 'count', String(count)));
  });
}

const filters = (list: List) =>
  Object.entries(FILTERS).map(([name, legend]) =>
    h('fieldset', '', h('legend', '', legend), ...options(name, list)),
  );

function bar(): HTMLElement {
  const search = h('input', '') as HTMLInputElement;
  search.type = 'search';
  const sort = h(
    'select',
    '',
    ...Object.entries(SORTS).map(([value, words]) => {
      const option = h('option', '', words) as HTMLOptionElement;
      option.value = value;
      return option;
    }),
  );
  return h(
    'div',
    'bar',
    h('label', '', h('span', '', 'Search projects'), search),
    h('label', '', h('span', '', 'Sort by'), sort),
  );
}

boot((target, api) => {
  const first = fetchList(api);
  addStyles();
  const panel = h('div', 'filters');
  const status = h('p', 'status');
  const ul = h('ul', 'list');
  const cards = new Map<string, HTMLElement>();

  /** Keyed: a card that stays is not made anew. */
  function draw({ total, ...list }: List): void {
    const today = todayIn(list.items[0]?.timeZone ?? 'UTC');
    status.textContent = `${total} projects`;
    panel.replaceChildren(...filters({ total, ...list }));
    const wanted = new Set(list.items.map(({ id }) => id));
    for (const [id, element] of cards) {
      if (wanted.has(id)) continue;
      element.remove();
      cards.delete(id);
    }
    let place = ul.firstElementChild;
    for (const item of list.items) {
      let element = cards.get(item.id);
      if (!element) cards.set(item.id, (element = card(item, today)));
      if (element === place) place = place.nextElementSibling;
      else ul.insertBefore(element, place);
    }
  }

  window.showPeer = async (params, pages = 1) => {
    let list = await fetchList(api, params);
    const items = [...list.items];
    while (--pages > 0 && list.nextCursor) {
      const next = await fetchList(api, `${params}&cursor=${encodeURIComponent(list.nextCursor)}`);
      items.push(...next.items);
      list = { ...next, facets: list.facets };
    }
    draw({ ...list, items });
  };

  target.replaceChildren(
    h('div', 'feed', bar(), h('div', 'body', panel, h('section', '', status, ul))),
  );
  void first.then(draw);
});
