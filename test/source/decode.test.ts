import { expect } from 'chai';
import fc from 'fast-check';
import type { Project } from '../../src/domain/project.ts';
import {
  decodePage,
  decodeProblem,
  decodeProject,
  decodeReceipt,
  isSkipped,
} from '../../src/source/decode.ts';
import { SourceError } from '../../src/source/source-error.ts';
import { wholeProject } from './whole-project.ts';

const base = 'https://api.example.edu/v1/';
const least = { id: '1', title: 'Study', employer: { name: 'Lakeside' } };

/** Decodes a project that is expected to be usable. */
function decode(more: object): Project {
  const project = decodeProject({ ...least, ...more }, base);
  if (isSkipped(project)) throw new Error(`skipped: ${project.reason}`);
  return project;
}
const reasonOf = (value: unknown) => {
  const decoded = decodeProject(value, base);
  return isSkipped(decoded) ? decoded.reason : 'none';
};

/** `value` with the property at `path` replaced. */
function replaced(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  by: unknown,
): unknown {
  if (key === undefined) return by;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** The paths of everything in a value. */
const pathsOf = (value: unknown): (string | number)[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [
        [key],
        ...pathsOf(member).map((path) => [key, ...path]),
      ])
    : [];

const wrongs: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  Infinity,
  '',
  ' ',
  '\0',
  'x',
  [],
  {},
  [null],
];

