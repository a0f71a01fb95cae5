/**
 * The form and the server judge alike: what the form would send is taken, and where the form complains, the
 * server points to the same places. Definitions come as an API might send them, contradictions included.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  asFormReadsIt,
  checkApplication,
} from '../../demo/server/applications/check-application.ts';
import type { ReceivedFile, ReceivedForm } from '../../demo/server/applications/received-form.ts';
import { NO_SIGNALS } from '../../demo/server/applications/signals.ts';
import { Problem } from '../../demo/server/http/problem.ts';
import { saveSeededProject } from '../../demo/server/projects/project-row.ts';
import type { FileFacts } from '../../src/domain/files.ts';
import {
  applicationOf,
  askedFields,
  CONSENT,
  EMAIL,
  formDefinition,
  NAME,
  type FormField,
  type Values,
} from '../../src/domain/form-definition.ts';
import type { Project } from '../../src/domain/project.ts';
import type { QuestionType } from '../../src/domain/questions.ts';
import { validate, type FilesByField } from '../../src/domain/validation.ts';
import { decodeProject } from '../../src/source/decode.ts';
import * as documents from './support/documents.ts';
import { apply, someEmail } from './support/forms.ts';
import { onEachDatabase } from './support/servers.ts';

const TYPES: readonly QuestionType[] = [
  'text',
  'textarea',
  'email',
  'tel',
  'url',
  'number',
  'date',
  'select',
  'multiselect',
  'boolean',
  'file',
  'consent',
  'info',
];

const IDS = ['a', 'b', 'c', 'd', 'constructor'];
const OPTIONS = ['red', 'green', 'blue'];

/** Mostly absent, so that not everything contradicts everything. */
const sometimes = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined, freq: 2 });
const count = fc.integer({ min: 0, max: 6 });
const bound = fc.oneof(
  fc.integer({ min: -5, max: 20 }),
  fc.constantFrom('2026-03-01', '2026-04-01', 'soon'),
);

const question = fc.record({
  id: fc.constantFrom(...IDS, 'resume', 'signals', 'no id'),
  type: fc.constantFrom(...TYPES, 'video'),
  label: fc.constantFrom('Why?', 'What?'),
  required: sometimes(fc.boolean()),
  options: fc.option(
    fc
      .subarray(OPTIONS, { minLength: 1 })
      .map((values) => values.map((value) => ({ value, label: value.toUpperCase() }))),
    { nil: undefined, freq: 9 },
  ),
  minLength: sometimes(count),
  maxLength: sometimes(count),
  min: sometimes(bound),
  max: sometimes(bound),
  minItems: sometimes(count),
  maxItems: sometimes(count),
  accept: sometimes(fc.subarray(['.pdf', '.TXT', 'txt'])),
  multiple: sometimes(fc.boolean()),
  alternativeTo: sometimes(fc.constantFrom(...IDS, 'resume')),
  showIf: sometimes(
    fc.record({
      question: fc.constantFrom(...IDS),
      equals: sometimes(fc.constantFrom<unknown>('red', true, 3, '3')),
      in: sometimes(fc.subarray<unknown>(['red', 'green', false, 5])),
    }),
  ),
});

const terms = fc.record({
  mode: fc.constant('post'),
  requires: sometimes(
    fc.record({
      resume: fc.constantFrom('required', 'optional', 'none', 'maybe'),
      proposal: fc.constantFrom('required', 'optional', 'none', 'maybe'),
    }),
  ),
  proposal: sometimes(fc.record({ minWords: sometimes(count), maxWords: sometimes(count) })),
  upload: sometimes(
    fc.record({
      maxBytes: sometimes(fc.constantFrom(0, 40, 100_000)),
      accept: sometimes(fc.constantFrom(['.pdf'], ['.txt', '.docx'], ['pdf'], [])),
    }),
  ),
  questions: fc.array(question, { maxLength: 6 }),
});

/** The project as an API sends it. */
const rawProject = (application: unknown): Project =>
  JSON.parse(
    JSON.stringify({ id: 'p', title: 'T', employer: { name: 'E' }, application }),
  ) as Project;

function asWidgetReadsIt(raw: Project): Project {
  const project = decodeProject(raw);
  if ('reason' in project) throw new Error(project.reason);
  return project;
}

const words = fc
  .array(fc.constantFrom('word', 'word.', '我想', ' ', '\t', '\n', '\u0007', '😀', '-'), {
    maxLength: 9,
  })
  .map((parts) => parts.join(' '));
