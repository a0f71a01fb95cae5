import { expect } from 'chai';
import fc from 'fast-check';
import { CONSENT, formDefinition, type FormField } from '../../src/domain/form-definition.ts';
import {
  formSections,
  formSteps,
  MAX_TOGETHER,
  openSteps,
  type FormSection,
} from '../../src/domain/form-sections.ts';
import type { ApplicationTerms } from '../../src/domain/project.ts';
import type { Question, QuestionType } from '../../src/domain/questions.ts';

const fieldsOf = (application: ApplicationTerms = {}) => formDefinition({ application });
const text = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  type: 'text',
  label: id,
  ...more,
});
const many = (count: number, more: Partial<Question> = {}) =>
  Array.from({ length: count }, (_, index) => text(`q${index}`, more));
const outline = (sections: readonly FormSection[]) =>
  sections.map(({ kind, name, part, fields }) => [
    name ?? kind,
    ...(part ? [`${part[0]} of ${part[1]}`] : []),
    fields.map(({ id }) => id).join(' '),
  ]);
const takesAnswer = ({ type }: FormField) => type !== 'info' && type !== 'consent';

describe('formSections', () => {
  it('goes from who to why, with what, and the rest', () => {
    expect(outline(formSections(fieldsOf()))).to.deep.equal([
      ['you', 'name email'],
      ['proposal', 'proposal'],
      ['resume', 'resume'],
    ]);
  });

  it('puts questions without a section to the resume, or on their own', () => {
    expect(outline(formSections(fieldsOf({ questions: [text('a')] }))).at(-1)).to.deep.equal([
      'resumeAndQuestions',
      'resume a',
    ]);
    const without = fieldsOf({ questions: [text('a')], requires: { resume: 'none' } });
    expect(outline(formSections(without)).at(-1)).to.deep.equal(['questions', 'a']);
  });

  it('gathers what has one heading, in the order in which headings come', () => {
    const questions = [
      text('a', { section: 'Work' }),
      text('b', { section: 'Time' }),
      text('c', { section: 'Work' }),
      text('d', { section: '' }),
    ];
    expect(outline(formSections(fieldsOf({ questions }))).slice(2)).to.deep.equal([
      ['resumeAndQuestions', 'resume d'],
      ['Work', 'a c'],
      ['Time', 'b'],
    ]);
  });

  it('puts what a school asks of everybody to the name', () => {
    const fields = formDefinition({}, { fields: [text('major', { section: 'Studies' })] });
    expect(outline(formSections(fields))[0]).to.deep.equal(['you', 'name email major']);
  });

  it('does not mix up headings that are called like ours', () => {
    const questions = [text('a', { section: 'you' }), text('b', { section: 'proposal' })];
    expect(formSections(fieldsOf({ questions })).map(({ kind }) => kind)).to.deep.equal([
      'you',
      'proposal',
      'resume',
      'own',
      'own',
    ]);
  });
});

