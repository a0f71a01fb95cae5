import type { ReactiveControllerHost } from 'lit';
import {
  activeFilters,
  isListKey,
  withoutFilter,
  withoutFilters,
  type Query,
  type Sort,
} from '../../domain/query.ts';
import { valueOf } from '../../domain/remote-state.ts';
import { currencyOf, defaultSort, type FeedView } from './feed-view.ts';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** The card of a project, that is the link or button on it. */
export const cardOf = (id: string): string => `[data-id="${CSS.escape(id)}"]`;

/**
 * What a student does to the list: search, sort, filter, page. Where the control that was used goes
 * with the change, focus goes on to what comes next, if only to the number of projects.
 */
export class FeedControls {
  readonly #host: Host;
  /** What is drawn, and can be changed. */
  view: FeedView | undefined;
  /** The filters are open, where they do not stand beside the list. */
  isOpen = false;
  /** Parameters of which all values are shown. */
  readonly expanded = new Set<string>();
  /** Parameters whose filters have been open; they do not close under a student's hand. */
  readonly unfolded = new Set<string>();
  /** What stands in the search box. */
  words = '';

  constructor(host: Host) {
    this.#host = host;
  }

  /** Brings the search box in line with what is asked. Spaces at the end are kept: the next word may follow. */
  follow({ q = '' }: Query): void {
    if (this.words.trim() !== q) this.words = q;
  }

  /** Puts the words into the box, where they are not what was typed there. */
  showWords(): void {
    const box = this.#first<HTMLInputElement>('[type=search]');
    if (box && box.value !== this.words) box.value = this.words;
  }

  /** Moves focus to the first such thing; where there is none, to the number of projects. */
  focusOn(selector: string, options?: FocusOptions): void {
    (this.#first(selector) ?? this.#first('[role=status]'))?.focus(options);
  }

  readonly onRetry = (): void => {
    this.view?.store.retry();
  };

  /** Asks again for the sources that are missing. */
  readonly onRefresh = (): void => {
    this.view?.store.refresh();
  };

  readonly onInput = ({ target }: Event): void => {
    this.words = (target as HTMLInputElement).value;
    this.view?.store.search(this.words);
  };

  /** Enter need not wait. */
  readonly onSearch = (): void => {
    this.view?.store.change({ q: this.words });
  };

  readonly onSort = ({ target }: Event): void => {
    const sort = (target as HTMLSelectElement).value as Sort;
    const { view } = this;
    view?.store.change({ sort: sort === defaultSort(view) ? undefined : sort });
  };

  readonly onToggle = (): void => {
    this.isOpen = !this.isOpen;
    this.#host.requestUpdate();
  };

  readonly onDone = (): void => {
    this.onToggle();
    void this.#focus();
  };

  readonly onFilter = ({ target }: Event): void => {
    const { name, value, type, checked } = target as HTMLInputElement;
    const { store } = this.view!;
    if (isListKey(name)) {
      const others = store.snapshot.query[name]?.filter((each) => each !== value) ?? [];
      store.change({ [name]: checked ? [...others, value] : others });
    } else {
      store.change({
        [name]: type === 'checkbox' && !checked ? undefined : value,
        ...(name === 'payMin' ? { currency: value ? currencyOf(this.view!) : undefined } : {}),
      });
    }
  };

  readonly onExpand = (key: string): void => {
    this.expanded.add(key);
    const shown = new Set(this.#all(`[name=${key}]`));
    this.#host.requestUpdate();
    void this.#focus(() => this.#all(`[name=${key}]`).find((each) => !shown.has(each)));
  };

  readonly onChip = ({ currentTarget }: Event): void => {
    const chip = currentTarget as HTMLElement;
    const { key, value } = chip.dataset;
    const { store } = this.view!;
    const index = this.#all('.chip').indexOf(chip);
    const filter = activeFilters(store.snapshot.query).find(
      (each) => each.key === key && each.value === value,
    );
    if (filter) store.change((asked) => withoutFilter(asked, filter));
    void this.#focus(() => this.#all('.chip')[index] ?? this.#all('.chip').at(-1));
  };

  readonly onClear = (): void => {
    this.#replace(withoutFilters);
  };

  /** Asks for less, as was suggested. */
  readonly onLoosen = (looser: Query): void => {
    this.#replace(() => looser);
  };

  readonly onMore = async (): Promise<void> => {
    const { store } = this.view!;
    const first = await store.more();
    if (first === undefined) return;
    await this.#host.updateComplete;
    const project = valueOf(store.snapshot.results)?.projects[first];
    if (project) this.focusOn(cardOf(project.id));
  };

  #replace(change: (query: Query) => Query): void {
    this.view?.store.change(change);
    void this.#focus();
  }

  #first<Found extends HTMLElement>(selector: string): Found | null {
    return this.#host.renderRoot.querySelector<Found>(selector);
  }

  #all(selector: string): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }

  async #focus(find?: () => HTMLElement | undefined): Promise<void> {
    await this.#host.updateComplete;
    (find?.() ?? this.#first('[role=status]'))?.focus();
  }
}