const texts = fc.oneof(
  { weight: 4, arbitrary: words },
  fc.constantFrom('', '  ', 'x'.repeat(10_001), 'ada@example.org', 'ada@', 'https://example.org/a'),
  fc.constantFrom('example.org', 'javascript:alert(1)', '+1 312 555 0100', 'red', '2026-03-15'),
  fc.constantFrom('2026-02-30', '2026-04-02', '7', '1e3', 'true'),
);

/** What a control of that type can hold; numbers are typed, so they are text. */
const typed = (type: FormField['type']): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'number':
      return fc.constantFrom('', '3', ' 4 ', '-7', '99', '2.5', '1e3', 'many', '0x10');
    case 'boolean':
      return fc.constantFrom(undefined, 'true', 'false', true, false);
    case 'consent':
      return fc.constantFrom(undefined, true, false);
    case 'select':
      return fc.constantFrom('', ...OPTIONS, 'black');
    case 'multiselect':
      return fc.array(fc.constantFrom(...OPTIONS, 'black'), { maxLength: 5 });
    case 'email':
      return fc.constantFrom('', 'ada@example.org', ' ada@example.org ', 'ada@', 'x');
    default:
      return texts;
  }
};

/** A control of one line takes no line breaks; what is only read has no control, and files are kept apart. */
function inControl({ type }: FormField, value: unknown): unknown {
  if (type === 'info' || type === 'file') return undefined;
  return typeof value === 'string' && type !== 'textarea' ? value.replace(/[\n\r]/g, '') : value;
}

/** What nobody's form would send. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, 0, 7, true, false, [], ['red'], ['red', 'red'], [7], {}, { a: 1 }),
  texts,
);

const kinds: Readonly<Record<string, Buffer>> = {
  'cv.pdf': documents.pdf,
  'cv.docx': documents.docx,
  'cv.txt': documents.txt,
  'CV.TXT': documents.txt,
  'program.pdf': documents.exe,
  'program.exe.pdf': documents.pdf,
  'cv.exe': documents.exe,
  'empty.pdf': Buffer.alloc(0),
  'page.txt': documents.html,
};
const someFiles = fc.array(fc.constantFrom(...Object.keys(kinds)), { maxLength: 12, size: '-1' });

interface Filled {
  readonly raw: Project;
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** A project, and its form filled in: with the values that `valueOf` gives for each field. */
const filled = (valueOf: (field: FormField) => fc.Arbitrary<unknown>): fc.Arbitrary<Filled> =>
  terms.chain((application) => {
    const raw = rawProject(application);
    const fields = formDefinition(asWidgetReadsIt(raw));
    // Most forms are right in most places: one wrong field hides nothing of the others.
    const good: Readonly<Record<string, unknown>> = {
      [NAME]: 'Ada Byron',
      [EMAIL]: 'ada@example.org',
      [CONSENT]: true,
    };
    const valueFor = (field: FormField) => {
      const value = valueOf(field).map((each) => inControl(field, each));
      return field.pointer in good
        ? fc.oneof({ weight: 5, arbitrary: fc.constant(good[field.pointer]) }, value)
        : value;
    };
    const values = fc.record(
      Object.fromEntries(fields.map((field) => [field.pointer, valueFor(field)])),
    );
    const chosen = fc.record(
      Object.fromEntries(
        fields.filter(({ type }) => type === 'file').map(({ pointer }) => [pointer, someFiles]),
      ),
    );
    return fc.record({ values, chosen }).map((rest) => ({ raw, fields, ...rest }));
  });

const factsOf = (chosen: Filled['chosen']): FilesByField =>
  Object.fromEntries(
    Object.entries(chosen).map(([pointer, names]) => [
      pointer,
      names.map((name): FileFacts => {
        const bytes = kinds[name] ?? Buffer.alloc(0);
        return { name, size: bytes.length, head: bytes.subarray(0, 4096) };
      }),
    ]),
  );

/** Files as they are sent: of the fields that are asked. */
const sentFiles = ({ fields, values, chosen }: Filled): ReceivedFile[] =>
  askedFields(fields, values)
    .filter(({ type }) => type === 'file')
    .flatMap(({ pointer }) =>
      (chosen[pointer] ?? []).map((name) => ({
        part: pointer.slice('/files/'.length),
        name,
        bytes: kinds[name] ?? Buffer.alloc(0),
      })),
    );

const formVerdict = ({ fields, values, chosen }: Filled): string[] =>
  validate(fields, values, factsOf(chosen), 'en')
    .map(({ field }) => field)
    .sort();

