import { css } from 'lit';

/** What a project's own words, facts and ways look like where one project is read. */
export const readingStyles = css`
  b,
  legend {
    font-weight: 600;
  }
  .heading {
    font-size: 1.5em;
    line-height: 1.18;
  }
  .prose {
    max-inline-size: var(--_measure);
    white-space: pre-line;
    font-weight: 400;
  }
  [target='_blank']:not(.button) {
    min-block-size: max(1.5em, 24px);
  }
  .icon-external {
    margin-inline-start: 0.35em;
  }
  .action {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2em;
  }
  .action > span {
    text-decoration: inherit;
  }
  .facts,
  .facts > div {
    display: grid;
    font-variant-numeric: tabular-nums;
  }
  dt {
    color: var(--_muted);
  }
  .more {
    display: block;
    color: var(--_muted);
    font-weight: 400;
  }
  @container (width >= 38em) {
    .heading {
      font-size: 1.75em;
    }
  }
  @media (pointer: coarse) {
    .action {
      min-block-size: 2.75em;
    }
  }
`;
