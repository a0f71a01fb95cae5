/**
 * The `Project`: one micro-internship, as plain data.
 *
 * Only `id`, `title` and `employer.name` are certain. Everything else is optional, and absent means
 * *unknown*: it is left out of the page, never guessed. Dates are ISO 8601: `YYYY-MM-DD`, or an instant.
 */
import type { Question } from './questions.ts';

/** A closed or half-open range of numbers; at least one end is known. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export type PayKind = 'fixed' | 'hourly' | 'stipend' | 'unpaid' | 'unknown';
export type PayPer = 'project' | 'hour' | 'week' | 'month';
export type PaySchedule = 'on_completion' | 'milestones';

/** What is paid. Amounts are in major units of `currency` (dollars, not cents). */
export interface Pay extends Range {
  readonly kind: PayKind;
  /** ISO 4217 code. Without it amounts cannot be shown or compared. */
  readonly currency?: string;
  /** What one amount is paid for; default `project`, for `hourly` pay `hour`. */
  readonly per?: PayPer;
  /** The source's own words, shown where no amount is known. */
  readonly display?: string;
  /** True when the source calls the figure an estimate. */
  readonly estimated?: boolean;
  readonly schedule?: PaySchedule;
}

export interface Employer {
  readonly name: string;
  readonly url?: string;
  readonly logoUrl?: string;
  readonly about?: string;
  /** True when whoever lists the project has checked the employer. */
  readonly verified?: boolean;
}

export interface Deliverable {
  readonly title: string;
  readonly description?: string;
  readonly dueOn?: string;
}

export type MilestoneKind = 'kickoff' | 'checkin' | 'draft' | 'final';

export interface Milestone {
  readonly title: string;
  readonly description?: string;
  readonly kind?: MilestoneKind;
  readonly dueOn?: string;
}

export interface CheckIns {
  readonly cadence?: string;
  readonly channel?: string;
}

export interface Location {
  /** As a person would write it: `Chicago, IL`. */
  readonly display: string;
  readonly city?: string;
  readonly region?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export interface Tool {
  readonly name: string;
  readonly providedBy?: 'employer' | 'student';
}

export interface Eligibility {
  /** Absent or empty restricts nobody. */
  readonly classYears?: readonly string[];
  /** Absent or empty restricts nobody. */
  readonly majors?: readonly string[];
  readonly workAuthorization?: 'required' | 'not_required';
  readonly notes?: string;
}

export interface Policies {
  readonly ip?: string;
  readonly confidentiality?: string;
  readonly aiUse?: 'allowed' | 'limited' | 'prohibited';
}

export type Requirement = 'required' | 'optional' | 'none';

/** How an application reaches the employer, and what it has to contain. */
export interface ApplicationTerms {
  /** Default `post`. */
  readonly mode?: 'post' | 'redirect' | 'email';
  /** Where to apply when `mode` is `redirect`. */
  readonly url?: string;
  /** Whom to write to when `mode` is `email`. */
  readonly email?: string;
  readonly estimatedMinutes?: number;
  /** Default: resume optional, proposal required. */
  readonly requires?: { readonly resume?: Requirement; readonly proposal?: Requirement };
  readonly proposal?: {
    readonly minWords?: number;
    readonly maxWords?: number;
    readonly prompts?: readonly string[];
  };
  readonly questions?: readonly Question[];
  /** Limits of one file. */
  readonly upload?: { readonly maxBytes?: number; readonly accept?: readonly string[] };
}

export type WorkMode = 'remote' | 'hybrid' | 'onsite' | 'unknown';
export type Classification = 'contractor' | 'employee' | 'volunteer' | 'course_credit';

export interface Project {
  readonly id: string;
  readonly title: string;
  readonly employer: Employer;
  /** The listing's own page. */
  readonly url?: string;
  readonly summary?: string;
  /** Untrusted HTML; only `lib/rich-text` turns it into nodes. */
  readonly descriptionHtml?: string;
  readonly tasks?: readonly string[];
  readonly deliverables?: readonly Deliverable[];
  readonly milestones?: readonly Milestone[];
  readonly checkIns?: CheckIns;
  /** Hours of work in total. */
  readonly hours?: Range;
  readonly durationDays?: Range;
  readonly pay?: Pay;
  /** Last day (in `timeZone`), or the instant, at which an application is taken. */
  readonly applyBy?: string;
  /** IANA name. Without it no countdown is shown. */
  readonly timeZone?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly postedAt?: string;
  readonly workMode?: WorkMode;
  readonly locations?: readonly Location[];
  readonly category?: string;
  readonly industry?: string;
  readonly skills?: readonly string[];
  readonly skillsGained?: readonly string[];
  readonly tools?: readonly Tool[];
  readonly learningOutcomes?: readonly string[];
  readonly eligibility?: Eligibility;
  readonly openings?: number;
  readonly openingsLeft?: number;
  /** `open`, `closed`, `filled`, `paused`, or a word of the source's own, which is shown as it is. */
  readonly status?: string;
  readonly featured?: boolean;
  readonly classification?: Classification;
  readonly policies?: Policies;
  /** BCP 47 language of the text. */
  readonly language?: string;
  /** Who lists it, where a feed has several sources. */
  readonly listedBy?: { readonly name: string; readonly url?: string };
  /** True when a student may report it to the API. */
  readonly reportable?: boolean;
  /** True when a list item already equals its detail response. */
  readonly complete?: boolean;
  readonly application?: ApplicationTerms;
}
