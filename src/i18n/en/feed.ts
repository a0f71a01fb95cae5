import type { Message } from '../message.ts';

/** Wording of the listing feed. */
export const feed = {
  searchLabel: 'Search projects',
} as const satisfies Record<string, Message>;
