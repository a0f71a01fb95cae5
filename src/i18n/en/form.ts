import type { Message } from '../message.ts';

/** Wording of the application form. */
export const form = {
  fullName: 'Full name',
} as const satisfies Record<string, Message>;
