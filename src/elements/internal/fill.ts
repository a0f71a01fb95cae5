import { html } from 'lit';

/**
 * A message with its places filled by templates. Texts go into `<bdi>`, since a name from a listing may
 * run in the other direction.
 */
export const fill = (message: string, parts: Readonly<Record<string, unknown>>): unknown[] =>
  message.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const part = parts[piece];
    return typeof part === 'string' ? html`<bdi>${part}</bdi>` : part;
  });
