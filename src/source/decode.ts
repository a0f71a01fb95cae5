/**
 * From what an API sent to what the rest can rely on: the only place that sees `unknown`.
 *
 * A bad field degrades to an absent one, a bad record is skipped and counted with its reason, a bad
 * body is a `SourceError` of kind `malformed`.
 */
import type { Receipt } from '../domain/application.ts';
import type {
  CheckIns,
  Deliverable,
  Eligibility,
  Employer,
  Location,
  Milestone,
  Pay,
  Policies,
  Project,
  Range,
  Tool,
} from '../domain/project.ts';
import { readApplication } from './decode-application.ts';
import {
  amount,
  choice,
  count,
  date,
  flag,
  identifier,
  isObject,
  line,
  list,
  moment,
  oneOf,
  ordered,
  own,
  pattern,
  prose,
  record,
  url,
} from './decode-values.ts';
import type { FacetName, FacetValue, Facets, Page, SkippedRecord } from './listings-source.ts';
import { SourceError, type FieldProblem, type Problem } from './source-error.ts';

/** Most records of one response that are read; the others are skipped. */
const MAX_ITEMS = 1_000;

const lines = list(line);
const paragraphs = list(prose);
const range = ordered(record<Range>({ min: amount, max: amount }), ['min', 'max']);

const readPay = ordered(
  record<Omit<Pay, 'kind'> & { kind?: Pay['kind'] }>({
    kind: oneOf('fixed', 'hourly', 'stipend', 'unpaid', 'unknown'),
    min: amount,
    max: amount,
    currency: pattern(/^[A-Z]{3}$/),
    per: oneOf('project', 'hour', 'week', 'month'),
    display: line,
    estimated: flag,
    schedule: oneOf('on_completion', 'milestones'),
  }),
  ['min', 'max'],
);

const readProject = record<Omit<Project, 'application'>>(
  {
    id: identifier,
    title: line,
    employer: record<Employer>(
      { name: line, url, logoUrl: url, about: prose, verified: flag },
      'name',
    ),
    url,
    summary: prose,
    descriptionHtml: prose,
    tasks: paragraphs,
    deliverables: list(
      record<Deliverable>({ title: line, description: prose, dueOn: date }, 'title'),
    ),
    milestones: list(
      record<Milestone>(
        {
          title: line,
          description: prose,
          kind: oneOf('kickoff', 'checkin', 'draft', 'final'),
          dueOn: date,
        },
        'title',
      ),
    ),
    checkIns: record<CheckIns>({ cadence: line, channel: line }),
    hours: range,
    durationDays: range,
    pay: (value) => {
      const pay = readPay(value);
      return pay && { ...pay, kind: pay.kind ?? 'unknown' };
    },
    applyBy: moment,
    timeZone: pattern(/^[\w+-]+(\/[\w+-]+)*$/),
    startsOn: date,
    endsOn: date,
    postedAt: moment,
    workMode: oneOf('remote', 'hybrid', 'onsite', 'unknown'),
    locations: list(
      record<Location>(
        { display: line, city: line, region: line, country: pattern(/^[A-Z]{2}$/) },
        'display',
      ),
    ),
    category: line,
    industry: line,
    skills: lines,
    skillsGained: lines,
    tools: list(record<Tool>({ name: line, providedBy: oneOf('employer', 'student') }, 'name')),
    learningOutcomes: paragraphs,
    eligibility: record<Eligibility>({
      classYears: lines,
      majors: lines,
      workAuthorization: oneOf('required', 'not_required'),
      notes: prose,
    }),
    openings: count,
    openingsLeft: count,
    status: line,
    featured: flag,
    classification: oneOf('contractor', 'employee', 'volunteer', 'course_credit'),
    policies: record<Policies>({
      ip: prose,
      confidentiality: prose,
      aiUse: oneOf('allowed', 'limited', 'prohibited'),
    }),
    language: pattern(/^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/),
    listedBy: record<NonNullable<Project['listedBy']>>({ name: line, url }, 'name'),
    reportable: flag,
    complete: flag,
  },
  'id',
  'title',
  'employer',
);

