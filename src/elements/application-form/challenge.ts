/**
 * What a page puts into the slot `challenge` to tell people from programs. Providers agree on one thing:
 * once somebody has passed, a named control in their element holds a token (Turnstile, hCaptcha, reCAPTCHA,
 * Friendly Captcha and ALTCHA all do). So that is the whole contract.
 */

/** A named control, native or a custom element's own. */
interface Control extends Element {
  readonly name: string;
  readonly value: string;
}

const isControl = (element: Element): element is Control => {
  const { name, value } = element as unknown as Record<string, unknown>;
  return typeof name === 'string' && name !== '' && typeof value === 'string';
};

/** A box that is not ticked has a value and does not hold it. */
const heldBy = (control: Control): string => {
  const { type, checked } = control as Partial<HTMLInputElement>;
  return /^(checkbox|radio)$/.test(type ?? '') && !checked ? '' : control.value;
};

/** Longest token that is sent along, in characters. */
const MAX_TOKEN = 10_000;

/**
 * What the controls inside the slotted elements hold, by their names: undefined where there is none,
 * `unfinished` where none of them holds anything.
 */
export function readChallenge(
  elements: readonly Element[],
): Readonly<Record<string, string>> | 'unfinished' | undefined {
  const controls = elements
    .flatMap((each) => [each, ...each.querySelectorAll('*')])
    .filter(isControl);
  if (!controls.length) return undefined;
  const held = controls.filter((each) => heldBy(each) && each.value.length <= MAX_TOKEN);
  return held.length
    ? Object.fromEntries(held.map(({ name, value }) => [name, value]))
    : 'unfinished';
}

/** Asks the elements that know how to begin anew to do so. */
export function resetChallenge(elements: readonly Element[]): void {
  for (const element of elements) {
    const { reset } = element as { reset?: unknown };
    if (typeof reset === 'function') reset.call(element);
  }
}
