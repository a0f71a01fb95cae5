/** One application on its way, with all its attempts. */
import type { Receipt, Submission } from '../domain/application.ts';
import type { ApplyOptions, ListingsSource } from '../source/listings-source.ts';
import { untilAborted, type Clock } from '../source/retry.ts';
import { asSourceError, type SourceError } from '../source/source-error.ts';
import { insist, type Stage } from './insistent.ts';

export interface SendOff {
  readonly source: ListingsSource;
  readonly projectId: string;
  readonly submission: Submission;
  readonly token: ApplyOptions['token'];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage) => void;
  /** Something is about to leave: the page may vanish before anybody knows more. */
  readonly onLeave: () => void;
  /** The part sent so far, 0 to 1. */
  readonly onProgress: (sent: number) => void;
}

/** How it ended. */
export type Arrival =
  | {
      readonly receipt: Receipt;
      /** Another version had arrived before. */
      readonly earlier: boolean;
    }
  | { readonly error: SourceError }
  | {
      /** The signal was aborted. */
      readonly stopped: true;
      /** The whole may have been received all the same. */
      readonly hasLeft: boolean;
    };

export async function sendOff({
  source,
  projectId,
  submission,
  token,
  clock,
  signal,
  onStage,
  onLeave,
  onProgress,
}: SendOff): Promise<Arrival> {
  let tries = 0;
  let progress: number | undefined;
  const attempt = () => {
    tries++;
    progress = undefined;
    onLeave();
    const options: ApplyOptions = {
      signal,
      token,
      onProgress: (sent) => {
        progress = sent;
        onProgress(sent);
      },
    };
    return untilAborted(source.apply!(projectId, submission, options), signal);
  };
  try {
    const repeatable = source.idempotent === true;
    return {
      receipt: await insist(attempt, { clock, signal, repeatable, onStage }),
      earlier: false,
    };
  } catch (thrown) {
    if (signal.aborted) {
      // Of the only attempt a part was still here, so nobody can have received the whole.
      const wasCut = tries === 1 && progress !== undefined && progress < 1;
      return { stopped: true, hasLeft: tries > 0 && !wasCut };
    }
    const error = asSourceError(thrown);
    return error.receipt ? { receipt: error.receipt, earlier: true } : { error };
  }
}
