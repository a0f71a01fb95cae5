/** Finds elements the way a person does: by role and accessible name, across shadow roots. */
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

export type Name = string | RegExp;

function* elementsIn(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** Neither drawn nor spoken, also where that is said outside of its shadow root. */
const isHidden = (element: Element): boolean =>
  !element.checkVisibility({ visibilityProperty: true }) ||
  element.closest('[aria-hidden="true"]') !== null;

export const nameOf = (element: Element): string =>
  computeAccessibleName(element).replace(/\s+/g, ' ').trim();

/** All elements with a role and, where given, a name: the whole name, or what a pattern finds. */
export const allByRole = (root: Element | ShadowRoot, role: string, name?: Name): HTMLElement[] =>
  [...elementsIn(root instanceof Element && root.shadowRoot ? root.shadowRoot : root)].filter(
    (element) =>
      getRole(element) === role &&
      !isHidden(element) &&
      (name === undefined ||
        (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)))),
  );

interface ElementOfRole {
  readonly button: HTMLButtonElement;
  readonly checkbox: HTMLInputElement;
  readonly combobox: HTMLSelectElement;
  readonly link: HTMLAnchorElement;
  readonly radio: HTMLInputElement;
  readonly searchbox: HTMLInputElement;
  readonly spinbutton: HTMLInputElement;
  readonly textbox: HTMLInputElement | HTMLTextAreaElement;
}

/** The one element with a role and name; throws where there is none or more than one. */
export function byRole<Role extends string>(
  root: Element | ShadowRoot,
  role: Role,
  name?: Name,
): Role extends keyof ElementOfRole ? ElementOfRole[Role] : HTMLElement {
  const found = allByRole(root, role, name);
  if (found.length === 1) return found[0] as ReturnType<typeof byRole<Role>>;
  const there = allByRole(root, role).map(nameOf).join(', ');
  throw new Error(`${found.length} of role ${role} named ${String(name)}; there are: ${there}`);
}
