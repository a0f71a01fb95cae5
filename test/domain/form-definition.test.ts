import { expect } from 'chai';
import fc from 'fast-check';
import {
  answerTo,
  applicationOf,
  askedFields,
  CONSENT,
  EMAIL,
  fieldAt,
  formDefinition,
  NAME,
  PROPOSAL,
  RESUME,
  valuesOf,
} from '../../src/domain/form-definition.ts';
import type { Question } from '../../src/domain/questions.ts';
import { validate } from '../../src/domain/validation.ts';

const withQuestions = (...questions: Question[]) => formDefinition({ application: { questions } });
const consent = {
  accepted: true,
  text: 'I agree',
  version: '1',
  at: '2026-11-22T12:00:00Z',
} as const;

describe('formDefinition', () => {
  it('asks for name, email, proposal, an optional resume and consent by default', () => {
    const fields = formDefinition({});
    expect(fields.map(({ pointer, required }) => [pointer, required])).to.deep.equal([
      [NAME, true],
      [EMAIL, true],
      [PROPOSAL, true],
      [RESUME, false],
      [CONSENT, true],
    ]);
  });

  it('follows what the listing requires', () => {
    const fields = formDefinition({
      application: {
        requires: { resume: 'required', proposal: 'none' },
        questions: [{ id: 'why', type: 'text', label: 'Why?' }],
      },
    });
    expect(fields.map(({ pointer, required }) => [pointer, required])).to.deep.equal([
      [NAME, true],
      [EMAIL, true],
      [RESUME, true],
      ['/answers/why', false],
      [CONSENT, true],
    ]);
  });

  it('hands on the limits of the proposal and its prompts', () => {
    const proposal = { minWords: 50, maxWords: 300, prompts: ['Why?'] };
    const field = fieldAt(formDefinition({ application: { proposal } }), PROPOSAL);
    expect(field).to.include({ minWords: 50, maxWords: 300 });
    expect(field?.prompts).to.deep.equal(['Why?']);
  });

  it("limits a file by the question, then the listing, then the school's settings, then the default", () => {
    const limitsOf = (fields: ReturnType<typeof formDefinition>, pointer: string) =>
      fieldAt(fields, pointer)?.limits;
    expect(limitsOf(formDefinition({}), RESUME)).to.deep.equal({
      maxBytes: 5_242_880,
      accept: ['.pdf', '.docx', '.doc', '.odt', '.rtf', '.txt'],
    });
    const school = { maxBytes: 2000, accept: ['.odt'] };
    expect(limitsOf(formDefinition({}, { upload: school }), RESUME)).to.deep.equal(school);
    const listing = formDefinition(
      {
        application: {
          upload: { maxBytes: 3000 },
          questions: [{ id: 'work', type: 'file', label: 'Work', accept: ['.png'] }],
        },
      },
      { upload: school },
    );
    expect(limitsOf(listing, RESUME)).to.deep.equal({ maxBytes: 3000, accept: ['.odt'] });
    expect(limitsOf(listing, '/files/work')).to.deep.equal({ maxBytes: 3000, accept: ['.png'] });
  });
});

describe('what a school asks of every applicant', () => {
  const further: readonly Question[] = [
    { id: 'studentNumber', type: 'text', label: 'Student number', required: true },
    { id: 'hours', type: 'number', label: 'Hours a week' },
  ];
  const fields = formDefinition({}, { fields: further });

  it('comes after name and email', () => {
    expect(fields.slice(0, 4).map(({ pointer }) => pointer)).to.deep.equal([
      NAME,
      EMAIL,
      '/applicant/studentNumber',
      '/applicant/hours',
    ]);
  });

  it('is sent with the applicant, and read back from there', () => {
    const values = { [NAME]: 'A', [EMAIL]: 'a@b.example', '/applicant/hours': '12' };
    const at = '2026-11-22T12:00:00Z';
    const sent = applicationOf(fields, values, { accepted: true, text: '', version: '', at }, 'en');
    expect(sent.applicant).to.deep.equal({ name: 'A', email: 'a@b.example', hours: 12 });
    expect(valuesOf(fields, sent)['/applicant/hours']).to.equal(12);
    expect(validate(fields, values).map(({ field }) => field)).to.include(
      '/applicant/studentNumber',
    );
  });
});

