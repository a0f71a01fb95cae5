import { expect } from 'chai';
import fc from 'fast-check';
import {
  CONSENT,
  EMAIL,
  formDefinition,
  NAME,
  PROPOSAL,
  RESUME,
} from '../../src/domain/form-definition.ts';
import type { Question } from '../../src/domain/questions.ts';
import type { ApplicationTerms } from '../../src/domain/project.ts';
import { validate, type FilesByField } from '../../src/domain/validation.ts';

const good = {
  [NAME]: 'Amara Osei',
  [EMAIL]: 'amara@example.org',
  [PROPOSAL]: 'I would begin with the receipts.',
  [CONSENT]: true,
};

const pdf = {
  name: 'cv.pdf',
  size: 9,
  head: Uint8Array.from('%PDF-1.7\n', (c) => c.charCodeAt(0)),
};

/** Codes by pointer. */
function check(
  application: ApplicationTerms,
  values: Record<string, unknown> = {},
  files: FilesByField = {},
): Record<string, string> {
  const fields = formDefinition({ application });
  return Object.fromEntries(
    validate(fields, { ...good, ...values }, files, 'en').map(({ field, code }) => [field, code]),
  );
}

/** The code for one answer to one question. */
const answering = (question: Omit<Question, 'id' | 'label'>, value: unknown): string | undefined =>
  check({ questions: [{ id: 'x', label: 'X', ...question }] }, { '/answers/x': value })[
    '/answers/x'
  ];

