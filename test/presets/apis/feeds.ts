/** The feeds that a job board publishes: RSS 2.0 as WordPress writes it, Atom, and JSON Feed. */
import { availabilityOf } from '../../../src/domain/project-rules.ts';
import type { Project } from '../../../src/domain/project.ts';
import { escaped, fakeApi, json, xml, type FakeApi } from '../support/fake-api.ts';
import { only } from '../support/only.ts';

const base = 'https://jobs.northmere.example';
const pageOf = ({ id }: Project) => `${base}/jobs/${id}`;

/** An element, where there is something for it. */
const element = (name: string, content: string | undefined, attributes = ''): string =>
  content ? `<${name}${attributes}>${escaped(content)}</${name}>` : '';

const html = ({ summary }: Project) => summary && `<p>${escaped(summary)}</p>`;

const rssItem = (project: Project): string => `
  <item>
    ${element('title', project.title)}
    ${element('link', pageOf(project))}
    ${element('guid', project.id, ' isPermaLink="false"')}
    ${element('pubDate', project.postedAt && new Date(project.postedAt).toUTCString())}
    ${element('dc:creator', 'careers-office')}
    ${element('category', project.category)}
    ${element('description', project.summary)}
    ${project.summary ? `<content:encoded><![CDATA[${html(project)!}]]></content:encoded>` : ''}
    <job_listing:company><![CDATA[${project.employer.name}]]></job_listing:company>
    ${(project.locations ?? []).map(({ display }) => element('job_listing:location', display)).join('')}
  </item>`;

export const rssUrl = `${base}/feed/`;
export const rss = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base,
    routes: {
      'GET /feed/': () =>
        xml(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:job_listing="https://jobs.northmere.example">
<channel>
  <title>Northmere Career Center</title>
  <atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="${rssUrl}" rel="self" />
  <link>${base}</link>
  <language>en-US</language>${projects.map(rssItem).join('')}
</channel></rss>`),
    },
  });

const atomEntry = (project: Project): string => `
  <entry>
    ${element('id', project.id)}
    ${element('title', project.title, ' type="text"')}
    <link rel="edit" href="${base}/edit/${project.id}"/>
    <link rel="alternate" type="text/html" href="${pageOf(project)}"/>
    <author><name>${escaped(project.employer.name)}</name></author>
    ${element('published', project.postedAt)}
    ${element('updated', '2020-01-01T00:00:00Z')}
    ${project.category ? `<category term="${escaped(project.category)}"/>` : ''}
    ${element('summary', project.summary)}
    ${element('content', html(project), ' type="html"')}
  </entry>`;

export const atomUrl = `${base}/jobs.atom`;
export const atom = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base,
    routes: {
      'GET /jobs.atom': () =>
        xml(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
  <title type="text">Northmere Career Center</title>
  <id>tag:northmere.example,2026:jobs</id>${projects.map(atomEntry).join('')}
</feed>`),
    },
  });

export const jsonFeedUrl = `${base}/feed.json`;
/** Pages of three, each with the address of the next. */
export const jsonFeed = (projects: readonly Project[]): FakeApi =>
  fakeApi({
    base,
    routes: {
      'GET /feed.json': ({ query }) => {
        const page = Number(query.get('page') ?? 1);
        const items = projects.slice(3 * (page - 1), 3 * page).map((project) => ({
          id: project.id,
          url: pageOf(project),
          title: project.title,
          ...(project.summary && { content_html: html(project), summary: project.summary }),
          ...(project.postedAt && { date_published: project.postedAt }),
          ...(project.category && { tags: [project.category, 'micro-internship'] }),
          authors: [{ name: project.employer.name }],
          _project: only(project, 'hours', 'skills', 'applyBy', 'timeZone'),
        }));
        return json({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Northmere Career Center',
          language: 'en-US',
          ...(3 * page < projects.length && { next_url: `${jsonFeedUrl}?page=${page + 1}` }),
          items,
        });
      },
    },
  });

/** What all of them say of a project that can be applied to, and what the presets add; they publish no other. */
function known(project: Project): Project | undefined {
  if (availabilityOf(project, Date.now()) !== 'open') return undefined;
  const { id, title, employer, summary, postedAt } = project;
  const url = pageOf(project);
  return {
    id,
    title,
    employer: only(employer, 'name'),
    url,
    ...(summary && { summary, descriptionHtml: html(project)! }),
    ...(postedAt && { postedAt }),
    ...only(project, 'category'),
    language: 'en-US',
    application: { mode: 'redirect', url },
  };
}

export const knownToAtom = known;

/** RSS writes UTC as an offset, and has places. */
export function knownToRss(project: Project): Project | undefined {
  const said = known(project);
  return (
    said && {
      ...said,
      ...(said.postedAt && { postedAt: said.postedAt.replace('Z', '+00:00') }),
      ...(project.locations && {
        locations: project.locations.map((place) => only(place, 'display')),
      }),
    }
  );
}

export function knownToJsonFeed(project: Project): Project | undefined {
  const said = known(project);
  return said && { ...said, ...only(project, 'hours', 'skills', 'applyBy', 'timeZone') };
}