/** Why a record cannot be shown. */
function complaint(value: unknown): string {
  if (!isObject(value)) return 'not an object';
  if (!identifier(own(value, 'id'))) return 'no usable id';
  return line(own(value, 'title')) ? 'no usable employer.name' : 'no usable title';
}

/** Decodes one project; relative URLs in it are resolved against `base`, or dropped without one. */
export function decodeProject(value: unknown, base?: string): Project | SkippedRecord {
  const project = readProject(value, base);
  if (!project) return { reason: complaint(value) };
  const application = readApplication(own(value, 'application'), base, project.url);
  return application ? { ...project, application } : project;
}

/** True for a record that could not be read. */
export const isSkipped = (decoded: Project | SkippedRecord): decoded is SkippedRecord =>
  'reason' in decoded;

const readFacet = list(record<FacetValue>({ value: choice, label: line, count }, 'value'));
const readFacets = record<{ [Name in FacetName]?: readonly FacetValue[] }>({
  category: readFacet,
  industry: readFacet,
  skill: readFacet,
  workMode: readFacet,
  location: readFacet,
  classYear: readFacet,
  currency: readFacet,
});

/** Decodes the choices of filters; those that cannot be read are left out. */
export const decodeFacets = (value: unknown): Facets => readFacets(value) ?? {};

/**
 * Decodes a response of the list.
 * @throws SourceError `malformed` when it is not an object with an array `items`
 */
export function decodePage(body: unknown, base?: string): Page {
  const items = own(body, 'items');
  if (!Array.isArray(items)) {
    throw new SourceError('malformed', 'The list is not an object with an array "items".');
  }
  const projects: Project[] = [];
  const skipped: SkippedRecord[] = [];
  const ids = new Set<string>();
  const beyond = { reason: `beyond the first ${MAX_ITEMS} items` };
  for (let index = 0; index < items.length; index++) {
    const decoded = index < MAX_ITEMS ? decodeProject(items[index], base) : beyond;
    if (decoded === beyond) skipped.push(beyond);
    else if (isSkipped(decoded)) skipped.push({ reason: `items[${index}]: ${decoded.reason}` });
    else if (ids.has(decoded.id)) skipped.push({ reason: `items[${index}]: id given before` });
    else {
      ids.add(decoded.id);
      projects.push(decoded);
    }
  }
  const total = count(own(body, 'total')) ?? null;
  const cursor = own(body, 'nextCursor');
  return {
    projects,
    // A total below what is there is no total.
    total: total !== null && total < projects.length ? null : total,
    nextCursor: typeof cursor === 'string' && cursor ? cursor : null,
    facets: decodeFacets(own(body, 'facets')),
    skipped,
  };
}

/**
 * Decodes the receipt of an application. When it is here the application has been stored, so one of
 * `id` and `reference` stands in for the other.
 */
export function decodeReceipt(value: unknown): Receipt | undefined {
  const read = readReceipt(value);
  const id = read?.id ?? read?.reference;
  return read && id ? { ...read, id, reference: read.reference ?? id } : undefined;
}

const readReceipt = record<Partial<Receipt>>({
  id: identifier,
  reference: line,
  submittedAt: moment,
  status: line,
  nextSteps: paragraphs,
});

const readErrors = list(
  record<FieldProblem>(
    {
      // A URI fragment, as in the examples of RFC 9457, is the same pointer.
      pointer: (value) => line(value)?.replace(/^#(?=\/)/, ''),
      detail: prose,
    },
    'pointer',
    'detail',
  ),
);

/** Decodes an error response: what can be read of a problem document (RFC 9457), if it is one. */
export function decodeProblem(status: number, body: unknown): Problem {
  const receipt = decodeReceipt(own(body, 'receipt'));
  return {
    status,
    code:
      line(own(body, 'code')) ??
      (status === 409 ? (receipt ? 'already-received' : 'closed') : undefined),
    detail: prose(own(body, 'detail')) ?? line(own(body, 'title')),
    errors: readErrors(own(body, 'errors')) ?? [],
    receipt,
  };
}
