/**
 * Lit's decorators for the scripts: those that the elements use, in the one kind that the compiler
 * writes (docs/decisions/0001-legacy-decorators.md). Lit's own understand the standard kind, too.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: ReactiveElement, name: string) => PropertyDescriptor | undefined;

export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    const isAccessor = Object.hasOwn(prototype, name);
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    // Created, an accessor is another one, which must not be overwritten by what it was.
    return isAccessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
  };

export const state = (): Decorator => property({ state: true, attribute: false });

export const query =
  (selector: string): Decorator =>
  () => ({
    configurable: true,
    enumerable: true,
    get(this: ReactiveElement): Element | null {
      // Before the first update there is no root, whatever its type says.
      const root = this.renderRoot as ReactiveElement['renderRoot'] | undefined;
      return root?.querySelector(selector) ?? null;
    },
  });
