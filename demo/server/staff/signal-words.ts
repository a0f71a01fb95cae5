/** What a form said of the attempt, in words that leave it to the reader what to make of it. */
import type { StoredSignals } from '../applications/signals.ts';

/** Below it, a look at the signals may be worth it, in seconds. */
const QUICK = 10;

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** `12 seconds`, `14 minutes`, `3 hours`: as exact as anybody needs it. */
function duration(seconds: number): string {
  if (seconds < 120) return counted(seconds, 'second');
  if (seconds < 7200) return counted(Math.round(seconds / 60), 'minute');
  return counted(Math.round(seconds / 3600), 'hour');
}

export function signalsInWords(signals: StoredSignals | null): string[] {
  const { trapFilled, secondsOnForm } = signals ?? {};
  return [
    ...(trapFilled ? ['A field that nobody sees was filled in: autofill does this, too.'] : []),
    ...(secondsOnForm === undefined ? [] : [`${duration(secondsOnForm)} on the form.`]),
  ];
}

/** Whether the list points at them. */
export const areNotable = (signals: StoredSignals | null): boolean =>
  signals?.trapFilled === true || (signals?.secondsOnForm ?? QUICK) < QUICK;
