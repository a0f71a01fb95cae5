/** What an API without a preset asks, mapped as the guide shows, and answered to the end. */
import { expect } from 'chai';
import { formDefinition } from '../../src/domain/form-definition.ts';
import { validate } from '../../src/domain/validation.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { jsonIn } from './support/documented.ts';
import { openOn } from './support/open-on.ts';

const { api: documented } = jsonIn('docs/guides/connect.md', '"application.questions"') as {
  readonly api: SourceDefinition;
};

const base = { id: '7', title: 'Count bicycles', employer: { name: 'Lakeside' } };

/** The project that comes of a record; the rest of it says what a project needs. */
async function projectOf(record: object, questions?: SourceDefinition['fields']) {
  const fields = { '*': '$', ...(questions ?? documented.fields) };
  const apply = { mode: 'post' } as const;
  const opened = openOn({ ...documented, fields, apply }, () => [{ ...base, ...record }]);
  const project = (await opened.all()).get('7')!;
  expect(opened.warnings).to.deep.equal([]);
  return project;
}

describe('Questions that a config maps', () => {
  it('come from several places, one under the answer to another', async () => {
    const { application } = await projectOf({
      questions: [{ key: 'worked', kind: 'boolean', text: 'Did you count before?', needed: 'yes' }],
      details: [{ key: 'worked', text: 'What?', answer: true }],
      terms: [{ key: 'rules', text: 'I agree to the rules.' }],
    });
    expect(application?.questions).to.deep.equal([
      { id: 'worked', type: 'boolean', label: 'Did you count before?', required: true },
      {
        id: 'worked_more',
        type: 'textarea',
        label: 'What?',
        showIf: { question: 'worked', equals: true },
      },
      { id: 'rules', type: 'consent', label: 'I agree to the rules.', required: true },
    ]);
  });

  it('have limits, several files, and a text in place of a file', async () => {
    const questions = [
      {
        id: 'work',
        type: 'attachment',
        label: 'Your work',
        required: 1,
        several: 'yes',
        most: '3',
      },
      { id: 'work_text', type: 'longtext', label: 'Or say it', max: '500', instead: 'work' },
      { id: 'hours', type: 'number', label: 'Hours', low: 5, high: 20, group: 'When' },
    ];
    const project = await projectOf(
      { asks: questions },
      {
        'application.questions': {
          each: '$.asks',
          fields: {
            id: '$.id',
            type: '$.type',
            label: '$.label',
            required: '$.required',
            multiple: '$.several',
            maxItems: '$.most',
            maxLength: '$.max',
            alternativeTo: '$.instead',
            min: '$.low',
            max: '$.high',
            section: '$.group',
          },
        },
      },
    );
    expect(project.application?.questions).to.deep.equal([
      { id: 'work', type: 'file', label: 'Your work', required: true, multiple: true, maxItems: 3 },
      {
        id: 'work_text',
        type: 'textarea',
        label: 'Or say it',
        maxLength: 500,
        alternativeTo: 'work',
      },
      { id: 'hours', type: 'number', label: 'Hours', min: 5, max: 20, section: 'When' },
    ]);
    const form = formDefinition(project);
    const answered = {
      '/applicant/name': 'Ana',
      '/applicant/email': 'ana@student.example',
      '/proposal': 'I would count.',
      '/consent': true,
      '/answers/hours': '10',
    };
    const flaws = (values: object, ...sizes: number[]) =>
      validate(
        form,
        { ...answered, ...values },
        { '/files/work': sizes.map((size) => ({ name: 'a.txt', size, head: Uint8Array.of(65) })) },
      ).map(({ field, code }) => `${field} ${code}`);
    expect(flaws({})).to.deep.equal(['/files/work alternative']);
    expect(flaws({ '/answers/work_text': 'Words.' })).to.deep.equal([]);
    expect(flaws({}, 1, 2, 3)).to.deep.equal([]);
    expect(flaws({}, 1, 2, 3, 4)).to.deep.equal(['/files/work tooMany']);
  });

  it('make a link of an application that requires what cannot be asked', async () => {
    const url = 'https://lakeside.example/apply';
    const asks = (needed: boolean) => ({
      url,
      questions: [{ key: 'film', kind: 'video', text: 'Show yourself', needed }],
    });
    expect((await projectOf(asks(true))).application).to.include({ mode: 'redirect', url });
    expect((await projectOf(asks(false))).application).to.equal(undefined);
  });
});