describe('fieldAt', () => {
  const fields = withQuestions(
    { id: 'name', type: 'text', label: 'Pet name' },
    { id: 'work', type: 'file', label: 'Work' },
  );

  it('finds a field by its pointer, by one into it, and a file under "answers"', () => {
    expect(fieldAt(fields, EMAIL)?.id).to.equal('email');
    expect(fieldAt(fields, '/answers/name')?.label).to.equal('Pet name');
    expect(fieldAt(fields, '/consent/text')?.pointer).to.equal(CONSENT);
    expect(fieldAt(fields, '/files/work/0')?.label).to.equal('Work');
    expect(fieldAt(fields, '/answers/work')?.label).to.equal('Work');
  });

  it('finds nothing for what the form does not have', () => {
    for (const pointer of [
      '',
      '/',
      '/applicant',
      '/applicant/phone',
      '/answers/nam',
      '/answers/resume',
    ])
      expect(fieldAt(fields, pointer), pointer).to.equal(undefined);
  });
});

describe('answerTo', () => {
  it('trims text and reads numbers, yes and no', () => {
    expect(answerTo({ type: 'text' }, '  a b ')).to.equal('a b');
    expect(answerTo({ type: 'number' }, ' 12.5 ')).to.equal(12.5);
    expect(answerTo({ type: 'number' }, 7)).to.equal(7);
    expect(answerTo({ type: 'number' }, 'twelve')).to.be.NaN;
    expect(answerTo({ type: 'boolean' }, 'true')).to.equal(true);
    expect(answerTo({ type: 'boolean' }, 'false')).to.equal(false);
    expect(answerTo({ type: 'boolean' }, false)).to.equal(false);
    expect(answerTo({ type: 'multiselect' }, ['a'])).to.deep.equal(['a']);
  });

  it('completes a web address that was typed without its scheme, and no other', () => {
    const url = (text: string) => answerTo({ type: 'url' }, text);
    expect(url('example.org/me')).to.equal('https://example.org/me');
    expect(url('http://example.org')).to.equal('http://example.org');
    expect(url('my work')).to.equal('my work');
    expect(url('javascript:alert(1)')).to.equal('javascript:alert(1)');
  });

  it('knows no answer where nothing was said', () => {
    for (const value of ['', '   ', [], null, undefined])
      expect(answerTo({ type: 'text' }, value)).to.equal(undefined);
    expect(answerTo({ type: 'consent' }, false)).to.equal(undefined);
  });
});

describe('askedFields', () => {
  const fields = withQuestions(
    { id: 'visit', type: 'boolean', label: 'Can you visit?' },
    { id: 'when', type: 'text', label: 'When?', showIf: { question: 'visit', equals: true } },
    {
      id: 'how',
      type: 'text',
      label: 'How?',
      showIf: { question: 'when', in: ['Monday', 'Friday'] },
    },
    { id: 'a', type: 'text', label: 'A', showIf: { question: 'b', equals: 'x' } },
    { id: 'b', type: 'text', label: 'B', showIf: { question: 'a', equals: 'x' } },
    { id: 'lost', type: 'text', label: 'Lost', showIf: { question: 'name', equals: 'Amara' } },
  );
  const asked = (values: Record<string, unknown>) =>
    askedFields(fields, values)
      .filter(({ label }) => label)
      .map(({ id }) => id);

  it('asks what depends on an answer only after that answer', () => {
    expect(asked({})).to.deep.equal(['visit']);
    expect(asked({ '/answers/visit': 'true' })).to.deep.equal(['visit', 'when']);
    expect(asked({ '/answers/visit': 'true', '/answers/when': 'Friday' })).to.deep.equal([
      'visit',
      'when',
      'how',
    ]);
  });

  it('does not ask what depends on a question that is not asked itself', () => {
    expect(asked({ '/answers/visit': 'false', '/answers/when': 'Friday' })).to.deep.equal([
      'visit',
    ]);
  });

  it('never asks questions that depend on each other, nor on a field that is no question', () => {
    expect(
      asked({ '/answers/a': 'x', '/answers/b': 'x', '/applicant/name': 'Amara' }),
    ).to.deep.equal(['visit']);
  });
});

