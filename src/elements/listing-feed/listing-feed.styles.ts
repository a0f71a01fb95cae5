import { css } from 'lit';

export const listingFeedStyles = css`
  .feed {
    min-block-size: var(--foothold-min-block-size, 0);
  }
  /* A skeleton takes what is reserved, no more: there may be fewer projects than it has rows. */
  .first {
    block-size: var(--foothold-min-block-size, auto);
    overflow: clip;
  }
  .main {
    container: list / inline-size;
    min-inline-size: 0;
  }

  .bar,
  .head,
  .chips,
  .chip,
  .status,
  .pager,
  .filter,
  .amount,
  .option,
  summary {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  .bar,
  .head,
  .chips,
  .pager,
  .filter {
    flex-wrap: wrap;
  }
  .bar {
    align-items: end;
    margin-block-end: 1.25em;
  }
  .label {
    display: block;
    font-size: 0.8125em;
    font-weight: 600;
    margin-block-end: 0.4em;
  }
  .search {
    position: relative;
    flex: 1 1 100%;
  }
  .search .icon {
    position: absolute;
    inset-block-end: 0.82em;
    inset-inline-start: 0.8em;
    color: var(--_muted);
    pointer-events: none;
  }
  .search .field {
    padding-inline-start: 2.4em;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .sort {
    flex: 1 1 8em;
  }
  .filters-button {
    flex: 2 0 auto;
    justify-content: start;
  }
  .filters-button .icon-chevron {
    margin-inline-start: auto;
  }
  [aria-expanded='true'] .icon-chevron,
  [open] > summary .icon-chevron {
    scale: 1 -1;
  }
  .badge {
    min-inline-size: 1.6em;
    padding: 0.15em 0.4em;
    border-radius: 1em;
    background: var(--_fill);
    color: var(--_on-fill);
    font-size: 0.8125em;
    text-align: center;
  }

  .filters {
    display: grid;
    gap: 1.5em;
    padding: 1em;
    margin-block-end: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_well);
  }
  .filters:not(.open) {
    display: none;
  }
  .filter {
    align-content: start;
    gap: 0.4em;
  }
  .filter legend {
    float: inline-start;
    font-weight: 600;
  }
  .filter__hint,
  .count {
    color: var(--_muted);
  }
  .filter__hint,
  .option {
    font-size: 0.9375em;
  }
  .count {
    margin-inline-start: auto;
    font-size: 0.9em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .count,
  .amount {
    overflow-wrap: normal;
  }
  .filter__body {
    flex: 1 1 100%;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9em, 100%), 1fr));
    column-gap: 1.25em;
  }
  .filter__body > :not(.option) {
    grid-column: 1 / -1;
  }
  .filter__more {
    justify-self: start;
    min-block-size: 2em;
  }
  .option,
  summary {
    min-block-size: 2em;
    cursor: pointer;
  }
  .option {
    gap: 0.6em;
  }
  .option input {
    inline-size: 1.2em;
    block-size: 1.2em;
    flex: none;
  }
  .amount {
    gap: 0.5em;
  }
  .segments {
    display: flex;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_field);
  }
  .segments label {
    position: relative;
    flex: 1 1 auto;
    display: grid;
    place-items: center;
    min-block-size: 2em;
    padding: 0.2em 0.3em;
    overflow-wrap: normal;
    border-block-end: 0.19em solid transparent;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .segments label + label {
    border-inline-start: 1px solid var(--_line);
  }
  .segments input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: inherit;
  }
  .segments label:hover {
    background: var(--_well);
  }
  .segments label:has(:checked) {
    background: var(--_tint-strong);
    border-block-end-color: var(--_control);
    color: var(--_accent-text);
    font-weight: 650;
  }
  .segments label:has(:focus-visible) {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
    z-index: 1;
  }
  .fold {
    margin-block: -0.5em;
  }
  summary {
    justify-content: space-between;
    font-weight: 600;
  }
  summary::-webkit-details-marker {
    display: none;
  }

  .head {
    gap: 0.5em 1em;
    margin-block-end: 0.75em;
  }
  .compact .head {
    margin: 0;
  }
  .status {
    font-size: 1.125em;
    font-weight: 650;
    min-block-size: 1.78em;
  }
  .chips {
    gap: 0.5em;
  }
  .chip {
    gap: 0.4em;
    min-block-size: 2em;
    padding: 0.15em 0.7em;
    border: 1px solid color-mix(in srgb, var(--_accent-text) 45%, transparent);
    border-radius: 1.2em;
    background: var(--_tint);
    text-align: start;
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_tint-strong);
  }
  :is(.chip, .see-all) .icon {
    color: var(--_accent-text);
  }
  .main > .note {
    margin-block: 1em;
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: 0.75em;
  }
  .empty .button {
    justify-content: start;
    text-align: start;
  }
  .pager {
    gap: 0.75em 1.25em;
    margin-block: 1.25em;
  }
  .see-all {
    margin-block-start: 1em;
    font-weight: 600;
  }
  ::slotted([slot='header']) {
    margin-block: 0 0.75em;
  }
  :host([layout='compact']) ::slotted([slot='header']) {
    padding-block-end: 0.5em;
    border-block-end: 0.125em solid var(--_control);
  }

  @container (width >= 38em) {
    .search {
      flex: 1;
    }
    .filters-button,
    .sort {
      flex: none;
    }
    .sort {
      min-inline-size: 11.5em;
    }
    .filters {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .filters__done {
      grid-column: 1 / -1;
      justify-self: start;
    }
  }
  @container (width < 38em) {
    .sort .label {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (width >= 64em) {
    .filters-button,
    .filters__done {
      display: none;
    }
    .beside {
      display: grid;
      grid-template-columns: 12.75em minmax(0, 1fr);
      column-gap: 2.5em;
    }
    .beside > .main {
      grid-column: 2;
      grid-row: 1;
    }
    .beside > .filters {
      display: grid;
      grid-template-columns: 100%;
      align-content: start;
      padding: 0;
      border: 0;
      background: none;
    }
  }
  @media (pointer: coarse) {
    .option,
    .chip,
    .segments label,
    summary,
    .filter__more {
      min-block-size: 2.75em;
    }
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
      background: none;
      color: inherit;
    }
    .segments label {
      border-block-end: 0;
    }
    .segments label:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
