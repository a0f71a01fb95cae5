import { Html, html } from './html.ts';

const sections = [
  ['/staff', 'Applications'],
  ['/staff/people', 'People'],
  ['/staff/reports', 'Reports'],
  ['/staff/outbox', 'Outbox'],
] as const;

export type SectionPath = (typeof sections)[number][0];

/** The frame of every staff page. It needs no script. */
export const layout = (title: string, current: SectionPath, content: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Staff</title>
        <link rel="stylesheet" href="/staff/staff.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <p class="brand">Micro-internships <span>staff</span></p>
          <nav aria-label="Sections">
            ${sections.map(
              ([path, name]) =>
                html`<a href="${path}" ${path === current ? html`aria-current="page"` : ''}>
                  ${name}
                </a>`,
            )}
          </nav>
        </header>
        <main id="main">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text;

/** `2026-11-20T15:00:00Z` as people read it. */
export const moment = (iso: string): Html =>
  html`<time datetime="${iso}">${iso.replace('T', ' ').replace(/:\d\dZ$/, ' UTC')}</time>`;

/** A table that scrolls by itself on a narrow screen, also by keyboard. */
export const table = (
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html => html`
  <div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((each) => html`<td>${each instanceof Html ? each : html`<bdi>${each}</bdi>`}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;