describe('decoding a project', () => {
  it('keeps everything that the contract names', () => {
    expect(decodeProject(wholeProject, base)).to.deep.equal(wholeProject);
    expect(decodeProject(JSON.parse(JSON.stringify(wholeProject)))).to.deep.equal(wholeProject);
  });

  it('needs nothing but id, title and employer.name', () => {
    expect(decode({})).to.deep.equal(least);
  });

  it('survives anything in place of any field, and loses no more than what holds it', () => {
    for (const path of pathsOf(wholeProject)) {
      for (const wrong of wrongs) {
        const decoded = decodeProject(replaced(wholeProject, path, wrong), base);
        const [field] = path;
        if (isSkipped(decoded)) expect(['id', 'title', 'employer']).to.include(field);
        else {
          const others = (project: object) =>
            Object.fromEntries(Object.entries(project).filter(([key]) => key !== field));
          expect(others(decoded), path.join('.')).to.deep.equal(others(wholeProject));
        }
      }
    }
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => {
        expect(() => decodeProject(value, base)).not.to.throw();
      }),
      { numRuns: 500 },
    );
  });

  it('gives what it reads the same way again', () => {
    const field = fc.constantFrom(...pathsOf(wholeProject));
    fc.assert(
      fc.property(field, fc.jsonValue(), (path, value) => {
        const once = decodeProject(replaced(wholeProject, path, value), base);
        if (!isSkipped(once)) expect(decodeProject(once, base)).to.deep.equal(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('skips what is no project, and says why', () => {
    expect(reasonOf(null)).to.equal('not an object');
    expect(reasonOf([])).to.equal('not an object');
    expect(reasonOf({ ...least, id: '' })).to.equal('no usable id');
    expect(reasonOf({ ...least, title: ' \n' })).to.equal('no usable title');
    expect(reasonOf({ ...least, employer: 'Lakeside' })).to.equal('no usable employer.name');
    expect(reasonOf({ ...least, employer: {} })).to.equal('no usable employer.name');
  });

  it('takes a number as an id, but nothing that cannot be asked for again', () => {
    expect(decode({ id: 42 }).id).to.equal('42');
    expect(decode({ id: ' a/b ' }).id).to.equal(' a/b ');
    const unusable = [2 ** 60, 1.5, true, '.', '..', 'a\0b', '\ud800', 'x'.repeat(201), '  '];
    for (const id of unusable) {
      expect(reasonOf({ ...least, id }), String(id)).to.equal('no usable id');
    }
  });

  it('tidies lines and keeps the lines of longer texts', () => {
    const project = decode({
      title: '  Pricing\n\tstudy\u0007 \u202Egpj ',
      summary: ' One.\r\nTwo.\u0000 ',
    });
    expect(project.title).to.equal('Pricing study gpj');
    expect(project.summary).to.equal('One.\nTwo.');
  });

  it('cuts what is too long, between characters', () => {
    const project = decode({
      title: `${'x'.repeat(499)}😀`,
      descriptionHtml: 'y'.repeat(60_000),
      skills: Array.from({ length: 600 }, (_, index) => `skill ${index}`),
    });
    expect(project.title).to.equal('x'.repeat(499));
    expect(project.descriptionHtml).to.have.length(50_000);
    expect(project.skills).to.have.length(500);
  });

  it('keeps the good entries of a list, each text once', () => {
    expect(decode({ skills: ['a', 5, null, 'b', ' a '] }).skills).to.deep.equal(['a', 'b']);
    expect(decode({ skills: [5] })).not.to.have.property('skills');
    const tools = [{ name: 'R' }, { providedBy: 'student' }, 'Excel'];
    expect(decode({ tools }).tools).to.deep.equal([{ name: 'R' }]);
  });

  it('takes only http(s) addresses, relative ones from the API', () => {
    const urlOf = (url: unknown) => decode({ url }).url;
    expect(urlOf('https://a.example/x y')).to.equal('https://a.example/x%20y');
    expect(urlOf('logos/1.png')).to.equal('https://api.example.edu/v1/logos/1.png');
    expect(urlOf('//b.example/x')).to.equal('https://b.example/x');
    const refused = [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'https://user:secret@a.example/',
      'https://',
      `https://a.example/${'x'.repeat(2_000)}`,
      7,
    ];
    for (const url of refused) expect(urlOf(url), String(url)).to.equal(undefined);
    const alone = decodeProject({ ...least, url: '/projects/1' });
    expect(alone).not.to.have.property('url');
  });

  it('takes real days and unmistakable instants only', () => {
    const applyBy = (value: unknown) => decode({ applyBy: value }).applyBy;
    const good = ['2026-12-05', '2026-12-05T17:00Z', '2026-12-05T17:00:00.5+05:30'];
    for (const value of good) expect(applyBy(value)).to.equal(value);
    const bad = [
      '2026-02-30',
      '2026-02-30T10:00:00Z',
      '2026-12-05T25:00:00Z',
      '2026-12-05T17:00:00',
      '2026-12-05T17:00:00 GMT',
      'December 5, 2026',
      1_796_428_800,
    ];
    for (const value of bad) expect(applyBy(value), String(value)).to.equal(undefined);
    expect(decode({ startsOn: '2026-12-05T00:00:00Z' })).not.to.have.property('startsOn');
  });

  it('takes a range that is upside down for unknown', () => {
    expect(decode({ hours: { min: 30, max: 20 } })).not.to.have.property('hours');
    expect(decode({ hours: { max: 20 } }).hours).to.deep.equal({ max: 20 });
    expect(decode({ pay: { kind: 'fixed', min: 9, max: 5, currency: 'USD' } }).pay).to.deep.equal({
      kind: 'fixed',
      currency: 'USD',
    });
  });

  it('does not guess the kind of pay', () => {
    expect(decode({ pay: { kind: 'salary', display: '$450' } }).pay).to.deep.equal({
      kind: 'unknown',
      display: '$450',
    });
    expect(decode({ pay: 450 })).not.to.have.property('pay');
  });

  it('keeps a status of the API’s own, but no other unknown word', () => {
    const project = decode({ status: 'under review', workMode: 'moon', classification: 'guest' });
    expect(project.status).to.equal('under review');
    expect(project).not.to.have.any.keys('workMode', 'classification');
  });

  it('reads neither inherited properties nor writes to prototypes', () => {
    const hostile: unknown = JSON.parse(
      '{"id":"1","title":"T","employer":{"name":"E"},"__proto__":{"featured":true},' +
        '"constructor":{"prototype":{"polluted":true}},"hours":{"__proto__":{"min":3}}}',
    );
    const project = decodeProject(hostile);
    expect(project).to.deep.equal({ id: '1', title: 'T', employer: { name: 'E' } });
    expect(Object.getPrototypeOf(project)).to.equal(Object.prototype);
    expect({}).not.to.have.property('polluted');
    try {
      Object.assign(Object.prototype, { featured: true, title: 'Inherited' });
      expect(Object.keys(decode({}))).to.deep.equal(['id', 'title', 'employer']);
      expect(reasonOf({ id: '1', employer: { name: 'E' } })).to.equal('no usable title');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'featured');
      Reflect.deleteProperty(Object.prototype, 'title');
    }
  });
});

describe('decoding the terms of an application', () => {
  const text = { id: 'a', type: 'text', label: 'A' };
  const terms = (application: object, more: object = {}) =>
    decode({ application, ...more }).application;
  const idsOf = (questions: readonly unknown[]) =>
    terms({ questions })?.questions?.map(({ id }) => id) ?? [];

  it('drops questions that cannot be asked', () => {
    expect(
      idsOf([
        text,
        { ...text, id: 'b', type: 'signature' },
        { ...text, id: 'c', label: '' },
        { ...text, id: 'not an id' },
        { ...text, id: 'resume' },
        { ...text, id: 'application' },
        { ...text, id: '__proto__' },
        { ...text, id: 'd', type: 'select' },
        { ...text, id: 'e', showIf: 'always' },
        { ...text, id: 'f', showIf: { question: 'a' } },
        { ...text, label: 'A again' },
        null,
      ]),
    ).to.deep.equal(['a']);
  });

  it('drops a question that waits for one that is not asked, and whatever waits for it', () => {
    const chain = [
      { ...text, id: 'c', showIf: { question: 'b', equals: 1 } },
      text,
      { ...text, id: 'b', showIf: { question: 'gone', equals: 'x' } },
      { ...text, id: 'd', showIf: { question: 'a', equals: false } },
    ];
    expect(idsOf(chain)).to.deep.equal(['a', 'd']);
  });

  it('sends the student elsewhere when a required question cannot be asked', () => {
    const lost = { ...text, type: 'signature', required: true };
    const url = 'https://lakeside.example/apply';
    const own = 'https://lakeside.example/1';
    expect(terms({ mode: 'post', url, questions: [lost] })).to.deep.equal({
      mode: 'redirect',
      url,
    });
    expect(terms({ questions: [text, lost] }, { url: own })).to.deep.equal({
      mode: 'redirect',
      url: own,
    });
    const waiting = { ...text, id: 'b', required: true, showIf: { question: 'c', equals: 1 } };
    expect(terms({ questions: [waiting] }, { url: own })?.mode).to.equal('redirect');
    expect(terms({ questions: 'see website' }, { url: own })?.mode).to.equal('redirect');
    const many = Array.from({ length: 501 }, (_, index) => ({ ...text, id: `q${index}` }));
    expect(terms({ questions: many }, { url: own })?.mode).to.equal('redirect');
  });

  it('asks what it can where there is nowhere else to go', () => {
    const lost = { ...text, id: 'b', type: 'signature', required: true };
    expect(terms({ questions: [text, lost] })).to.deep.equal({ questions: [text] });
  });

  it('sends the student elsewhere when the way to apply is not known, or lacks its address', () => {
    const url = 'https://lakeside.example/1';
    expect(terms({ mode: 'fax' }, { url })).to.deep.equal({ mode: 'redirect', url });
    expect(terms({ mode: 'email', email: 'no address' }, { url })?.mode).to.equal('redirect');
    expect(terms({ mode: 'redirect' }, { url })).to.deep.equal({ mode: 'redirect', url });
    expect(terms({ mode: 'redirect' })).to.deep.equal({ mode: 'redirect' });
    expect(terms({ mode: null }, { url })).to.equal(undefined);
  });

  it('takes no address with which a message could be made to say more', () => {
    const mail = (email: string) => terms({ mode: 'email', email })?.email;
    expect(mail('a.b+c@d.example')).to.equal('a.b+c@d.example');
    for (const email of ['a@b.example?bcc=x@y.example', 'a@b,c@d', 'a b@c', 'a@b&body=x', '@b']) {
      expect(mail(email), email).to.equal(undefined);
    }
  });

  it('keeps choices exactly, since they are sent back', () => {
    const options = [
      { value: ' a  b ', label: ' A  B ' },
      { value: 3, label: 'Three' },
      { value: '', label: 'None' },
      { value: 'x' },
    ];
    const question = terms({ questions: [{ ...text, type: 'select', options }] })?.questions?.[0];
    expect(question?.options).to.deep.equal([
      { value: ' a  b ', label: 'A B' },
      { value: '3', label: 'Three' },
    ]);
  });

  it('takes limits that are upside down, or let nothing through, for unknown', () => {
    const question = {
      ...text,
      minLength: 9,
      maxLength: 5,
      min: 9,
      max: 5,
      minItems: 2,
      maxItems: 1,
    };
    expect(terms({ questions: [question] })?.questions).to.deep.equal([text]);
    expect(terms({ proposal: { minWords: 300, maxWords: 50 } })).to.equal(undefined);
    expect(terms({ upload: { maxBytes: 0, accept: ['pdf', 'application/pdf'] } })).to.equal(
      undefined,
    );
  });
});

describe('decoding a list', () => {
  const item = (id: unknown) => ({ ...least, id });

  it('reads items, total, cursor and facets', () => {
    const facets = {
      category: [{ value: 'Design', label: 'Design & UX', count: 3 }, { label: 'no value' }],
      workMode: 'remote',
      invented: [{ value: 'x' }],
    };
    const page = decodePage({ items: [item(1)], total: 12, nextCursor: 'abc', facets }, base);
    expect(page).to.deep.equal({
      projects: [{ ...least, id: '1' }],
      total: 12,
      nextCursor: 'abc',
      facets: { category: [{ value: 'Design', label: 'Design & UX', count: 3 }] },
      skipped: [],
    });
  });

  it('needs nothing but items', () => {
    expect(decodePage({ items: [] })).to.deep.equal({
      projects: [],
      total: null,
      nextCursor: null,
      facets: {},
      skipped: [],
    });
  });

  it('does not believe a total that is below what is there', () => {
    expect(decodePage({ items: [item(1), item(2)], total: 1 }).total).to.equal(null);
  });

  it('takes anything else for no total and no further page', () => {
    const page = decodePage({ items: [], total: '12', nextCursor: 7, facets: [] });
    expect(page).to.include({ total: null, nextCursor: null });
  });

  it('shows the good records of a list and says what was wrong with the others', () => {
    const items = [item('a'), null, item('a'), { id: 'b' }, item('c')];
    const { projects, skipped } = decodePage({ items });
    expect(projects.map(({ id }) => id)).to.deep.equal(['a', 'c']);
    expect(skipped.map(({ reason }) => reason)).to.deep.equal([
      'items[1]: not an object',
      'items[2]: id given before',
      'items[3]: no usable title',
    ]);
  });

  it('reads the first thousand records and counts the rest', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => item(index));
    const { projects, skipped } = decodePage({ items });
    expect(projects).to.have.length(1_000);
    expect(skipped).to.have.length(9_000);
    expect(skipped[0]?.reason).to.equal('beyond the first 1000 items');
  });

  it('never quotes a record in a reason', () => {
    const { skipped } = decodePage({ items: [{ id: 'private', title: '' }, 'private'] });
    expect(JSON.stringify(skipped)).not.to.contain('private');
  });

  it('calls everything else malformed', () => {
    for (const body of [null, undefined, 5, 'x', [], [least], {}, { items: {} }, { items: null }]) {
      expect(() => decodePage(body))
        .to.throw(SourceError)
        .with.property('kind', 'malformed');
    }
    const inherited: unknown = Object.create({ items: [] });
    expect(() => decodePage(inherited)).to.throw(SourceError);
  });
});

describe('decoding a receipt', () => {
  it('reads what an applicant keeps', () => {
    const receipt = {
      id: '7',
      reference: 'FH-7Q2K-93',
      submittedAt: '2026-12-01T10:00:00Z',
      status: 'received',
      nextSteps: ['Wait'],
    };
    expect(decodeReceipt(receipt)).to.deep.equal(receipt);
  });

  it('makes do with an id or a reference', () => {
    expect(decodeReceipt({ id: 7, submittedAt: 'now' })).to.deep.equal({ id: '7', reference: '7' });
    expect(decodeReceipt({ reference: 'FH-1' })).to.deep.equal({ id: 'FH-1', reference: 'FH-1' });
  });

  it('is none without either', () => {
    for (const value of [null, {}, [], 'FH-1', { status: 'received' }, { id: '' }]) {
      expect(decodeReceipt(value)).to.equal(undefined);
    }
  });
});

describe('decoding a problem', () => {
  it('reads a problem document', () => {
    const problem = decodeProblem(422, {
      title: 'Invalid',
      detail: 'Two fields.',
      code: 'invalid',
      errors: [
        { pointer: '/answers/portfolio', detail: 'Not a URL.' },
        { pointer: '#/applicant/email', detail: 'Not an address.' },
        { detail: 'Nowhere.' },
        'x',
      ],
    });
    expect(problem).to.deep.equal({
      status: 422,
      code: 'invalid',
      detail: 'Two fields.',
      errors: [
        { pointer: '/answers/portfolio', detail: 'Not a URL.' },
        { pointer: '/applicant/email', detail: 'Not an address.' },
      ],
      receipt: undefined,
    });
  });

  it('falls back to the title, and to nothing', () => {
    expect(decodeProblem(500, { title: 'Broken' }).detail).to.equal('Broken');
    for (const body of [undefined, null, 'x', []]) {
      expect(decodeProblem(500, body)).to.deep.equal({
        status: 500,
        code: undefined,
        detail: undefined,
        errors: [],
        receipt: undefined,
      });
    }
  });

  it('takes a 409 without a code for received where there is a receipt, else for closed', () => {
    expect(decodeProblem(409, { receipt: { id: 1 } })).to.deep.include({
      code: 'already-received',
      receipt: { id: '1', reference: '1' },
    });
    expect(decodeProblem(409, {}).code).to.equal('closed');
    expect(decodeProblem(409, { code: 'duplicate-applicant' }).code).to.equal(
      'duplicate-applicant',
    );
    expect(decodeProblem(422, {}).code).to.equal(undefined);
  });
});
