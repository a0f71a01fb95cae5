import { expect } from '@open-wc/testing';
import {
  FootholdApplicationRedirectEvent,
  FootholdApplicationSentEvent,
  FootholdApplicationStartEvent,
  FootholdApplicationSubmitEvent,
  FootholdChallengeResetEvent,
  FootholdErrorEvent,
  FootholdProjectSelectEvent,
  FootholdQueryChangeEvent,
  FootholdRecordsSkippedEvent,
  FootholdResultsEvent,
} from '../../src/index.ts';

/** Each event with its name, and all that it says. */
const events: readonly [Event, string, Readonly<Record<string, unknown>>][] = [
  [new FootholdProjectSelectEvent('p1'), 'foothold-project-select', { projectId: 'p1' }],
  [new FootholdQueryChangeEvent({ q: 'maps' }), 'foothold-query-change', { query: { q: 'maps' } }],
  [
    new FootholdResultsEvent({}, null, 20),
    'foothold-results',
    { query: {}, total: null, shown: 20 },
  ],
  [new FootholdApplicationStartEvent('p1'), 'foothold-application-start', { projectId: 'p1' }],
  [new FootholdApplicationSubmitEvent('p1'), 'foothold-application-submit', { projectId: 'p1' }],
  [
    new FootholdApplicationRedirectEvent('p1', 'mailto:a@b.example'),
    'foothold-application-redirect',
    { projectId: 'p1', url: 'mailto:a@b.example' },
  ],
  [
    new FootholdApplicationSentEvent('p1', 'MI-7Q2'),
    'foothold-application-sent',
    { projectId: 'p1', reference: 'MI-7Q2' },
  ],
  [new FootholdChallengeResetEvent(), 'foothold-challenge-reset', {}],
  [
    new FootholdRecordsSkippedEvent(['no id', 'no title']),
    'foothold-records-skipped',
    { count: 2, reasons: ['no id', 'no title'] },
  ],
  [
    new FootholdErrorEvent('list', { kind: 'network', status: null }),
    'foothold-error',
    { operation: 'list', kind: 'network', status: null },
  ],
];

const cancelable = [
  'foothold-project-select',
  'foothold-application-submit',
  'foothold-application-redirect',
];

describe('an event', () => {
  for (const [event, name, fields] of events) {
    it(`${name} leaves every shadow root, and says what is documented and nothing else`, () => {
      expect(event.type).to.equal(name);
      expect(event.bubbles).to.equal(true);
      expect(event.composed).to.equal(true);
      expect(event.cancelable).to.equal(cancelable.includes(name));
      expect(event).not.to.have.property('detail');
      const own = Object.entries(event).filter(([key]) => key !== 'isTrusted');
      expect(Object.fromEntries(own)).to.deep.equal(fields);
    });
  }
});