describe('the fields that are asked', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as const;
  const question = (id: string): fc.Arbitrary<Question> =>
    fc.record(
      {
        id: fc.constant(id),
        type: fc.constantFrom('text', 'multiselect'),
        label: fc.constant(id),
        showIf: fc.record({
          question: fc.constantFrom(...ids, 'gone', 'name'),
          in: fc.subarray(['x', 'y', true, 7]),
        }),
      },
      { requiredKeys: ['id', 'type', 'label'] },
    );
  const questions = fc.tuple(...ids.map(question)).map((all): Question[] => all);
  const answer = fc.constantFrom('x', 'y', 'z', 'true', '7', '', ['x', 'z'], [], undefined);
  const values = fc
    .tuple(...ids.map(() => answer))
    .map((all): Record<string, unknown> =>
      Object.fromEntries(all.map((each, index) => [`/answers/${ids[index]!}`, each])),
    );

  it('are some of the fields, in their order, and always those without a condition', () => {
    fc.assert(
      fc.property(questions, values, (some, typed) => {
        const fields = withQuestions(...some);
        const asked = askedFields(fields, typed);
        const at = asked.map((each) => fields.indexOf(each));
        expect(at).to.deep.equal([...new Set(at)].sort((a, b) => a - b));
        expect(asked).to.include.members(fields.filter(({ showIf }) => !showIf));
      }),
    );
  });

  it('depend on questions that are asked, and answered as their condition says', () => {
    fc.assert(
      fc.property(questions, values, (some, typed) => {
        const asked = askedFields(withQuestions(...some), typed);
        for (const { showIf } of asked) {
          if (!showIf) continue;
          const other = asked.find(({ label, id }) => label && id === showIf.question);
          expect(other?.id).to.equal(showIf.question);
          const given = [typed[other!.pointer]].flat();
          expect(given.some((each) => showIf.in!.some((one) => String(one) === each))).to.equal(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on what was answered where nothing is asked', () => {
    fc.assert(
      fc.property(questions, values, (some, typed) => {
        const fields = withQuestions(...some);
        const asked = askedFields(fields, typed);
        const cleared = Object.fromEntries(
          Object.entries(typed).filter(([pointer]) =>
            asked.some((each) => each.pointer === pointer),
          ),
        );
        expect(askedFields(fields, cleared)).to.deep.equal(asked);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same wherever in the form their questions stand', () => {
    fc.assert(
      fc.property(questions, values, (some, typed) => {
        const there = askedFields(withQuestions(...some), typed).map(({ pointer }) => pointer);
        const back = askedFields(withQuestions(...[...some].reverse()), typed);
        expect(back.map(({ pointer }) => pointer)).to.have.members(there);
      }),
    );
  });
});

describe('applicationOf', () => {
  const fields = withQuestions(
    { id: 'hours', type: 'number', label: 'Hours' },
    {
      id: 'days',
      type: 'multiselect',
      label: 'Days',
      options: [{ value: 'mon', label: 'Monday' }],
    },
    { id: 'visit', type: 'boolean', label: 'Visit?' },
    { id: 'when', type: 'text', label: 'When?', showIf: { question: 'visit', equals: true } },
    { id: 'work', type: 'file', label: 'Work' },
    { id: 'about', type: 'info', label: 'About' },
    { id: 'extra', type: 'consent', label: 'I agree to more' },
  );

  it('sends what was answered, and nothing that is not asked any more', () => {
    const values = {
      [NAME]: ' Amara Osei ',
      [EMAIL]: 'amara@example.org',
      [PROPOSAL]: 'I would begin with …',
      '/answers/hours': '12',
      '/answers/days': ['mon'],
      '/answers/visit': 'false',
      '/answers/when': 'Friday',
      '/answers/extra': false,
    };
    expect(applicationOf(fields, values, consent, 'en')).to.deep.equal({
      applicant: { name: 'Amara Osei', email: 'amara@example.org' },
      proposal: 'I would begin with …',
      answers: { hours: 12, days: ['mon'], visit: false },
      consent,
      locale: 'en',
    });
  });

  it('leaves out a proposal that is empty', () => {
    expect(applicationOf(fields, {}, consent, 'en')).not.to.have.property('proposal');
  });

  it('is undone by valuesOf', () => {
    const text = fc.string({ minLength: 1 }).filter((each) => each.trim() === each && each !== '');
    fc.assert(
      fc.property(
        fc.record({
          [NAME]: text,
          [EMAIL]: text,
          [PROPOSAL]: text,
          '/answers/hours': fc.double({ noNaN: true, noDefaultInfinity: true }),
          '/answers/days': fc.constantFrom(['mon'], undefined),
          '/answers/visit': fc.constant(true),
          '/answers/when': fc.option(text, { nil: undefined }),
        }),
        (values) => {
          const application = applicationOf(fields, values, consent, 'en');
          const back = valuesOf(fields, application);
          expect(applicationOf(fields, back, consent, 'en')).to.deep.equal(application);
          expect(back[CONSENT]).to.equal(true);
          expect(back[NAME]).to.equal(values[NAME]);
          expect(back['/answers/hours']).to.equal(values['/answers/hours']);
        },
      ),
    );
  });

  it('reads values out of anything', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(valuesOf(fields, anything)).to.have.keys(fields.map(({ pointer }) => pointer));
      }),
    );
  });
});
