/** The page of a school, with the feed in its middle and more below. */

/** What stands on it, in place of the feed's own markup. */
export interface HostPage {
  /** Goes before the feed's markup; the snippet's preload line. */
  readonly preload?: string;
  /** The feed's container and script. */
  readonly feed: string;
}

const css = `
body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1d1d1f}
.width{max-width:72rem;margin:auto;padding:0 1rem}
header{background:#12324f;color:#fff;padding:1rem 0}
footer{background:#eee;padding:2rem 0;margin-top:2rem}
`;

export const hostPage = ({ preload = '', feed }: HostPage): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Micro-internships</title><link rel="icon" href="data:,"><style>${css}</style></head>
<body><header><div class="width">Northmere University, Career Center</div></header>
<main class="width"><h1>Micro-internships</h1><p>Short, paid projects for students.</p>
${preload}${feed}
<section><h2>Questions?</h2><p>Come by on weekdays from ten to four, or write to us.</p></section></main>
<footer><div class="width">Northmere University, 1 College Row</div></footer></body></html>`;

const TARGET = 'micro-internships';
const FALLBACK = '<a href="/elsewhere.html">Browse micro-internships</a>';

/** The address that the board asks first. */
const preloadOf = (api: string): string =>
  `<link rel="preload" as="fetch" crossorigin="anonymous" href="${api}/projects?limit=20">\n`;

export interface SnippetOptions {
  readonly api: string;
  readonly script: string;
  readonly preload?: boolean;
  /** Height that the container reserves; default that of the window. Empty reserves none. */
  readonly reserved?: string;
}

/** The canonical snippet. Whoever else is measured is pasted in the same way. */
export const snippet = ({
  api,
  script,
  preload = false,
  reserved = 'min-height:100vh',
}: SnippetOptions): HostPage => ({
  ...(preload && { preload: preloadOf(api) }),
  feed: `<div id="${TARGET}"${reserved && ` style="${reserved}"`}>${FALLBACK}</div>
<script async src="${script}" crossorigin="anonymous" data-target="#${TARGET}" data-api="${api}"
        data-privacy-url="/privacy.html"></script>`,
});

/** An element written by hand, with nothing reserved. */
export const bareTag = (api: string, script: string): HostPage => ({
  feed: `<foothold-board api="${api}" privacy-url="/privacy.html">${FALLBACK}</foothold-board>
<script async src="${script}" crossorigin="anonymous"></script>`,
});

/** Everything but the feed. */
export const emptyPage: HostPage = { feed: `<div id="${TARGET}" style="min-height:100vh"></div>` };

/**
 * The script loads and draws nothing until `mountPeer` is called. The board, which has no such function of
 * its own, is made as its script makes it.
 */
export const waiting = (script: string, isFoothold: boolean): HostPage => ({
  feed: `${emptyPage.feed}<script src="${script}"></script>${
    isFoothold
      ? `<script>mountPeer = (target, api) => {
  const board = document.createElement('foothold-board');
  board.setAttribute('api', api);
  board.setAttribute('privacy-url', '/privacy.html');
  target.append(board);
};</script>`
      : ''
  }`,
});

/** Draws what `waiting` left undrawn. Runs in the page, in a task of its own. */
export const mountScript = (api: string): string =>
  `setTimeout(() => mountPeer(document.getElementById('${TARGET}'), '${api}'))`;
