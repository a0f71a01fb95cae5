import { css } from 'lit';
import { colorScheme } from './color-scheme.ts';

/** What every element shares: its box, text, links, buttons, fields, notes and focus. */
export const base = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--foothold-color-text, inherit);
    font-family: var(--foothold-font-family, inherit);
    font-size: var(--foothold-font-size, inherit);
    font-weight: 400;
    line-height: 1.45;
    letter-spacing: normal;
    text-transform: none;
    text-align: start;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  ${colorScheme}
  :dir(rtl) {
    line-height: 1.55;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-family: var(--_heading-font);
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  p {
    text-wrap: pretty;
  }
  [tabindex='-1']:focus {
    outline: 0;
  }
  :focus-visible {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--_muted);
  }
  .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    flex: none;
    vertical-align: -0.18em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :is(.icon-back, .icon-forward, .icon-external):dir(rtl) {
    scale: -1 1;
  }

  a,
  .link {
    color: var(--_accent-text);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  :is(a, .link):hover {
    text-decoration-thickness: 2px;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
    accent-color: var(--_control);
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: var(--_size);
    padding: 0.4em 1.2em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_well);
  }
  .button.primary {
    background: var(--_fill);
    color: var(--_on-fill);
  }
  .button.primary:hover {
    background: var(--_fill-hover);
  }
  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  .field {
    inline-size: 100%;
    min-block-size: var(--_size);
    padding: 0.5em 0.7em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_field);
    line-height: 1.45;
  }
  select.field {
    padding-block: 0;
    padding-inline-end: 0.4em;
    cursor: pointer;
  }
  option {
    color: CanvasText;
    background: Canvas;
  }
  .note {
    display: flex;
    gap: 0.75em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 0.25em solid var(--_edge);
    border-radius: var(--_radius);
  }
  .note > .icon {
    margin-block-start: 0.15em;
  }
  .note.warning {
    border-inline-start-color: var(--_warning);
  }
  .note.warning > .icon {
    color: var(--_warning);
  }
  .note.negative {
    border-inline-start-color: var(--_negative);
  }
  .note.negative > .icon {
    color: var(--_negative);
  }
  .note.positive {
    border-inline-start-color: var(--_positive);
  }
  .note.positive > .icon {
    color: var(--_positive);
  }
  .tile {
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    flex: none;
    border-radius: var(--_radius);
    background: var(--_tint-strong);
    color: var(--_accent-text);
    overflow: hidden;
  }
  .tile > * {
    grid-area: 1 / 1;
  }
  .tile > span {
    font-size: 0.8125em;
    font-weight: 650;
  }
  .tile > img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    background: #fff;
    border: 1px solid var(--_line);
    border-radius: inherit;
  }
  .tile > img:not(.loaded) {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .tile,
    .note {
      border: 1px solid;
    }
    .note {
      border-inline-start-width: 0.25em;
    }
    .icon {
      color: inherit;
    }
    .button.primary {
      forced-color-adjust: none;
    }
    select.field {
      appearance: auto;
    }
  }
`;
