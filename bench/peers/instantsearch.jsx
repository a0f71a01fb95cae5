/** The feed in InstantSearch.js, with its own widgets. Its client asks the listings API. */
import instantsearch from 'instantsearch.js';
import { hits, refinementList, searchBox, sortBy, stats } from 'instantsearch.js/es/widgets';
import { boot } from './boot.ts';
import {
  factsOf,
  FILTERS,
  FIRST,
  fetchList,
  ICONS,
  initials,
  MODES,
  skillsOf,
  SORTS,
  todayIn,
} from './content.ts';
import { addStyles } from './styles.ts';

/** What InstantSearch asks of a search engine, answered by the listings API. */
const clientOf = (api) => ({
  async search(requests) {
    const list = await fetchList(api);
    const facets = Object.fromEntries(
      Object.keys(FILTERS).map((name) => [
        name,
        Object.fromEntries((list.facets[name] ?? []).map(({ value, count }) => [value, count])),
      ]),
    );
    const result = {
      hits: list.items.map((item) => ({ ...item, objectID: item.id })),
      nbHits: list.total,
      nbPages: Math.ceil(list.total / 20),
      page: 0,
      hitsPerPage: 20,
      processingTimeMS: 1,
      exhaustiveNbHits: true,
      query: '',
      params: '',
      facets,
    };
    return { results: requests.map(() => result) };
  },
});

const icon = (html, path) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

function card(item, html, today) {
  const { employer, category, summary, featured } = item;
  const [skills, others] = skillsOf(item);
  return html`<article class="card">
    <div class="tile">${initials(employer.name)}</div>
    <div class="text">
      ${featured ? html`<p class="flag">Featured</p>` : ''}
      <h3 class="title"><a href=${`?project=${item.id}`}>${item.title}</a></h3>
      <p class="employer">
        <bdi>${employer.name}</bdi>
        ${
          employer.verified
            ? html`${icon(html, ICONS.verified)}<span class="hidden">Verified employer</span>`
            : ''
        }
        ${category ? html`<span>· ${category}</span>` : ''}
      </p>
      ${
        skills
          ? html`<p class="skills">
              <span class="hidden">Skills:</span><bdi>${skills}</bdi>${others}
            </p>`
          : ''
      }
      ${summary ? html`<p class="summary">${summary}</p>` : ''}
    </div>
    <dl class="facts">
      ${factsOf(item, today).map(
        ({ name, term, main, more }) =>
          html`<div class=${name}>
            <dt class="hidden">${term}</dt>
            <dd>
              ${name === 'where' ? icon(html, ICONS.where) : ''}${main}${
                more ? html`<span class="more">${more}</span>` : ''
              }
            </dd>
          </div>`,
      )}
    </dl>
  </article>`;
}

const frame = `<div class="feed">
  <div class="bar"><div data-is="search"></div><div data-is="sort"></div></div>
  <div class="body"><div class="filters">${Object.entries(FILTERS)
    .map(([name, legend]) => `<h4>${legend}</h4><div data-is="${name}"></div>`)
    .join('')}</div><section><div data-is="stats"></div><div data-is="hits"></div></section></div>
</div>`;

boot((target, api) => {
  addStyles();
  target.innerHTML = frame;
  const place = (name) => target.querySelector(`[data-is=${name}]`);
  const search = instantsearch({ indexName: 'newest', searchClient: clientOf(api) });
  search.addWidgets([
    searchBox({ container: place('search') }),
    sortBy({
      container: place('sort'),
      items: Object.entries(SORTS).map(([value, label]) => ({ value, label })),
    }),
    stats({ container: place('stats') }),
    ...Object.keys(FILTERS).map((attribute) =>
      refinementList({
        container: place(attribute),
        attribute,
        limit: FIRST,
        transformItems: (items) =>
          items.map((item) => {
            const label = MODES[item.value] ?? item.label;
            return { ...item, label, highlighted: label };
          }),
      }),
    ),
    hits({
      container: place('hits'),
      templates: { item: (item, { html }) => card(item, html, todayIn(item.timeZone)) },
      cssClasses: { list: 'list' },
    }),
  ]);
  search.start();
});
