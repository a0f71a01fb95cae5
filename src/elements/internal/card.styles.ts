import { css } from 'lit';

/**
 * A list of cards. Its own width decides how a card is laid out: folded on a phone, a ledger with
 * one column for each fact where there is room. What lies outside a card's box (its tint, its ring) is
 * shadow and outline, which never make a page scroll sideways.
 */
export const cardStyles = css`
  .table {
    --_tile: 3.5em;
    --_bleed: 0.6em;
  }
  .columns {
    display: none;
  }
  .list > li {
    border-block-end: 1px solid var(--_line);
  }
  .list > li:first-child {
    border-block-start: 1px solid var(--_line);
  }
  .card {
    position: relative;
    isolation: isolate;
    padding-block: 0.8em;
    font-variant-numeric: tabular-nums;
  }
  .card::before {
    content: '';
    position: absolute;
    inset: 0;
    z-index: -1;
    box-shadow:
      var(--_bleed) 0 0 var(--_shade, transparent),
      calc(-1 * var(--_bleed)) 0 0 var(--_shade, transparent);
    background: var(--_shade, transparent);
  }
  .featured {
    --_shade: var(--_tint);
  }
  .featured::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(-1 * var(--_bleed));
    border-inline-start: 0.2em solid var(--_control);
  }
  .card:hover {
    --_shade: var(--_well);
  }
  .card .tile {
    position: absolute;
    inset-block-start: 0.8em;
    inset-inline-start: 0;
  }
  .card__text,
  .where {
    padding-inline-start: var(--_tile);
  }
  .card__title {
    font-family: inherit;
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.28;
  }
  .card__link {
    color: var(--_accent-text);
    font-weight: inherit;
    text-decoration: none;
    text-wrap: balance;
  }
  .card:hover .card__link {
    text-decoration: underline 2px;
  }
  .card__link::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 1;
  }
  .card__link:focus-visible {
    outline: 0;
  }
  .card__link:focus-visible::after {
    inset-block: calc(var(--_bleed) / 2);
    outline: 0.1875em solid var(--_focus);
    outline-offset: calc(var(--_bleed) / 2);
    border-radius: 1px;
  }
  .flag,
  .columns > span {
    font-size: 0.8125em;
    font-weight: 600;
  }
  .flag {
    color: var(--_accent-text);
    margin-block-end: 0.15em;
  }
  .flag .icon {
    fill: currentcolor;
  }
  .card__employer,
  .fact,
  .card__summary {
    font-size: 0.9375em;
  }
  .card__employer,
  .card__summary,
  .card__skills {
    color: var(--_muted);
  }
  .card__employer .icon {
    color: var(--_accent-text);
  }
  .more,
  .card__skills {
    font-size: 0.9em;
  }
  .card__skills {
    font-size: 0.84em;
  }
  .card__summary,
  .card__skills {
    display: none;
  }
  .facts {
    display: grid;
    grid-template-columns: 1.1fr 1.1fr 1fr;
    gap: 0.4em 0.75em;
  }
  .where {
    order: -1;
    grid-column: 1 / -1;
  }
  .where dd {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.35em;
  }
  .where .icon {
    color: var(--_muted);
    margin-block-start: 0.15em;
  }
  .where .more::before {
    content: '· ';
  }
  .more {
    display: block;
    color: var(--_muted);
  }
  .where .more {
    font-size: inherit;
  }
  .pay b {
    font-size: calc(1em / 0.9375);
    font-weight: 650;
  }
  .soon {
    color: var(--_warning);
    font-weight: 650;
  }
  .ticks {
    block-size: 0.62em;
    margin-inline-end: 0.15em;
    overflow: visible;
    fill: none;
    stroke: currentcolor;
  }
  .ticks__filled {
    fill: currentcolor;
  }
  .ticks:dir(rtl) {
    scale: -1 1;
  }

  @container list (width < 19em) {
    .facts {
      grid-template-columns: 1fr 1fr;
    }
    .card__category {
      display: none;
    }
    .deadline {
      grid-column: 1 / -1;
    }
  }
  .grid .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    column-gap: 2em;
  }
  .grid .list > li {
    border-block-start: 1px solid var(--_line);
    margin-block-start: -1px;
  }
  @container list (width >= 28em) {
    .ledger .facts {
      grid-template-columns: repeat(4, 1fr);
      padding-inline-start: var(--_tile);
      margin-block-start: 0.4em;
    }
    .ledger .where {
      order: 0;
      grid-column: auto;
      padding: 0;
    }
    .ledger .where .icon,
    .ledger .where .more::before {
      display: none;
    }
    .ledger .where dd {
      display: block;
    }
    .ledger .where .more {
      font-size: 0.9em;
    }
    .ledger .card__skills {
      display: flex;
      gap: 0.5em;
      white-space: nowrap;
    }
    .card__skills .hidden + bdi,
    .card__summary {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }
  }
  @supports (grid-template-columns: subgrid) {
    @container list (width >= 48em) {
      .ledger .table {
        display: grid;
        grid-template-columns:
          minmax(0, 1fr) fit-content(8em) fit-content(8em) fit-content(7em)
          fit-content(8em);
      }
      .ledger :is(.columns, .list, .card, .facts),
      .ledger .list > li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        column-gap: 1.25em;
      }
      .ledger .table {
        column-gap: 1.25em;
      }
      .ledger .columns {
        padding-block-end: 0.5em;
        border-block-end: 1px solid var(--_edge);
        color: var(--_muted);
      }
      .ledger .list > li:first-child {
        border-block-start: 0;
      }
      .ledger .facts {
        grid-column: 2 / -1;
        align-content: start;
        margin: 0;
        padding: 0;
      }
      .ledger .by {
        display: none;
      }
      .ledger .card {
        min-block-size: 4.35em;
      }
    }
    @container list (width >= 60em) {
      .ledger .card__summary {
        display: block;
      }
    }
  }

  .compact .list > li:first-child {
    border-block-start: 0;
  }
  .compact :is(.card__text, .where) {
    padding: 0;
  }
  .compact .facts {
    display: block;
    margin-block-start: 0.15em;
  }
  .compact :is(.fact:not(.deadline), .fact:not(.deadline) dd) {
    display: inline;
  }
  .compact .fact:not(.deadline, .pay)::before {
    content: '· ';
  }
  .compact .fact:not(.deadline) :is(.more, .icon) {
    display: none;
  }
  .compact .deadline .more {
    display: inline;
  }
  .compact .deadline * {
    color: inherit;
  }
  .compact .deadline .soon {
    color: var(--_warning);
  }
  .compact .deadline {
    color: var(--_muted);
  }
  .compact .deadline .more::before {
    content: '· ';
  }
  .compact .closes + .more {
    display: none;
  }

  /* A row of the skeleton: tile, title, employer, facts, as tall as a real row. */
  .bone {
    --_b: no-repeat linear-gradient(var(--_line) 0 0);
    block-size: 9.2em;
    border-block-end: 1px solid var(--_line);
    background:
      0 1em / 2.75em 2.75em var(--_b),
      3.5em 1em / 60% 0.9em var(--_b),
      3.5em 2.4em / 40% 0.9em var(--_b),
      0 6.3em / 20% 0.9em var(--_b),
      44% 6.3em / 20% 0.9em var(--_b),
      88% 6.3em / 20% 0.9em var(--_b);
  }
  .bone:first-child {
    border-block-start: 1px solid var(--_line);
  }
  .bone:dir(rtl) {
    scale: -1 1;
  }
  @container list (width >= 28em) {
    .ledger .bone {
      block-size: 8em;
    }
  }
  @container list (width >= 48em) {
    .ledger .bones {
      padding-block-start: 1.65em;
    }
    .ledger .bone {
      block-size: 5.4em;
      background:
        0 1em / 2.75em 2.75em var(--_b),
        3.5em 1em / 34% 0.9em var(--_b),
        3.5em 2.4em / 22% 0.9em var(--_b),
        66% 1em / 7% 0.9em var(--_b),
        77% 1em / 7% 0.9em var(--_b),
        88% 1em / 7% 0.9em var(--_b),
        99% 1em / 7% 0.9em var(--_b);
    }
  }

  @media (forced-colors: active) {
    .soon {
      text-decoration: underline double;
    }
  }
`;
