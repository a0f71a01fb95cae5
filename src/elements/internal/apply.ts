import { html, nothing, type TemplateResult } from 'lit';
import type { Navigation } from '../../controllers/context.ts';
import type { Project } from '../../domain/project.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import { safeUrl } from '../../lib/safe-url.ts';
import { payFact } from './facts.ts';
import type { DeadlineWords } from './deadline.ts';
import { say, type Reading } from './reading.ts';

/** Where "Apply" leads. */
export interface ApplyTarget {
  /** Absent where the form opens in place and has no address: then it is a button. */
  readonly href?: string | undefined;
  /** Opens the form in place. */
  readonly open?: () => void;
  /** Set where the student leaves: what `foothold-application-redirect` says. */
  readonly away?: string;
  /** Where to, in words, before it is followed. */
  readonly note?: string;
  readonly newTab?: boolean;
}

export interface ApplyOptions {
  readonly l10n: Localizer;
  /** True where the source takes applications. */
  readonly canPost: boolean;
  /** The board around, if any. */
  readonly navigation: Navigation | undefined;
  /** The page author's address of the form, with `{id}`. */
  readonly applyHref: string | undefined;
}

/** Percent-encodes; half a surrogate pair, which has no encoding, becomes the replacement character. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** An address that is one, and adds nothing to a `mailto:` but itself. */
const isEmail = (address: string): boolean => /^[^\s@?&,;:<>"]+@[^\s@?&,;:<>"]+$/.test(address);

/** Where a student applies; undefined where nothing is known of it. */
export function applyTarget(
  { id, title, url, application = {} }: Project,
  { l10n, canPost, navigation, applyHref }: ApplyOptions,
): ApplyTarget | undefined {
  const { mode = 'post', email } = application;
  if (mode === 'post' && canPost) {
    if (navigation) {
      const view = { name: 'application', id } as const;
      return {
        href: navigation.hrefFor(view),
        open: () => {
          navigation.open(view);
        },
      };
    }
    const href = applyHref && safeUrl(applyHref.replace('{id}', encode(id)), document.baseURI);
    if (href) return { href: href.href };
  }
  if (mode === 'email' && email && isEmail(email)) {
    const away = `mailto:${encode(email).replace('%40', '@')}`;
    return {
      href: `${away}?subject=${encode(l10n.t('applicationSubject', { title }))}`,
      away,
      note: l10n.t('applyByEmail', { address: email }),
    };
  }
  const elsewhere = safeUrl((mode === 'redirect' && application.url) || url);
  return (
    elsewhere && {
      href: elsewhere.href,
      away: elsewhere.href,
      note: l10n.t('applyElsewhere', { host: elsewhere.host }),
      newTab: true,
    }
  );
}

/** "Apply": a link, or a button where the form has no address. The element `apply-note` says where to. */
export function applyControl(
  { l10n: { t }, project }: Reading,
  { href, newTab, note }: ApplyTarget,
  onClick: (event: MouseEvent) => void,
): TemplateResult {
  const name = t('applyFor', { title: project.title });
  return href
    ? html`<a
        class="button primary apply"
        part="apply-button"
        href=${href}
        aria-label=${name}
        aria-describedby=${note ? 'apply-note' : nothing}
        target=${newTab ? '_blank' : nothing}
        rel=${newTab ? 'noopener noreferrer nofollow' : nothing}
        referrerpolicy=${newTab ? 'no-referrer' : nothing}
        @click=${onClick}
        >${t('apply')}</a
      >`
    : html`<button
        class="button primary apply"
        part="apply-button"
        type="button"
        aria-label=${name}
        @click=${onClick}
      >
        ${t('apply')}
      </button>`;
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
