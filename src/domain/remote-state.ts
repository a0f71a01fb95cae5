/**
 * What is known of something that lives elsewhere. One value of a union, never three booleans,
 * so that "loading and failed at once" cannot be written down.
 */
export type RemoteState<Value, Failure> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  /** An older value stays readable while it is asked for again, or after that has failed. */
  | {
      readonly status: 'stale';
      readonly value: Value;
      /** When the value arrived, in milliseconds since 1970. */
      readonly at: number;
      /** Absent while asking. */
      readonly error?: Failure;
    }
  | { readonly status: 'failed'; readonly error: Failure };

/** The value, where there is one. */
export const valueOf = <Value>(state: RemoteState<Value, unknown>): Value | undefined =>
  'value' in state ? state.value : undefined;
