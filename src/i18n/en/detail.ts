import type { Message } from '../message.ts';

/** Wording of the project detail. */
export const detail = {
  backToProjects: 'Back to projects',
} as const satisfies Record<string, Message>;
