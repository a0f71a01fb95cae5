/** Registers an element, unless the page already has one of that name: two copies never throw. */
export function defineElement(name: string, constructor: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, constructor);
}
