/** Asks for what a student is about to look at, so that it is there when it is opened. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds for which a pointer rests on a card, or focus on its link, before that means something. */
const REST = 80;

interface NetworkInformation {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** False where each byte counts: under Save-Data, or on a line as slow as 2G. */
function isWelcome(): boolean {
  const { saveData, effectiveType = '' } =
    (navigator as { connection?: NetworkInformation }).connection ?? {};
  return !saveData && !effectiveType.includes('2g');
}

export interface Prospects {
  /** A project may be opened next. */
  readonly onProject: (id: string) => void;
  /** The end of the list comes near. */
  readonly onEnd: () => void;
}

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

export class LookAhead implements ReactiveController {
  readonly #host: Host;
  readonly #prospects: Prospects;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #end: IntersectionObserver | undefined;
  #pager: Element | null = null;

  constructor(host: Host, prospects: Prospects) {
    this.#host = host;
    this.#prospects = prospects;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      this.#host.addEventListener(type, this.#onIntent, { passive: true });
    // Who has not moved in the page is not on the way to its end.
    addEventListener('scroll', this.#onScroll, { passive: true, once: true });
  }

  hostDisconnected(): void {
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      this.#host.removeEventListener(type, this.#onIntent);
    removeEventListener('scroll', this.#onScroll);
    clearTimeout(this.#resting);
    this.#end?.disconnect();
    this.#end = undefined;
    this.#pager = null;
  }

  hostUpdated(): void {
    const pager = this.#end && this.#host.renderRoot.querySelector('[part=pager]');
    if (!pager || pager === this.#pager) return;
    this.#end?.disconnect();
    this.#end?.observe(pager);
    this.#pager = pager;
  }

  readonly #onScroll = (): void => {
    this.#end = new IntersectionObserver(
      (entries) => {
        if (isWelcome() && entries.some((each) => each.isIntersecting)) this.#prospects.onEnd();
      },
      { rootMargin: '50%' },
    );
    this.hostUpdated();
  };

  readonly #onIntent = (event: Event): void => {
    clearTimeout(this.#resting);
    const { id } = this.#cardOf(event)?.dataset ?? {};
    if (!id || !isWelcome()) return;
    const open = () => {
      this.#prospects.onProject(id);
    };
    if (event.type === 'touchstart') open();
    else this.#resting = setTimeout(open, REST);
  };

  /** The link of the card, which covers all of it, or what is in it. */
  #cardOf(event: Event): HTMLElement | undefined {
    return event
      .composedPath()
      .find(
        (each): each is HTMLElement =>
          each instanceof HTMLElement && each.dataset['id'] !== undefined,
      );
  }
}
