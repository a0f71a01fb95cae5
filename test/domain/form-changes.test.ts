import { expect } from 'chai';
import fc from 'fast-check';
import { formChanges } from '../../src/domain/form-changes.ts';
import { formDefinition, type FormField } from '../../src/domain/form-definition.ts';
import type { ApplicationTerms } from '../../src/domain/project.ts';
import type { Question } from '../../src/domain/questions.ts';

const always = () => true;
const never = () => false;

const changes = (
  before: ApplicationTerms,
  after: ApplicationTerms,
  isAnswered: (field: FormField) => boolean = always,
) =>
  formChanges(
    formDefinition({ application: before }),
    formDefinition({ application: after }),
    isAnswered,
  ).map(({ kind, field }) => `${kind} ${field.id}`);

const why: Question = { id: 'why', type: 'text', label: 'Why?' };

describe('formChanges', () => {
  const rows: [string, ApplicationTerms, ApplicationTerms, string[]][] = [
    ['nothing', { questions: [why] }, { questions: [why] }, []],
    ['a question that went', { questions: [why] }, {}, ['removed why']],
    ['a question that came and may be left open', {}, { questions: [why] }, []],
    [
      'a question that came and is needed',
      {},
      { questions: [{ ...why, required: true }] },
      ['added why'],
    ],
    [
      'a question that is needed now',
      { questions: [why] },
      { questions: [{ ...why, required: true }] },
      ['changed why'],
    ],
    [
      'other words for a question',
      { questions: [why] },
      { questions: [{ ...why, label: 'Why you?' }] },
      [],
    ],
    ['other help', { questions: [why] }, { questions: [{ ...why, help: 'Like this.' }] }, []],
    ['another section', { questions: [why] }, { questions: [{ ...why, section: 'About' }] }, []],
    ['other prompts', {}, { proposal: { prompts: ['When?'] } }, []],
    ['another limit of words', {}, { proposal: { maxWords: 300 } }, ['changed proposal']],
    ['another limit of a file', {}, { upload: { maxBytes: 10 } }, ['changed resume']],
    [
      'another type',
      { questions: [why] },
      { questions: [{ ...why, type: 'textarea' }] },
      ['changed why'],
    ],
    [
      'a text that became a file is another field',
      { questions: [why] },
      { questions: [{ ...why, type: 'file' }] },
      ['removed why'],
    ],
    [
      'other choices',
      { questions: [{ ...why, type: 'select', options: [{ value: 'a', label: 'A' }] }] },
      { questions: [{ ...why, type: 'select', options: [{ value: 'b', label: 'B' }] }] },
      ['changed why'],
    ],
    [
      'another condition',
      { questions: [why] },
      { questions: [{ ...why, showIf: { question: 'x', equals: 'y' } }] },
      ['changed why'],
    ],
    ['no resume any more', {}, { requires: { resume: 'none' } }, ['removed resume']],
    [
      'another order',
      { questions: [why, { ...why, id: 'b' }] },
      { questions: [{ ...why, id: 'b' }, why] },
      [],
    ],
  ];
  for (const [what, before, after, expected] of rows)
    it(`says of ${what}: ${expected.join() || 'nothing'}`, () => {
      expect(changes(before, after)).to.deep.equal(expected);
    });

  it('says nothing of what nobody has answered, but of what has to be', () => {
    expect(
      changes(
        { questions: [why], proposal: { maxWords: 10 } },
        { questions: [{ ...why, id: 'new', required: true }], proposal: { maxWords: 20 } },
        never,
      ),
    ).to.deep.equal(['added new']);
  });

  it('does not depend on the order in which a listing writes its properties', () => {
    const [a, b] = [
      { id: 'x', type: 'text', label: 'X', minLength: 1, maxLength: 9 } as const,
      { maxLength: 9, minLength: 1, label: 'X', type: 'text', id: 'x' } as const,
    ];
    expect(changes({ questions: [a] }, { questions: [b] })).to.deep.equal([]);
  });

  const question = fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      type: fc.constantFrom('text', 'textarea', 'number', 'file', 'boolean'),
      label: fc.string(),
      required: fc.boolean(),
      maxLength: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['id', 'type', 'label'] },
  ) as fc.Arbitrary<Question>;
  const form = fc
    .uniqueArray(question, { selector: ({ id }) => id })
    .map((questions) => formDefinition({ application: { questions } }));
  const pointers = (fields: readonly FormField[]) => fields.map(({ pointer }) => pointer);

  it('finds no change between a form and itself', () => {
    fc.assert(
      fc.property(form, fc.func(fc.boolean()), (fields, isAnswered) => {
        expect(formChanges(fields, structuredClone(fields), isAnswered)).to.deep.equal([]);
      }),
    );
  });

  it('names each field once; the removed of before, the others of now', () => {
    fc.assert(
      fc.property(form, form, (before, after) => {
        const found = formChanges(before, after, always);
        const named = found.map(({ field }) => field.pointer);
        expect(new Set(named).size).to.equal(named.length);
        for (const { kind, field } of found) {
          expect(before.includes(field)).to.equal(kind === 'removed');
          expect(after.includes(field)).to.equal(kind !== 'removed');
          if (kind === 'added') expect(field.required).to.equal(true);
        }
      }),
    );
  });

  it('names all that would be lost, and all that has to be answered now', () => {
    fc.assert(
      fc.property(form, form, (before, after) => {
        const found = formChanges(before, after, always);
        const of = (wanted: string) =>
          found.filter(({ kind }) => kind === wanted).map(({ field }) => field.pointer);
        expect(of('removed')).to.have.members(
          pointers(before).filter((each) => !pointers(after).includes(each)),
        );
        expect(of('added')).to.have.members(
          pointers(after.filter(({ required }) => required)).filter(
            (each) => !pointers(before).includes(each),
          ),
        );
      }),
    );
  });

  it('is answered backwards by the way back', () => {
    fc.assert(
      fc.property(form, form, (before, after) => {
        const of = (kind: string, found: ReturnType<typeof formChanges>) =>
          found.filter((each) => each.kind === kind).map(({ field }) => field.pointer);
        const there = formChanges(before, after, always);
        const back = formChanges(after, before, always);
        expect(of('changed', there)).to.have.members(of('changed', back));
        expect(of('removed', back)).to.include.members(of('added', there));
      }),
    );
  });
});
