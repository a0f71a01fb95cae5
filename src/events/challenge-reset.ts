/**
 * What stood in the slot `challenge` was sent with an application that was not taken. Most tokens are good
 * once, so whoever drew the challenge has to draw it anew.
 * @event foothold-challenge-reset
 */
export class FootholdChallengeResetEvent extends Event {
  constructor() {
    super('foothold-challenge-reset', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'foothold-challenge-reset': FootholdChallengeResetEvent;
  }
}
