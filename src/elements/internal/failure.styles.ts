import { css } from 'lit';

/** Styles of the panel for a request that ended in failure. */
export const failureStyles = css`
  .failure {
    display: grid;
    justify-items: start;
    gap: 1em;
    padding-block: 0.5em 1em;
  }
  .failure__title {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 0.5em;
  }
  .failure__actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.25em;
  }
`;
