import type { TemplateResult } from 'lit';
import type { Project } from '../../domain/project.ts';
import { isSame } from '../../lib/is-same.ts';
import { card, type CardOptions } from '../internal/card.ts';

/** Cards that are drawn need not be worked out again, until something changes that all of them depend on. */
export class CardCache {
  #cards = new WeakMap<Project, TemplateResult | undefined>();
  #options: CardOptions | undefined;
  #from: readonly unknown[] = [];
  #undrawn: string[] = [];

  /** Says how cards are drawn from now on. */
  prepare(options: Omit<CardOptions, 'now'>): void {
    const now = new Date();
    const example = options.hrefFor({ id: 'x' });
    const from = [...Object.values(options), example, now.toDateString()];
    if (isSame(from, this.#from)) return;
    this.#from = from;
    this.#cards = new WeakMap();
    this.#options = { ...options, now: now.getTime() };
  }

  /** A project that cannot be drawn takes only its own card away. */
  draw(project: Project): TemplateResult | undefined {
    if (!this.#cards.has(project)) {
      let drawn: TemplateResult | undefined;
      try {
        drawn = card(project, this.#options!);
      } catch (error) {
        this.#undrawn.push(`${project.id}: ${String(error)}`);
      }
      this.#cards.set(project, drawn);
    }
    return this.#cards.get(project);
  }

  /** Why projects could not be drawn; each is said once. */
  takeUndrawn(): readonly string[] {
    return this.#undrawn.splice(0);
  }
}
