/**
 * Lit's decorators for the scripts: those that the elements use, in the one kind that the compiler
 * writes (docs/decisions/0001-legacy-decorators.md), and alone on their property. Lit's own understand
 * the standard kind, too, and the compiler's own `decorate` knows classes, methods and several at once.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: ReactiveElement, name: string) => void;

export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };

export const state = (): Decorator => property({ state: true, attribute: false });

export const query =
  (selector: string): Decorator =>
  (prototype, name) => {
    Object.defineProperty(prototype, name, {
      get(this: ReactiveElement): Element | null {
        // Before the first update there is no root, whatever its type says.
        const root = this.renderRoot as ReactiveElement['renderRoot'] | undefined;
        return root?.querySelector(selector) ?? null;
      },
    });
  };

/** What the compiler calls for each decorated property. */
export const decorate = (
  [decorator]: readonly [Decorator],
  prototype: ReactiveElement,
  name: string,
): void => {
  decorator(prototype, name);
};
