import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { availabilityOf } from '../../src/domain/project-rules.ts';
import { generateProjects } from '../../demo/server/seed/generate.ts';
import {
  application,
  apply,
  ASKING,
  formOf,
  goodAnswers,
  resume,
  someEmail,
} from './support/forms.ts';
import { NOW, onEachDatabase } from './support/servers.ts';

const projects = generateProjects(NOW);

const person = (changes: object) => ({
  applicant: { name: 'Ada', email: someEmail(), ...changes },
});
const answers = (changes: object) => ({ answers: { ...goodAnswers, ...changes } });
const words = (count: number) => 'word '.repeat(count);
const consent = (changes: object) => ({
  consent: { accepted: true, text: 'I agree', version: '1', ...changes },
});

/** What is wrong, and where the server has to point. */
const wrong: readonly (readonly [
  what: string,
  changes: Record<string, unknown>,
  pointer: string,
])[] = [
  ['no name', person({ name: ' ' }), '/applicant/name'],
  ['a name of 201 characters', person({ name: 'x'.repeat(201) }), '/applicant/name'],
  ['a name on two lines', person({ name: 'a\r\nBcc: b' }), '/applicant/name'],
  ['a name that is a list', person({ name: ['Ada'] }), '/applicant/name'],
  ['no email', person({ email: '' }), '/applicant/email'],
  ['an email without a domain', person({ email: 'ada@' }), '/applicant/email'],
  [
    'an email with a line end',
    person({ email: 'a@example.org\nBcc: b@example.org' }),
    '/applicant/email',
  ],
  ['two emails', person({ email: 'a@example.org,b@example.org' }), '/applicant/email'],
  ['no applicant', { applicant: null }, '/applicant/name'],
  ['no proposal', { proposal: undefined }, '/proposal'],
  ['29 words of 30', { proposal: words(29) }, '/proposal'],
  ['301 words of 300', { proposal: words(301) }, '/proposal'],
  ['a proposal that is a number', { proposal: 7 }, '/proposal'],
  ['no consent', { consent: undefined }, '/consent'],
  ['consent refused', consent({ accepted: false }), '/consent'],
  ['consent as a word', consent({ accepted: 'true' }), '/consent'],
  ['consent to nothing', consent({ text: '' }), '/consent'],
  ['consent at no moment', consent({ at: 'yesterday' }), '/consent'],
  ['neither of two alternatives', answers({ portfolio: undefined }), '/answers/portfolio'],
  ['not a web address', answers({ portfolio: 'javascript:alert(1)' }), '/answers/portfolio'],
  ['a short text', answers({ approach: 'Somehow.' }), '/answers/approach'],
  ['a long text', answers({ approach: 'x'.repeat(1501) }), '/answers/approach'],
  ['blanks', answers({ approach: '   ' }), '/answers/approach'],
  ['a number as text', answers({ weekly_hours: '6' }), '/answers/weekly_hours'],
  ['a number below', answers({ weekly_hours: 1 }), '/answers/weekly_hours'],
  ['a number above', answers({ weekly_hours: 21 }), '/answers/weekly_hours'],
  ['an impossible date', answers({ earliest_start: '2026-02-30' }), '/answers/earliest_start'],
  ['no option', answers({ experience: 'lots' }), '/answers/experience'],
  ['no list', answers({ languages: 'en' }), '/answers/languages'],
  ['no choices', answers({ languages: [] }), '/answers/languages'],
  ['a choice twice', answers({ languages: ['en', 'en'] }), '/answers/languages'],
  ['four of three', answers({ languages: ['en', 'es', 'ar', 'vi'] }), '/answers/languages'],
  ['another choice', answers({ languages: ['xx'] }), '/answers/languages'],
  ['no email as answer', answers({ second_email: 'nobody' }), '/answers/second_email'],
  ['no phone number', answers({ phone: 'call me' }), '/answers/phone'],
  ['no boolean', answers({ own_computer: 'yes' }), '/answers/own_computer'],
  ['a consent not given', answers({ recording: false }), '/answers/recording'],
  ['a consent not answered', answers({ recording: undefined }), '/answers/recording'],
  [
    'a question that is asked after all',
    answers({ experience: 'work' }),
    '/answers/experience_details',
  ],
  ['an answer to nothing', answers({ 'a/b~c': 1 }), '/answers/a~1b~0c'],
  ['an answer to an info', answers({ about_files: 'read' }), '/answers/about_files'],
  ['a file as answer', answers({ work_sample: 'file' }), '/answers/work_sample'],
];

