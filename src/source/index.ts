/**
 * `foothold/source`: where listings come from, without any DOM or Lit, so usable in Node.
 * @packageDocumentation
 */
export type {
  Application,
  Attachment,
  Consent,
  Identity,
  Receipt,
  Report,
  ReportReason,
  Signals,
  Submission,
} from '../domain/application.ts';
export type * from '../domain/project.ts';
export type { Query, Sort } from '../domain/query.ts';
export type {
  Answer,
  Answers,
  Question,
  QuestionCondition,
  QuestionOption,
  QuestionType,
} from '../domain/questions.ts';
export type * from './listings-source.ts';
export {
  isAbort,
  NOT_SENT,
  SourceError,
  type ErrorKind,
  type FieldProblem,
  type Problem,
} from './source-error.ts';
export { HttpSource, resolveApiUrl, type HttpSourceOptions } from './http-source.ts';
export { systemClock, type Clock } from './retry.ts';
export {
  isCachedSource,
  shareRequests,
  sharedSource,
  type Cached,
  type CachedSource,
  type SharingOptions,
} from './shared-source.ts';
export { decodePage, decodeProblem, decodeProject, decodeReceipt, isSkipped } from './decode.ts';
export {
  MemorySource,
  type MemorySourceOptions,
  type Operation,
  type StoredApplication,
} from './memory-source.ts';
export { MergedSource } from './merged/merged-source.ts';
export type { MergedPart } from './merged/part.ts';
export { ConfigError } from './config-error.ts';
export type { OpenOptions } from './mapping/api.ts';
export type * from './mapping/definition.ts';
export { openSource } from './mapping/open-source.ts';
export { presets } from './mapping/presets/index.ts';
export { countFacets, findProjects } from './project-list.ts';
export { mostPay } from './project-values.ts';
