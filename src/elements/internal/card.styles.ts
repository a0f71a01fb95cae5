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
    --_pad: 0.8em;
  }
  .columns {
    display: none;
  }
  .list > li {
    border-block-end: 1px solid var(--_line);
  }
  .list > li:first-child,
  .head + .bones > :first-child,
  .grid .list > li {
    border-block-start: 1px solid var(--_line);
  }
  .card {
    --_shade: transparent;
    position: relative;
    isolation: isolate;
    padding-block: var(--_pad);
    box-shadow:
      var(--_bleed) 0 var(--_shade),
      calc(-1 * var(--_bleed)) 0 var(--_shade);
    background: var(--_shade);
    font-variant-numeric: tabular-nums;
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
    inset-block-start: var(--_pad);
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
  .flag,
  .card__employer .icon {
    color: var(--_accent-text);
  }
  .flag {
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
  .more {
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
  .more,
  .where .icon {
    color: var(--_muted);
  }
  :is(.more, .card__summary):empty {
    display: none !important;
  }
  .where .icon {
    margin-block-start: 0.15em;
  }
  .where .more::before {
    content: '· ';
  }
  .more {
    display: block;
  }
  .where .more {
    font-size: inherit;
  }
  .figure {
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
        --_pad: 0.7em;
        display: grid;
        /* Not as wide as what stands in them: further cards would move those that are there. */
        grid-template-columns:
          minmax(0, 1fr) repeat(2, minmax(min-content, 8em)) minmax(min-content, 7em)
          minmax(min-content, 6.75em);
        column-gap: 1.25em;
      }
      .ledger :is(.columns, .list, .card, .facts),
      .ledger .list > li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
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
        column-gap: normal;
        align-content: start;
        margin: 0;
        padding: 0;
      }
      .ledger .by {
        display: none;
      }
      .ledger .card {
        min-block-size: 4.15em;
      }
    }
    /* Skills share the employer's line where that leaves them room. */
    @container list (width >= 60em) {
      .ledger .card__text {
        display: flex;
        flex-wrap: wrap;
        align-content: start;
        align-items: baseline;
        column-gap: 0.75em;
      }
      .ledger :is(.flag, .card__title, .card__summary) {
        flex: 0 0 100%;
      }
      .ledger .card__skills {
        display: flex;
        flex: 1 1 8em;
      }
      .ledger .card__summary {
        display: block;
      }
    }
  }

  .compact .list > li {
    border-block-start: 0;
  }
  .compact :is(.card__text, .where) {
    padding: 0;
  }
  .compact .facts {
    display: block;
    margin-block-start: 0.15em;
  }
  .compact :is(.fact, dd, .deadline .more) {
    display: inline;
  }
  .compact :is(.time, .where, .deadline .more)::before {
    content: '· ';
  }
  .compact :is(.fact:not(.deadline) :is(.more, .icon), .closes + .more) {
    display: none;
  }
  .compact .fact.deadline {
    display: block;
    color: var(--_muted);
  }
  .compact .deadline :not(.soon) {
    color: inherit;
  }

  /*
   * A row of the skeleton: tile, title, employer, facts, as tall as a real row most often is where the list
   * is as wide. Measured in Roboto and Liberation Sans (which is as wide as Arial).
   */
  .bone {
    --_b: no-repeat linear-gradient(var(--_line) 0 0);
    block-size: 10.2em;
    border-block-end: 1px solid var(--_line);
    background:
      0 1em / 2.75em 2.75em var(--_b),
      3.5em 1em / 34% 0.9em var(--_b),
      3.5em 2.35em / 25% 0.9em var(--_b),
      3.5em 3.9em / 18% 0.7em var(--_b),
      var(--_facts, 3.5em 6.8em / 60% 0.9em) var(--_b);
  }
  .bone:dir(rtl) {
    scale: -1 1;
  }
  @container list (width < 22em) {
    .bone {
      block-size: 12.65em;
    }
  }
  @container list (width >= 34em) {
    .ledger .bone {
      block-size: 8.7em;
    }
  }
  @container list (width >= 48em) {
    .ledger .head + .bones {
      padding-block-start: 1.65em;
    }
    .ledger .bone {
      --_facts: 100% 1em / 45% 0.9em;
      block-size: 8.1em;
    }
  }
  @container list (width >= 54em) {
    .ledger .bone {
      block-size: 6.75em;
    }
  }

  @media (forced-colors: active) {
    .soon {
      text-decoration: underline double;
    }
  }
`;