onEachDatabase('an application', (subject) => {
  it('is received, stored, and confirmed with a receipt', async () => {
    const { api, database } = subject();
    const email = someEmail();
    const { status, body, headers } = await apply(api, application(person({ email })));
    expect(status).to.equal(201);
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(body).to.include({ submittedAt: new Date(NOW).toISOString(), status: 'received' });
    expect(body.reference).to.match(/^FH-[2-9B-Z]{4}-[2-9B-Z]{3}$/);
    expect(body.nextSteps[0]).to.include('Verdant Spoon');
    const [row] = await database.query(
      `select applicant_email as email, application ->> 'locale' as locale,
         (select count(*)::int from attachments where application_id = a.id) as files,
         (select recipient from outbox where application_id = a.id) as recipient
       from applications a where id::text = $1`,
      [body.id],
    );
    expect(row).to.deep.equal({ email, locale: 'en-US', files: 1, recipient: email });
  });

  it('may send its JSON with a file name', async () => {
    expect((await apply(subject().api, application(), { asFile: true })).status).to.equal(201);
  });

  it('may say in detail what it was asked for', async () => {
    const json = application(
      answers({
        experience: 'work',
        experience_details: 'I held forty interviews.',
        second_email: 'ada@example.org',
        phone: '+1 (312) 555-0100 ext. 7',
        earliest_start: '2026-04-01',
        own_computer: false,
        pronunciation: 'AY-da',
      }),
    );
    expect((await apply(subject().api, json)).status).to.equal(201);
  });

  it('may answer an alternative with a file', async () => {
    const sample = { part: 'work_sample', name: 'sample.txt', bytes: 'What I made.' };
    const files = [resume, sample, { ...sample, name: 'second.txt' }];
    const json = application(answers({ portfolio: undefined }));
    expect((await apply(subject().api, json, { files })).status).to.equal(201);
  });

  it('counts the words of its language', async () => {
    const json = application({
      proposal: '我想参加这个项目因为我学过市场研究。'.repeat(5),
      locale: 'zh',
    });
    expect((await apply(subject().api, json)).status).to.equal(201);
  });

  for (const [what, changes, pointer] of wrong)
    it(`is refused with ${what}`, async () => {
      const { status, body } = await apply(subject().api, application(changes));
      expect(status).to.equal(422);
      expect(body.errors?.map((error) => error.pointer)).to.include(pointer);
      expect(body.errors).to.have.length.at.most(2);
    });

  it('is told everything that is wrong at once', async () => {
    const { body } = await apply(subject().api, {}, { files: [] });
    expect(body.errors?.map((error) => error.pointer)).to.deep.equal([
      '/applicant/name',
      '/applicant/email',
      '/proposal',
      '/files/resume',
      '/answers/portfolio',
      '/answers/approach',
      '/answers/weekly_hours',
      '/answers/experience',
      '/answers/languages',
      '/answers/recording',
      '/consent',
    ]);
  });

  it('loses NUL characters, which no database text can hold and nobody types', async () => {
    const { api, database } = subject();
    const json = application({
      applicant: { name: 'A\0da', email: someEmail() },
      ...answers({ pronunciation: 'a\0b' }),
    });
    const { status, body } = await apply(api, json);
    expect(status).to.equal(201);
    const [row] = await database.query(
      `select applicant_name as name, application -> 'answers' ->> 'pronunciation' as answer
       from applications where id::text = $1`,
      [body.id],
    );
    expect(row).to.deep.equal({ name: 'Ada', answer: 'ab' });
  });

  it('is refused without a key, or with one that is no UUID', async () => {
    for (const key of [undefined, '', '7', 'x'.repeat(300)]) {
      const { status, body } = await subject().api.send<{ parameter: string }>(
        `/projects/${ASKING}/applications`,
        {
          method: 'POST',
          body: formOf(application(), [resume]),
          ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
        },
      );
      expect(status).to.equal(400);
      expect(body.parameter).to.equal('Idempotency-Key');
    }
  });

  it('is refused in another shape', async () => {
    const { api } = subject();
    const post = async (body: BodyInit, type?: string) => {
      const { status } = await api.send(`/projects/${ASKING}/applications`, {
        method: 'POST',
        headers: { 'Idempotency-Key': randomUUID(), ...(type && { 'Content-Type': type }) },
        body,
      });
      return status;
    };
    const form = (...fields: [string, string][]) => {
      const data = new FormData();
      for (const [name, value] of fields) data.append(name, value);
      return data;
    };
    expect(await post('{}', 'application/json')).to.equal(415);
    expect(await post('a=b', 'application/x-www-form-urlencoded')).to.equal(415);
    expect(await post('--x--', 'multipart/form-data')).to.equal(400);
    expect(await post('nonsense', 'multipart/form-data; boundary=x')).to.equal(400);
    expect(await post(form())).to.equal(400);
    expect(await post(form(['application', '{"a":']))).to.equal(400);
    expect(await post(form(['application', '{}'], ['application', '{}']))).to.equal(400);
    expect(await post(form(['application', '{}'], ['proposal', 'x']))).to.equal(400);
    expect(await post(form(['__proto__', '{}']))).to.equal(400);
    expect(await post(form(['application', `"${'x'.repeat(1_100_000)}"`]))).to.equal(413);
    for (const json of ['null', '7', '[]', '"x"', '{"__proto__":{"polluted":true}}'])
      expect(await post(form(['application', json])), json).to.equal(422);
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });

  it('is refused where there is no such project', async () => {
    const { status } = await apply(subject().api, application(), { project: 'nope' });
    expect(status).to.equal(404);
  });

  it('is refused as closed where the project takes none', async () => {
    const past = projects.find(
      (each) => each.status === 'open' && availabilityOf(each, NOW) === 'closed',
    );
    const of = (test: (project: (typeof projects)[number]) => boolean) => projects.find(test)?.id;
    for (const project of [
      past?.id,
      of(({ status }) => status === 'closed'),
      of(({ status }) => status === 'filled'),
      of(({ status }) => status === 'paused'),
      of((each) => each.application?.mode === 'redirect' && each.status === 'open'),
    ]) {
      const { status, body } = await apply(subject().api, application(), {
        project: project ?? '',
      });
      expect(status, project).to.equal(409);
      expect(body).to.include({ code: 'closed' });
      expect(body).not.to.have.property('receipt');
    }
  });
});
