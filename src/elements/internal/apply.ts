import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../controllers/context.ts';
import type { Project } from '../../domain/project.ts';
import { FootholdApplicationRedirectEvent } from '../../events/application-redirect.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { payFact } from './facts.ts';
import type { DeadlineWords } from './deadline.ts';
import { say, type Reading } from './reading.ts';
import { viewLink, viewTarget, type ViewTarget } from './view-link.ts';

/** Where "Apply" leads: to the form, or away from here. */
export interface ApplyTarget extends ViewTarget {
  /** Set where the student leaves: what `foothold-application-redirect` says. */
  readonly away?: string;
  /** The host, or the email address, to which the student leaves. */
  readonly place?: string;
  /** Where to, in words, before it is followed. */
  readonly note?: string;
  /** Where a proposal can be written before leaving. */
  readonly draft?: ViewTarget | undefined;
}

export interface ApplyOptions {
  readonly l10n: Localizer;
  /** True where the source takes applications. */
  readonly canPost?: boolean;
  /** The board around, if any. */
  readonly navigation?: Navigation | undefined;
  /** The page author's address of the form, with `{id}`. */
  readonly applyHref?: string | undefined;
}

/** Percent-encodes; half a surrogate pair, which has no encoding, becomes the replacement character. */
export const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** An address that is one, and adds nothing to a `mailto:` but itself. */
const isEmail = (address: string): boolean => /^[^\s@?&,;:<>"]+@[^\s@?&,;:<>"]+$/.test(address);

/** Where the form is; undefined where the page has none. */
function formTarget(id: string, { navigation, applyHref }: ApplyOptions): ViewTarget | undefined {
  if (navigation) return viewTarget(navigation, { name: 'application', id });
  const href = applyHref && safeUrl(applyHref.replace('{id}', encode(id)), document.baseURI)?.href;
  return href ? { href } : undefined;
}

/** Where a student applies; undefined where nothing is known of it. */
export function applyTarget(
  { id, title, url, application = {} }: Project,
  options: ApplyOptions,
): ApplyTarget | undefined {
  const { l10n, canPost } = options;
  const { mode = 'post', email, requires } = application;
  const form = formTarget(id, options);
  if (mode === 'post' && canPost && form) return form;
  const address = mode === 'email' && email && isEmail(email) ? email : undefined;
  const page = address ? undefined : safeUrl((mode === 'redirect' && application.url) || url);
  const place = address ?? page?.host;
  if (!place) return undefined;
  const away = page?.href ?? `mailto:${encode(place).replace('%40', '@')}`;
  return {
    href: page ? away : `${away}?subject=${encode(l10n.t('applicationSubject', { title }))}`,
    away,
    place,
    note: l10n.t(page ? 'applyElsewhere' : 'applyByEmail', { place }),
    draft: requires?.proposal === 'none' ? undefined : form,
  };
}

/**
 * "Apply", or other words: a link, or a button where the form has no address. Of "Apply" the element
 * `apply-note` says where to. Whatever leaves opens beside the page, also an email: where a website
 * writes those, it would replace the page and with it what was typed.
 * @param host the element that says, by `foothold-application-redirect`, that the student leaves
 */
export function applyControl(
  { l10n: { t }, project: { id, title } }: Reading,
  target: ApplyTarget,
  host: EventTarget,
  words?: unknown,
): TemplateResult {
  const { href = '', away } = target;
  const look = 'button primary apply';
  const label = words ? nothing : t('applyFor', { title });
  if (!away) return viewLink('apply-button', target, t('apply'), look, label);
  const onClick = (event: MouseEvent) => {
    if (!host.dispatchEvent(new FootholdApplicationRedirectEvent(id, away))) event.preventDefault();
  };
  return html`<a
    class=${look}
    part="apply-button"
    href=${href}
    target="_blank"
    rel="noopener noreferrer nofollow"
    referrerpolicy="no-referrer"
    aria-label=${label}
    aria-describedby=${words ? nothing : 'apply-note'}
    @click=${onClick}
    >${words ?? t('apply')}</a
  >`;
}

/** Where the panel has scrolled away: pay, deadline and Apply, at hand. */
export function applyBar(
  reading: Reading,
  deadline: DeadlineWords | undefined,
  apply: TemplateResult,
): TemplateResult {
  const { l10n, project } = reading;
  const pay = payFact(l10n, project);
  return html`<div class="bar" part="apply-bar">
    <div>
      ${pay ? html`<b>${say(reading, pay.main)}</b>` : nothing}
      ${
        deadline
          ? html`<p>
              ${l10n.t('byDate', { date: deadline.shortDay })}
              ${deadline.left ? html`· ${deadline.left}` : nothing}
            </p>`
          : nothing
      }
    </div>
    ${apply}
  </div>`;
}
