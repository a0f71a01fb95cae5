/** The feed as components, for Preact and React alike: which of the two, the build says. */
import { factsOf, FILTERS, FIRST, ICONS, initials, MODES, skillsOf, SORTS } from './content.ts';

const Icon = ({ path }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

const Fact = ({ name, term, main, more }) => (
  <div className={name}>
    <dt className="hidden">{term}</dt>
    <dd>
      {name === 'where' && <Icon path={ICONS.where} />}
      {main}
      {more && <span className="more">{more}</span>}
    </dd>
  </div>
);

export function Card({ item, today }) {
  const { employer, category, summary, featured } = item;
  const [skills, others] = skillsOf(item);
  return (
    <article className="card">
      <div className="tile">{initials(employer.name)}</div>
      <div className="text">
        {featured && <p className="flag">Featured</p>}
        <h3 className="title">
          <a href={`?project=${item.id}`}>{item.title}</a>
        </h3>
        <p className="employer">
          <bdi>{employer.name}</bdi>
          {employer.verified && <Icon path={ICONS.verified} />}
          {employer.verified && <span className="hidden">Verified employer</span>}
          {category && <span>· {category}</span>}
        </p>
        {skills && (
          <p className="skills">
            <span className="hidden">Skills:</span>
            <bdi>{skills}</bdi>
            {others}
          </p>
        )}
        {summary && <p className="summary">{summary}</p>}
      </div>
      <dl className="facts">
        {factsOf(item, today).map((fact) => (
          <Fact key={fact.name} {...fact} />
        ))}
      </dl>
    </article>
  );
}

const Filter = ({ name, legend, choices = [] }) => (
  <fieldset>
    <legend>{legend}</legend>
    {choices.slice(0, FIRST).map(({ value, count }) => (
      <label className="option" key={value}>
        <input type="checkbox" name={name} value={value} />
        <bdi>{MODES[value] ?? value}</bdi>
        <span className="count">{count}</span>
      </label>
    ))}
  </fieldset>
);

const Bar = () => (
  <div className="bar">
    <label>
      <span>Search projects</span>
      <input type="search" />
    </label>
    <label>
      <span>Sort by</span>
      <select>
        {Object.entries(SORTS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  </div>
);

/** @param list the answer of the API; undefined until it is there */
export const Feed = ({ list, today }) => (
  <div className="feed">
    <Bar />
    <div className="body">
      <div className="filters">
        {list &&
          Object.entries(FILTERS).map(([name, legend]) => (
            <Filter key={name} name={name} legend={legend} choices={list.facets[name]} />
          ))}
      </div>
      <section>
        <p className="status">{list ? `${list.total} projects` : 'Loading projects…'}</p>
        <ul className="list">
          {list?.items.map((item) => (
            <li key={item.id}>
              <Card item={item} today={today} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  </div>
);
