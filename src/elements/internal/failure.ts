import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ErrorKind, SourceError } from '../../source/source-error.ts';
import { heading } from './heading.ts';
import { icon } from './icons.ts';

export interface FailureOptions {
  readonly l10n: Localizer;
  /** Level of its heading. */
  readonly level: number;
  /** What could not be done, for instance "Projects could not be loaded". */
  readonly title: string;
  readonly error: SourceError;
  /** When it is tried again by itself, in milliseconds since 1970; absent where it is not. */
  readonly retryAt?: number | undefined;
  readonly onRetry: () => void;
  /** The element, whose own children are its author's fallback. */
  readonly host: Element;
}

const sentences = {
  offline: 'errorOffline',
  timeout: 'errorTimeout',
  network: 'errorNetwork',
  http: 'errorHttp',
  rejected: 'errorHttp',
  malformed: 'errorMalformed',
  blocked: 'errorBlocked',
} as const satisfies Record<ErrorKind, string>;

/** What happened and whose fault it is not, in one plain sentence. */
export const failureText = (l10n: Localizer, { kind }: Pick<SourceError, 'kind'>): string =>
  l10n.t(sentences[kind]);

/** "Trying by itself in 20 seconds". It stands still: a running count would move beside what is read (WCAG 2.2.2). */
function retryText({ t }: Localizer, retryAt: number): string {
  const seconds = Math.max(1, Math.round((retryAt - Date.now()) / 1000));
  return seconds < 90
    ? t('retryIn', { n: seconds })
    : t('retryInMinutes', { n: Math.round(seconds / 60) });
}

/** True where the page's author has put something inside the element, or inside the board around it, to show in its place. */
const hasFallback = (nodes: Iterable<Node>): boolean =>
  [...nodes].some((node) =>
    node instanceof HTMLSlotElement
      ? !node.slot && hasFallback(node.assignedNodes())
      : node instanceof Element
        ? !node.slot && node.localName !== 'script'
        : node instanceof Text && node.data.trim() !== '',
  );

/**
 * The panel where nothing can be drawn because a request failed: what happened, "Try again", when
 * that happens by itself, and the fallback of the page's author. The slot `error` replaces the words.
 */
export const failure = ({
  l10n,
  level,
  title,
  error,
  retryAt,
  onRetry,
  host,
}: FailureOptions): TemplateResult =>
  html`<div class="failure" part="failure">
    <div role="alert">
      ${heading(
        level,
        html`${icon(error.status === null ? 'offline' : 'alert')} ${title}`,
        'failure__title',
      )}
      <slot name="error"><p>${failureText(l10n, error)}</p></slot>
    </div>
    <div class="failure__actions">
      <button class="button primary" type="button" @click=${onRetry}>
        ${icon('retry')} ${l10n.t('tryAgain')}
      </button>
      ${retryAt ? html`<span class="muted">${retryText(l10n, retryAt)}</span>` : nothing}
    </div>
    <div ?hidden=${!hasFallback(host.childNodes)}>${l10n.t('meanwhile')} <slot></slot></div>
  </div>`;
