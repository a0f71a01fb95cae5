import { css } from 'lit';

export const applicationFormStyles = css`
  .application,
  .layout,
  .main,
  form,
  header,
  section,
  .item,
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    align-content: start;
  }
  .application {
    min-block-size: var(--foothold-min-block-size, 0);
  }
  /* The page's own words first: a fast answer needs none of ours. */
  .first {
    display: grid;
  }
  .first > * {
    grid-area: 1 / 1;
    animation: appear 300ms step-end;
  }
  .first > slot {
    display: block;
    animation-direction: reverse;
    animation-fill-mode: forwards;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .small,
  header > p {
    font-size: 0.9375em;
  }
  header {
    gap: 0.4em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.25em;
  }

  section {
    gap: calc(var(--_space) * 1.5);
  }
  .main > section + section {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  section > .section__heading {
    margin-block-end: calc(var(--_space) * -0.5);
  }
  form {
    gap: calc(var(--_space) * 1.75);
    padding-block-start: 0.5em;
  }
  .item {
    gap: 0.4em;
    min-inline-size: 0;
  }
  .item[data-invalid] {
    position: relative;
    padding-inline-start: 1.05em;
  }
  /* No border: that of a fieldset starts halfway down its legend. */
  .item[data-invalid]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 0.25em solid var(--_negative);
  }
  .item > label:not(.option),
  .item .section__heading {
    font-weight: 600;
  }
  legend {
    padding-block-end: 0.4em;
  }
  .item .section__heading {
    font-family: inherit;
    font-size: 1em;
  }
  .optional {
    font-weight: 400;
    font-size: 0.9375em;
  }
  .hint {
    display: grid;
    gap: 0.4em;
    font-size: 0.9375em;
  }
  .hint > p {
    color: var(--_muted);
  }
  .prompts {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 0.75em;
    border-inline-start: 0.2em solid var(--_line);
  }
  .prompts > li::before {
    content: '– ';
  }
  .error {
    display: flex;
    gap: 0.5em;
    color: var(--_negative);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .error > .icon {
    margin-block-start: 0.15em;
  }
  .field[aria-invalid],
  [aria-invalid] + .files__box {
    border: 2px solid var(--_negative);
  }
  .field[readonly] {
    background: var(--_well);
  }
  textarea.field {
    display: block;
    resize: vertical;
    field-sizing: content;
    min-block-size: 6.5em;
    max-block-size: 40em;
    line-height: 1.5;
  }
  #\\/proposal {
    min-block-size: 13em;
  }
  .option,
  .tick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.4em 0.6em;
    align-items: start;
  }
  .option {
    padding-block: 0.25em;
    cursor: pointer;
  }
  .item.tick > label {
    font-weight: 400;
    cursor: pointer;
  }
  .tick > :is(.hint, .error) {
    grid-column: 1 / -1;
  }
  .tick > label ~ .hint {
    margin-block-start: -0.3em;
    padding-inline-start: 1.97em;
  }
  :is([type='checkbox'], [type='radio']) {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block: 0.1em;
  }
  .notice {
    margin-block-start: calc(var(--_space) * -1.25);
    padding-inline-start: 1.85em;
  }
  @media (pointer: coarse) {
    .option {
      padding-block: 0.65em;
    }
  }

  .count {
    display: flex;
    align-items: center;
    gap: 0.75em;
    font-size: 0.9375em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .count > p {
    margin-inline-start: auto;
  }
  .count b {
    color: var(--_ink);
  }
  .meter {
    flex: 1;
    block-size: 0.25em;
    min-inline-size: 3em;
    fill: var(--_line);
  }
  .meter:dir(rtl) {
    scale: -1 1;
  }
  .meter > path + path {
    fill: var(--_control);
  }
  .meter.over > path + path {
    fill: var(--_negative);
  }

  .files {
    position: relative;
  }
  .files > input {
    position: absolute;
    inset: 0;
    z-index: 1;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .files__box {
    display: grid;
    gap: 0.75em;
    padding: 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_field);
  }
  input:hover + .files__box span.button,
  input[data-over] + .files__box {
    background: var(--_tint-strong);
  }
  input:focus-visible + .files__box {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .file > p {
    flex: 1 1 9em;
    display: grid;
    line-height: 1.3;
  }
  .file > p .muted {
    font-size: 0.875em;
  }
  .file__icon {
    display: grid;
    place-items: center;
    inline-size: 2.4em;
    block-size: 2.4em;
    border-radius: var(--_radius);
    background: var(--_tint-strong);
    color: var(--_accent-text);
  }
  .file__actions {
    display: flex;
    align-items: center;
    gap: 1em;
  }
  .file__actions > .link {
    position: relative;
    z-index: 2;
    min-block-size: 2em;
  }

  .summary {
    display: flex;
    gap: 0.6em;
    padding: 1.1em;
    border: 2px solid var(--_negative);
    border-radius: var(--_radius);
  }
  .summary:focus {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
  }
  .summary > .icon {
    margin-block-start: 0.2em;
    color: var(--_negative);
  }
  .summary > div,
  .summary ul {
    display: grid;
    gap: 0.5em;
  }
  .summary .section__heading {
    font-size: 1.125em;
  }
  .summary a {
    color: var(--_negative);
    font-weight: 600;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.25em;
    margin-block-start: 0.5em;
  }
  .choices > .link,
  .hint .link {
    min-block-size: max(1.5em, 24px);
  }
  .changes {
    display: grid;
    gap: 0.4em;
    margin-block-start: 0.4em;
  }
  .keep {
    gap: 0.4em 1.25em;
    font-size: 0.9375em;
  }
  .keep > .link {
    min-block-size: 2em;
  }
  .caption {
    display: block;
    margin-block-end: 0.25em;
    color: var(--_muted);
    font-family: var(--foothold-font-family, inherit);
    font-size: 0.75em;
    font-weight: 400;
  }
  form > .meter {
    inline-size: 100%;
  }
  .review {
    display: grid;
    gap: 0.5em;
  }
  .review__head {
    display: flex;
    align-items: baseline;
    gap: 1em;
  }
  .review__head > :first-child {
    flex: 1;
    font-family: inherit;
    font-size: 1em;
  }
  .review > dl {
    display: grid;
    padding: 0.8em 1.2em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .review dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .review dd + dt {
    margin-block-start: 0.75em;
  }
  .send {
    display: inline-grid;
  }
  .send > span {
    grid-area: 1 / 1;
  }
  [data-off] {
    visibility: hidden;
  }
  .progress {
    display: grid;
    gap: 0.25em;
    flex: 1 1 12em;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  progress {
    inline-size: 100%;
    block-size: 0.5em;
    accent-color: var(--_control);
  }

  .outline__toggle {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2em;
    text-decoration: none;
  }
  .short {
    white-space: nowrap;
  }
  .outline__toggle[aria-expanded='true'] > .icon {
    rotate: 180deg;
  }
  .outline__box {
    display: none;
    gap: 0.75em;
    padding: 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_well);
    font-size: 0.9375em;
  }
  .outline__box.open {
    display: grid;
    margin-block-start: 0.5em;
  }
  .outline__title {
    line-height: 1.3;
    font-size: 1.0667em;
  }
  .facts,
  .facts > div {
    gap: 0.6em;
  }
  .facts > div {
    grid-template-columns: 4.6em minmax(0, 1fr);
  }
  .facts dd {
    font-weight: 600;
  }
  .more {
    font-size: 0.9333em;
  }
  .outline__more {
    display: grid;
    gap: 0.4em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .outline__more ul {
    display: grid;
    gap: 0.25em;
  }

  .receipt {
    max-inline-size: 46em;
  }
  .receipt > .section__heading {
    margin-block-start: 0.75em;
  }
  .receipt__head {
    display: flex;
    align-items: center;
    gap: 0.8em;
  }
  .receipt__tick {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: var(--_positive);
    color: Canvas;
  }
  .receipt__tick > .icon {
    inline-size: 1.6em;
    block-size: 1.6em;
    stroke-width: 2.4;
  }
  .lede {
    max-inline-size: var(--_measure);
    font-size: 1.125em;
  }
  .slip {
    border: 1px solid var(--_line);
    border-block-start: 0.2em solid var(--_positive);
    border-radius: var(--_radius);
  }
  .slip > div {
    display: grid;
    gap: 0.1em 1em;
    padding: 0.8em 1.2em;
  }
  .slip > div + div {
    border-block-start: 1px solid var(--_line);
  }
  .slip .muted {
    font-size: 0.9375em;
  }
  .reference {
    font-size: 1.2em;
    letter-spacing: 0.06em;
    unicode-bidi: isolate;
    user-select: all;
  }
  .steps {
    display: grid;
    gap: 0.75em;
    counter-reset: step;
  }
  .steps > li {
    display: flex;
    gap: 0.75em;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 1.75em;
    block-size: 1.75em;
    border: 1px solid var(--_edge);
    border-radius: 50%;
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1;
  }
  summary {
    display: list-item;
    min-block-size: 2em;
    cursor: pointer;
    color: var(--_accent-text);
  }
  .copy dd {
    margin-block-end: 0.75em;
  }

  @container (width >= 38em) {
    section + section:not(.step) {
      padding-block-start: calc(var(--_space) * 1.75);
      border-block-start: 1px solid var(--_line);
    }
    .item .section__heading {
      font-family: var(--_heading-font);
      font-size: 1.25em;
    }
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: end;
    }
    .pair > .section__heading {
      grid-column: 1 / -1;
    }
    .slip > div {
      grid-template-columns: 9em minmax(0, 1fr);
    }
  }
  @container (width < 38em) {
    .actions > .button {
      inline-size: 100%;
    }
  }
  @container (width >= 56em) {
    .layout {
      grid-template-columns: minmax(0, 41em) 19.5em;
      grid-template-rows: auto 1fr;
      justify-content: space-between;
      column-gap: calc(var(--_space) * 2.5);
    }
    .outline {
      grid-area: 1 / 2 / 3;
    }
    .outline__toggle {
      display: none;
    }
    .outline__box,
    .outline__box.open {
      display: grid;
      margin: 0;
    }
  }
  @media (forced-colors: active) {
    .file__icon,
    .receipt__tick,
    .outline__box {
      border: 1px solid;
    }
    .receipt__tick {
      background: Canvas;
      color: CanvasText;
    }
    .meter {
      fill: Canvas;
      border: 1px solid;
    }
    .meter > path + path {
      fill: CanvasText;
    }
  }
  @media print {
    .actions,
    .small,
    summary {
      display: none;
    }
    .slip,
    .copy {
      break-inside: avoid;
    }
  }
`;
