/**
 * Classes, events, ports and types. Importing this defines nothing and touches no document, so it is
 * safe anywhere; `foothold/define` registers the elements.
 */
export { FootholdApplicationForm } from './elements/application-form/application-form.ts';
export { FootholdBoard } from './elements/board/board.ts';
export { FootholdListingFeed } from './elements/listing-feed/listing-feed.ts';
export { FootholdProjectDetail } from './elements/project-detail/project-detail.ts';
export { FootholdProvider } from './elements/provider/provider.ts';

export { FootholdApplicationRedirectEvent } from './events/application-redirect.ts';
export { FootholdApplicationSentEvent } from './events/application-sent.ts';
export { FootholdApplicationStartEvent } from './events/application-start.ts';
export { FootholdApplicationSubmitEvent } from './events/application-submit.ts';
export { FootholdChallengeResetEvent } from './events/challenge-reset.ts';
export { FootholdErrorEvent } from './events/error.ts';
export { FootholdProjectSelectEvent } from './events/project-select.ts';
export { FootholdQueryChangeEvent } from './events/query-change.ts';
export { FootholdRecordsSkippedEvent } from './events/records-skipped.ts';
export { FootholdResultsEvent } from './events/results.ts';

export type { IdentityProvider } from './controllers/context.ts';
export type { Routing } from './controllers/route.ts';
export type { FootholdConfig } from './source/config.ts';
export type { MessageKey } from './i18n/en/index.ts';
export type { Wording, WordingByLocale } from './i18n/localizer.ts';
export type { Message, PluralMessage } from './i18n/message.ts';
export { VERSION } from './lib/version.ts';
export * from './source/index.ts';