describe('formSteps', () => {
  it('has none for a form that fits on a page', () => {
    expect(formSteps(fieldsOf({ questions: many(4) }))).to.deep.equal([]);
  });

  it('does not count what takes no answer', () => {
    const silent = (['info', 'consent'] as const).flatMap((type) =>
      many(5).map((each) => ({ ...each, id: `${type}-${each.id}`, type })),
    );
    expect(formSteps(fieldsOf({ questions: [...many(4), ...silent] }))).to.deep.equal([]);
  });

  it('makes steps of sections as soon as there is one question more', () => {
    expect(
      outline(formSteps(fieldsOf({ questions: many(5) }))).map(([name]) => name),
    ).to.deep.equal(['you', 'proposal', 'resumeAndQuestions']);
  });

  it('cuts long sections into parts that are nearly as long as each other', () => {
    const steps = formSteps(fieldsOf({ questions: many(18, { section: 'Work' }) }));
    expect(
      outline(steps)
        .slice(3)
        .map(([name, part, ids]) => [name, part, ids!.split(' ').length]),
    ).to.deep.equal([
      ['Work', '1 of 3', 6],
      ['Work', '2 of 3', 6],
      ['Work', '3 of 3', 6],
    ]);
  });

  it('keeps a text with the question before which it stands', () => {
    const questions = [
      ...many(5, { section: 'Work' }),
      text('intro', { type: 'info', section: 'Work' }),
      ...many(5, { section: 'Work' }).map((each) => ({ ...each, id: `z${each.id}` })),
    ];
    const parts = formSteps(fieldsOf({ questions })).slice(3);
    expect(parts).to.have.length(2);
    const part = parts.find(({ fields }) => fields.some(({ id }) => id === 'intro'))!;
    const at = part.fields.findIndex(({ id }) => id === 'intro');
    expect(part.fields[at + 1]?.id).to.equal('zq0');
  });

  const types: readonly QuestionType[] = [
    ...(['text', 'textarea', 'email', 'tel', 'url', 'number', 'date'] as const),
    ...(['select', 'multiselect', 'boolean', 'file', 'consent', 'info'] as const),
  ];
  const question: fc.Arbitrary<Question> = fc.record(
    {
      id: fc.string({
        unit: fc.constantFrom('a', 'b', 'c', 'd', '0', '1', '_', '-'),
        minLength: 1,
        maxLength: 6,
      }),
      type: fc.constantFrom(...types),
      label: fc.string({ minLength: 1 }),
      section: fc.constantFrom('Work', 'Time', 'you', ''),
    },
    { requiredKeys: ['id', 'type', 'label'] },
  );
  const form = fc
    .record({
      questions: fc.uniqueArray(question, { selector: ({ id }) => id, maxLength: 60 }),
      requires: fc.record({
        resume: fc.constantFrom('required', 'optional', 'none'),
        proposal: fc.constantFrom('required', 'optional', 'none'),
      }),
    })
    .map((application) => fieldsOf(application as ApplicationTerms));

  it('has every field but the consent in exactly one place', () => {
    fc.assert(
      fc.property(form, (fields) => {
        for (const sections of [formSections(fields), formSteps(fields)]) {
          if (!sections.length) continue;
          const placed = sections.flatMap((each) => each.fields);
          expect(placed).to.have.members(fields.filter(({ pointer }) => pointer !== CONSENT));
          expect(new Set(placed).size).to.equal(placed.length);
        }
      }),
    );
  });

  it('keeps the order of the fields in each section, and the parts of one together', () => {
    fc.assert(
      fc.property(form, (fields) => {
        for (const { fields: some } of formSections(fields)) {
          const at = some.map((each) => fields.indexOf(each));
          expect(at).to.deep.equal([...at].sort((a, b) => a - b));
        }
        const steps = formSteps(fields);
        if (!steps.length) return;
        expect(steps.flatMap((each) => each.fields)).to.deep.equal(
          formSections(fields).flatMap((each) => each.fields),
        );
      }),
    );
  });

  it('has no step that is empty or asks more than a person can see, and numbers parts in order', () => {
    fc.assert(
      fc.property(form, (fields) => {
        const steps = formSteps(fields);
        const isLong = fields.filter(takesAnswer).length > MAX_TOGETHER;
        expect(steps.length > 0).to.equal(isLong);
        steps.forEach(({ fields: some, part }, index) => {
          expect(some).not.to.have.length(0);
          expect(some.filter(takesAnswer).length).to.be.at.most(MAX_TOGETHER);
          if (part && part[0] > 1)
            expect(steps[index - 1]?.part).to.deep.equal([part[0] - 1, part[1]]);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('openSteps', () => {
  it('tells steps in which something is asked from those in which nothing is', () => {
    const fields = fieldsOf({
      questions: [
        text('visit', { type: 'boolean', section: 'Work' }),
        ...many(5, { section: 'Visit', showIf: { question: 'visit', equals: true } }),
      ],
    });
    const steps = formSteps(fields);
    expect(steps.map(({ name, kind }) => name ?? kind)).to.deep.equal([
      'you',
      'proposal',
      'resume',
      'Work',
      'Visit',
    ]);
    expect(openSteps(steps, fields, {})).to.deep.equal([true, true, true, true, false]);
    expect(openSteps(steps, fields, { '/answers/visit': 'true' })).to.deep.equal(
      steps.map(() => true),
    );
  });
});
