import { css } from 'lit';

/** The attribute `color-scheme`, for every element that has it: what is inside an element inherits it. */
export const colorScheme = css`
  :host([color-scheme='light']) {
    color-scheme: light;
  }
  :host([color-scheme='dark']) {
    color-scheme: dark;
  }
  :host([color-scheme='auto']) {
    color-scheme: light dark;
  }
`;