describe('validate', () => {
  it('finds nothing wrong with a complete application', () => {
    expect(check({})).to.deep.equal({});
  });

  it('asks for everything that is missing, in the order of the form', () => {
    const fields = formDefinition({ application: { requires: { resume: 'required' } } });
    expect(validate(fields, {})).to.deep.equal(
      [NAME, EMAIL, PROPOSAL, RESUME, CONSENT].map((field) => ({
        field,
        code: 'required',
        params: {},
      })),
    );
  });

  it('takes spaces for nothing', () => {
    expect(check({}, { [NAME]: '  ', [PROPOSAL]: '\n' })).to.deep.equal({
      [NAME]: 'required',
      [PROPOSAL]: 'required',
    });
  });

  it('does not take a consent that is not given', () => {
    for (const value of [false, undefined, '']) {
      expect(check({}, { [CONSENT]: value })).to.deep.equal({ [CONSENT]: 'required' });
    }
    expect(check({}, { [CONSENT]: 'yes' })).to.deep.equal({ [CONSENT]: 'invalid' });
  });

  describe('email', () => {
    for (const email of [
      'amara@example.org',
      "o'neill+x@sub.example.co.uk",
      'UPPER@EXAMPLE.ORG',
      'a@xn--bcher-kva.example',
    ])
      it(`takes ${email}`, () => {
        expect(check({}, { [EMAIL]: email })).to.deep.equal({});
      });

    for (const email of [
      'amara',
      'amara@',
      'amara@example',
      '@example.org',
      'a b@example.org',
      'amara@example..org',
      'amara@-example.org',
      'amara@example.org,b@example.org',
      'amara@exam_ple.org',
      `${'a'.repeat(65)}@example.org`,
    ])
      it(`refuses ${email}`, () => {
        expect(check({}, { [EMAIL]: email })).to.deep.equal({ [EMAIL]: 'invalid' });
      });

    it('refuses one that is longer than an address can be', () => {
      const email = `a@${'b.'.repeat(130)}org`;
      expect(check({}, { [EMAIL]: email })).to.deep.equal({ [EMAIL]: 'tooLong' });
    });
  });

  describe('proposal', () => {
    const proposal = { minWords: 5, maxWords: 8 };
    const errorFor = (words: number) =>
      validate(formDefinition({ application: { proposal } }), {
        ...good,
        [PROPOSAL]: Array.from({ length: words }, () => 'word').join(' '),
      });

    it('says how many words are missing, or too many', () => {
      expect(errorFor(3)).to.deep.equal([
        { field: PROPOSAL, code: 'tooFewWords', params: { limit: 5, n: 2 } },
      ]);
      expect(errorFor(5)).to.deep.equal([]);
      expect(errorFor(8)).to.deep.equal([]);
      expect(errorFor(10)).to.deep.equal([
        { field: PROPOSAL, code: 'tooManyWords', params: { limit: 8, n: 2 } },
      ]);
    });

    it('may be left empty where it is optional, but not half done', () => {
      const application = { requires: { proposal: 'optional' }, proposal } as const;
      expect(check(application, { [PROPOSAL]: '' })).to.deep.equal({});
      expect(check(application, { [PROPOSAL]: 'too short' })).to.deep.equal({
        [PROPOSAL]: 'tooFewWords',
      });
    });

    it('cannot be endless', () => {
      expect(check({}, { [PROPOSAL]: 'x'.repeat(50_001) })).to.deep.equal({
        [PROPOSAL]: 'tooLong',
      });
    });
  });

  describe('questions', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
      { value: 'c', label: 'C' },
    ];
    const rows: [Omit<Question, 'id' | 'label'>, unknown, string | undefined][] = [
      [{ type: 'text' }, '', undefined],
      [{ type: 'text', required: true }, '', 'required'],
      [{ type: 'text', minLength: 3 }, 'ab', 'tooShort'],
      [{ type: 'text', minLength: 3 }, 'abc', undefined],
      [{ type: 'text', maxLength: 3 }, 'abcd', 'tooLong'],
      [{ type: 'textarea' }, 'x'.repeat(10_001), 'tooLong'],
      [{ type: 'textarea', maxLength: 20_000 }, 'x'.repeat(10_001), undefined],
      [{ type: 'text' }, 5, 'invalid'],
      [{ type: 'text' }, ['a'], 'invalid'],
      [{ type: 'email' }, 'a@b', 'invalid'],
      [{ type: 'email' }, 'a@b.org', undefined],
      [{ type: 'tel' }, '(312) 555-0100 ext. 7', undefined],
      [{ type: 'tel' }, '+44 20 7946 0000', undefined],
      [{ type: 'tel' }, '٠١٢٣٤٥٦', undefined],
      [{ type: 'tel' }, 'call me', 'invalid'],
      [{ type: 'tel' }, '12', 'invalid'],
      [{ type: 'url' }, 'https://example.org/a', undefined],
      [{ type: 'url' }, 'example.org', undefined],
      [{ type: 'url' }, 'example', 'invalid'],
      [{ type: 'url' }, 'javascript:alert(1)', 'invalid'],
      [{ type: 'url' }, 'ftp://example.org', 'invalid'],
      [{ type: 'number' }, '12', undefined],
      [{ type: 'number' }, 12, undefined],
      [{ type: 'number' }, 'twelve', 'invalid'],
      [{ type: 'number' }, Infinity, 'invalid'],
      [{ type: 'number' }, true, 'invalid'],
      [{ type: 'number', min: 2, max: 20 }, '1.9', 'tooLow'],
      [{ type: 'number', min: 2, max: 20 }, '9', undefined],
      [{ type: 'number', min: 2, max: 20 }, '21', 'tooHigh'],
      [{ type: 'number', required: true, min: 0 }, 0, undefined],
      [{ type: 'date' }, '2026-12-05', undefined],
      [{ type: 'date' }, '2026-02-30', 'invalid'],
      [{ type: 'date' }, '12/05/2026', 'invalid'],
      [{ type: 'date', min: '2026-12-01' }, '2026-11-30', 'tooLow'],
      [{ type: 'date', max: '2026-12-01' }, '2026-12-02', 'tooHigh'],
      [{ type: 'select', options }, 'a', undefined],
      [{ type: 'select', options }, 'z', 'invalid'],
      [{ type: 'select', options, required: true }, '', 'required'],
      [{ type: 'multiselect', options }, ['a', 'b'], undefined],
      [{ type: 'multiselect', options }, 'a', 'invalid'],
      [{ type: 'multiselect', options }, ['a', 'a'], 'invalid'],
      [{ type: 'multiselect', options }, ['a', 'z'], 'invalid'],
      [{ type: 'multiselect', options, required: true }, [], 'required'],
      [{ type: 'multiselect', options, minItems: 2 }, ['a'], 'tooFew'],
      [{ type: 'multiselect', options, minItems: 2 }, [], undefined],
      [{ type: 'multiselect', options, maxItems: 1 }, ['a', 'b'], 'tooMany'],
      [{ type: 'boolean' }, 'true', undefined],
      [{ type: 'boolean', required: true }, false, undefined],
      [{ type: 'boolean', required: true }, undefined, 'required'],
      [{ type: 'boolean' }, 'perhaps', 'invalid'],
      [{ type: 'consent', required: true }, false, 'required'],
      [{ type: 'consent', required: true }, true, undefined],
      [{ type: 'consent' }, false, undefined],
      [{ type: 'info', required: true }, undefined, undefined],
    ];
    for (const [question, value, code] of rows) {
      const { type, ...limits } = question;
      const shown = JSON.stringify(value)?.slice(0, 30) ?? 'nothing';
      const of = JSON.stringify({ ...limits, options: undefined });
      it(`${type} ${of}: ${shown} is ${code ?? 'right'}`, () => {
        expect(answering(question, value)).to.equal(code);
      });
    }

    it('gives figures with what is too low or too high', () => {
      const questions: Question[] = [{ id: 'x', type: 'number', label: 'X', min: 2 }];
      const fields = formDefinition({ application: { questions } });
      expect(validate(fields, { ...good, '/answers/x': '1' })).to.deep.equal([
        { field: '/answers/x', code: 'tooLow', params: { limit: 2 } },
      ]);
    });

    it('asks no answer to a question that is not asked', () => {
      const questions: Question[] = [
        { id: 'visit', type: 'boolean', label: 'Visit?' },
        {
          id: 'when',
          type: 'text',
          label: 'When?',
          required: true,
          showIf: { question: 'visit', equals: true },
        },
      ];
      expect(check({ questions }, { '/answers/visit': 'false' })).to.deep.equal({});
      expect(check({ questions }, { '/answers/visit': 'true' })).to.deep.equal({
        '/answers/when': 'required',
      });
    });
  });

  describe('alternatives', () => {
    const questions: Question[] = [
      { id: 'portfolio', type: 'url', label: 'Portfolio', required: true, alternativeTo: 'work' },
      { id: 'work', type: 'file', label: 'Work' },
    ];

    it('asks for one of both, once, at the first', () => {
      expect(check({ questions })).to.deep.equal({ '/answers/portfolio': 'alternative' });
      const reversed = [...questions].reverse();
      expect(check({ questions: reversed })).to.deep.equal({ '/files/work': 'alternative' });
    });

    it('is content with either', () => {
      expect(check({ questions }, { '/answers/portfolio': 'example.org' })).to.deep.equal({});
      expect(check({ questions }, {}, { '/files/work': [pdf] })).to.deep.equal({});
    });

    it('can be the resume', () => {
      const link: Question = { id: 'cv', type: 'url', label: 'CV', alternativeTo: 'resume' };
      const application = { requires: { resume: 'required' }, questions: [link] } as const;
      expect(check(application)).to.deep.equal({ [RESUME]: 'alternative' });
      expect(check(application, { '/answers/cv': 'example.org' })).to.deep.equal({});
    });

    it('does not count an alternative that is not asked', () => {
      const hidden: Question[] = [
        questions[0]!,
        { ...questions[1]!, showIf: { question: 'portfolio', equals: 'x' } },
      ];
      expect(check({ questions: hidden })).to.deep.equal({ '/answers/portfolio': 'required' });
    });
  });

  describe('files', () => {
    it('checks each of them', () => {
      expect(check({}, {}, { [RESUME]: [pdf] })).to.deep.equal({});
      expect(check({}, {}, { [RESUME]: [{ ...pdf, name: 'cv.exe' }] })).to.deep.equal({
        [RESUME]: 'fileType',
      });
    });

    it('gives name, size and limit', () => {
      const [error] = validate(formDefinition({}), good, { [RESUME]: [{ ...pdf, size: 6e6 }] });
      expect(error?.params).to.deep.equal({ name: 'cv.pdf', size: 6e6, limit: 5_242_880 });
    });

    it('takes one where several are not asked for, and as many as are', () => {
      expect(check({}, {}, { [RESUME]: [pdf, pdf] })).to.deep.equal({ [RESUME]: 'tooMany' });
      const questions: Question[] = [
        { id: 'w', type: 'file', label: 'W', multiple: true, maxItems: 2 },
      ];
      expect(check({ questions }, {}, { '/files/w': [pdf, pdf] })).to.deep.equal({});
      expect(check({ questions }, {}, { '/files/w': [pdf, pdf, pdf] })).to.deep.equal({
        '/files/w': 'tooMany',
      });
    });
  });

  it('judges anything that a request can hold', () => {
    const fields = formDefinition({
      application: {
        proposal: { minWords: 2 },
        questions: (
          [
            'text',
            'email',
            'tel',
            'url',
            'number',
            'date',
            'boolean',
            'consent',
            'select',
            'multiselect',
          ] as const
        ).map((type) => ({
          id: type,
          type,
          label: type,
          min: 1,
          options: [{ value: 'a', label: 'A' }],
        })),
      },
    });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...fields.map(({ pointer }) => pointer)), fc.anything()),
        (values) => {
          const errors = validate(fields, values);
          expect(new Set(errors.map(({ field }) => field)).size).to.equal(errors.length);
        },
      ),
    );
  });
});
