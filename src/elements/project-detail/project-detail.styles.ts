import { css } from 'lit';

export const projectDetailStyles = css`
  .detail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space) calc(var(--_space) * 3.5);
  }
  .detail > * {
    grid-column: 1;
    min-inline-size: 0;
  }
  :is(a, button, input, textarea) {
    scroll-margin-block: 1em 6em;
  }
  dd {
    font-weight: 600;
  }
  header {
    display: grid;
    gap: var(--_space);
  }
  .employer {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  .employer p {
    font-size: 0.9375em;
  }
  .icon-verified {
    color: var(--_accent-text);
  }
  .lede {
    font-size: 1.125em;
    text-wrap: pretty;
  }

  .panel {
    display: grid;
    gap: var(--_space);
    align-self: start;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-block-start: 0.2em solid var(--_control);
    border-radius: var(--_radius);
  }
  .facts {
    gap: 0.5em;
  }
  .facts > div {
    grid-template-columns: minmax(4.2em, auto) minmax(0, 1fr);
    gap: 1em;
  }
  .body .facts > div {
    grid-template-columns: 9.5em minmax(0, 1fr);
  }
  .body dd {
    font-weight: 400;
  }
  .panel :is(dt, dd, p, .action) {
    font-size: 0.9375em;
  }
  .panel :is(.pay, .duration) {
    display: block;
    margin-block-end: 0.25em;
  }
  .pay dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.4em 0.75em;
    font-size: 1em;
    font-weight: 400;
  }
  .pay b {
    font-size: 2em;
    font-weight: 650;
    line-height: 1;
  }
  .weeks {
    display: flex;
    gap: 0.2em;
  }
  .weeks span {
    flex: 1;
    block-size: 0.65em;
    border: 1px solid var(--_control);
    border-radius: 0.1em;
    background: var(--_tint);
  }
  .weeks .full {
    background: var(--_control);
  }
  .weeks .open {
    background: repeating-linear-gradient(-45deg, var(--_control) 0 0.15em, transparent 0 0.35em);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: 0 0.75em;
    margin-block-start: 0.35em;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .deadline {
    display: flex;
    gap: 0.75em;
    padding: 0.75em 1em;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .deadline > .icon {
    margin-block-start: 0.1em;
    color: var(--_accent-text);
  }
  .soon :is(.icon, b, .left) {
    color: var(--_warning);
    font-weight: 600;
  }
  .panel .apply {
    min-block-size: 2.9em;
  }
  .effort {
    color: var(--_muted);
  }

  section {
    padding-block-start: calc(var(--_space) * 1.5);
  }
  section > div,
  footer,
  .report,
  .report form {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }
  section > div > * {
    inline-size: 100%;
  }
  section > div > a {
    inline-size: auto;
  }
  .section__heading {
    margin-block-end: 0.5em;
  }
  .bullets,
  .rich-text {
    max-inline-size: var(--_measure);
    text-wrap: pretty;
  }
  .rich-text > * + *,
  .rich-text div > * + * {
    margin-block-start: 0.75em;
  }
  .bullets,
  .rich-text ul {
    list-style: disc;
  }
  .rich-text ol {
    list-style: decimal;
  }
  .bullets,
  .rich-text :is(ul, ol, blockquote) {
    padding-inline-start: 1.1em;
  }
  :is(.bullets, .rich-text) li + li {
    margin-block-start: 0.35em;
  }
  li::marker {
    color: var(--_muted);
  }
  .rich-text :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
  }
  .rich-text pre {
    white-space: pre-wrap;
  }
  .rich-text table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .rich-text :is(td, th) {
    padding: 0.25em 0.4em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .steps > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .steps > li:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .steps time {
    min-inline-size: 5em;
    font-size: 0.9375em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .steps div {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .steps p {
    font-size: 0.9375em;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .tags li {
    padding: 0.2em 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.9375em;
  }
  footer {
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
  }
  .report {
    inline-size: min(100%, 28em);
  }
  .report form {
    inline-size: 100%;
  }
  .report :is(fieldset, label) {
    display: grid;
    gap: 0.25em;
    inline-size: 100%;
  }
  .report fieldset > label {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2em;
  }

  .bones {
    display: grid;
    gap: 1em;
    min-block-size: max(var(--foothold-min-block-size, 0px), 40em);
    align-content: start;
  }
  .bones i {
    display: block;
    inline-size: min(100%, 30em);
    block-size: 1em;
    border-radius: var(--_radius);
    background: var(--_line);
  }
  .bones > :first-child {
    inline-size: min(80%, 24em);
    block-size: 2em;
  }
  .bones div {
    display: grid;
    gap: 1em;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .bar {
    display: none;
  }

  @container (width < 52em) {
    @media screen and (height >= 20em) {
      .panel .apply {
        display: none;
      }
      .bar {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1em;
        position: sticky;
        inset-block-end: 0;
        padding-block: 0.75em calc(0.75em + env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--_line);
        background: var(--foothold-color-surface, Canvas);
        font-variant-numeric: tabular-nums;
        line-height: 1.3;
      }
      .bar p {
        font-size: 0.9375em;
      }
      .bar .apply {
        flex: none;
        min-inline-size: 7em;
      }
    }
  }
  @container (width < 17em) {
    .body .facts > div,
    .panel .facts > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @container (38em <= width < 52em) {
    .panel .facts {
      grid-template-columns: 1fr 1fr;
    }
    .panel :is(.pay, .duration) {
      grid-column: 1 / -1;
    }
  }
  @container (width >= 52em) {
    .detail {
      grid-template-columns: minmax(0, 1fr) 19.5em;
      grid-auto-rows: auto;
    }
    .detail > :is(slot, .action, .note, .failure, .bones) {
      grid-column: 1 / -1;
    }
    .heading {
      font-size: 2.125em;
    }
    .detail > .panel {
      grid-column: 2;
      grid-row: span 2;
      position: sticky;
      inset-block-start: 1em;
    }
    section {
      padding-block: calc(var(--_space) * 1.5);
      border-block-start: 1px solid var(--_line);
    }
    .steps > li:first-child {
      border: 0;
      padding-block-start: 0;
    }
    .steps > li:last-child {
      border-block-end: 0;
      padding-block-end: 0;
    }
  }
  @container (width >= 64em) {
    section {
      display: grid;
      grid-template-columns: 9.5em minmax(0, 1fr);
      gap: 2.4em;
    }
    .section__heading {
      font-size: 1.0625em;
    }
  }
  @media (pointer: coarse) {
    .report fieldset > label {
      min-block-size: 2.75em;
    }
  }
  @media (forced-colors: active) {
    .panel,
    .deadline,
    .tags li {
      border: 1px solid;
    }
    .weeks span {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }
    .weeks .full {
      background: CanvasText;
    }
    .weeks .open {
      background: repeating-linear-gradient(-45deg, CanvasText 0 0.15em, Canvas 0 0.35em);
    }
    .soon .left {
      text-decoration: underline double;
    }
  }
`;