function serverVerdict(raw: Project, form: Omit<ReceivedForm, 'signals'>): string[] {
  try {
    checkApplication(asFormReadsIt(raw), { ...form, signals: NO_SIGNALS });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.status).to.be.oneOf([415, 422]);
    return [...new Set(error.details.errors?.map(({ pointer }) => pointer))].sort();
  }
}

const consent = {
  accepted: true,
  text: 'I agree',
  version: '1',
  at: '2026-03-18T15:29:00Z',
} as const;

/** What the form sends when it finds nothing wrong, after its way through JSON. */
const sent = ({ fields, values }: Filled): unknown =>
  JSON.parse(JSON.stringify(applicationOf(fields, values, consent, 'en')));

const set = (target: Record<string, unknown>, [head = '', ...rest]: string[], value: unknown) => {
  if (rest.length === 0) target[head] = value;
  else set((target[head] ??= {}) as Record<string, unknown>, rest, value);
};

/** The values as they are, of what is asked: numbers that are text stay text. */
function unconverted({ fields, values }: Filled): unknown {
  const application: Record<string, unknown> = {
    applicant: {},
    answers: {},
    consent,
    locale: 'en',
  };
  for (const { pointer, type } of askedFields(fields, values))
    if (pointer === CONSENT)
      application['consent'] = { ...consent, accepted: values[pointer] ?? false };
    else if (type !== 'file' && type !== 'info' && values[pointer] !== undefined)
      set(application, pointer.slice(1).split('/'), values[pointer]);
  return JSON.parse(JSON.stringify(application));
}

/** A text in place of a number or a tick is what a form holds; sent it may not be. */
const isTextForAnotherType = ({ fields, values }: Filled): boolean =>
  fields.some(
    ({ type, pointer }) =>
      ['number', 'boolean', 'consent'].includes(type) && typeof values[pointer] === 'string',
  );

describe('the form and the server', function () {
  this.timeout(60_000);
  const runs = { numRuns: 1500 };

  it('agree on what a form sends: what it finds right is taken', () => {
    let right = 0;
    fc.assert(
      fc.property(
        filled(({ type }) => typed(type)),
        (form) => {
          if (formVerdict(form).length > 0) return;
          right++;
          const verdict = serverVerdict(form.raw, {
            application: sent(form),
            files: sentFiles(form),
          });
          expect(verdict).to.deep.equal([]);
        },
      ),
      { numRuns: 6000 },
    );
    expect(right, 'of the forms were right').to.be.greaterThan(200);
  });

  it('point to the same places where something is wrong', () => {
    let wrong = 0;
    fc.assert(
      fc.property(
        filled(({ type }) => fc.oneof(typed(type), strange)),
        (form) => {
          fc.pre(!isTextForAnotherType(form));
          const verdict = serverVerdict(form.raw, {
            application: unconverted(form),
            files: sentFiles(form),
          });
          wrong += verdict.length > 0 ? 1 : 0;
          expect(verdict).to.deep.equal(formVerdict(form));
        },
      ),
      runs,
    );
    expect(wrong, 'of the forms were wrong').to.be.greaterThan(200);
  });
});

onEachDatabase('the form and the server, over HTTP', (subject, afterwards) => {
  const id = `same-rules-${randomUUID()}`;
  afterwards(async ({ database }) => {
    await database.query('delete from applications where project_id = $1', [id]);
    await database.query('delete from projects where id = $1', [id]);
  });

  it('agree, too', async function () {
    this.timeout(60_000);
    const { api, database } = subject();
    await fc.assert(
      fc.asyncProperty(
        filled(({ type }) => typed(type)),
        async (form) => {
          // The parser of uploads refuses parts that are called like a property of all objects.
          fc.pre(!form.chosen['/files/constructor']?.length);
          const raw = { ...form.raw, id };
          await saveSeededProject(database, raw);
          const given = form.values[EMAIL];
          const email = given && String(given).trim() === 'ada@example.org' ? someEmail() : given;
          const own = { ...form, values: { ...form.values, [EMAIL]: email } };
          const expected = formVerdict(own);
          const json = expected.length > 0 ? unconverted(own) : sent(own);
          fc.pre(expected.length === 0 || !isTextForAnotherType(own));
          const { status, body } = await apply(api, json, { project: id, files: sentFiles(own) });
          const pointers = body.errors?.map(({ pointer }) => pointer) ?? [];
          if (status === 413) {
            // A file that is too large ends the reading; the other places are not looked at.
            expect(expected).to.include.members([...pointers]);
            return;
          }
          expect(status).to.be.oneOf(expected.length > 0 ? [415, 422] : [201]);
          expect([...pointers].sort()).to.deep.equal(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
