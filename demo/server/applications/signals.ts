/**
 * What a form says of the attempt besides the application: the part `signals`. It is read as far as it can
 * be read, and nothing in it is ever a reason to refuse: autofill and assistive technology fill in what
 * nobody sees, and who has prepared the text elsewhere is done in seconds.
 */

export interface StoredSignals {
  /** A field that nobody sees was filled in. */
  readonly trapFilled?: boolean;
  /** Whole seconds between the first touch of the form and sending. */
  readonly secondsOnForm?: number;
}

export interface ReceivedSignals {
  /** Undefined when nothing of it could be read. */
  readonly stored: StoredSignals | undefined;
  /** What the controls in the form's slot `challenge` held, by their names. Never stored. */
  readonly challenge: Readonly<Record<string, string>>;
}

/** Longer ones are ignored, in bytes. A token of a challenge has some hundred. */
const MAX_SIGNALS = 8192;
/** Ten years. */
const MAX_SECONDS = 315_360_000;

export const NO_SIGNALS: ReceivedSignals = { stored: undefined, challenge: {} };

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readSignals(text: string): ReceivedSignals {
  if (Buffer.byteLength(text) > MAX_SIGNALS) return NO_SIGNALS;
  const { trapFilled, secondsOnForm: seconds, challenge } = recordOf(parse(text));
  const stored: StoredSignals = {
    ...(typeof trapFilled === 'boolean' && { trapFilled }),
    ...(typeof seconds === 'number' &&
      seconds >= 0 &&
      seconds <= MAX_SECONDS && { secondsOnForm: Math.floor(seconds) }),
  };
  const tokens = Object.entries(recordOf(challenge)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    stored: Object.keys(stored).length > 0 ? stored : undefined,
    challenge: Object.fromEntries(tokens),
  };
}
