import { expect } from 'chai';
import fc from 'fast-check';
import { coerce, projectFields } from '../../../src/source/mapping/project-fields.ts';
import { decodeProject, isSkipped } from '../../../src/source/decode.ts';
import { wholeProject } from '../whole-project.ts';

/** What values become for a field. */
const field = (path: string, ...values: readonly unknown[]): unknown =>
  coerce(projectFields.get(path)!, values, { zone: 'America/Chicago' });

/** The paths of a value down to its lists, and what is there. */
const pathsOf = (value: object, prefix = ''): [string, unknown][] =>
  Object.entries(value).flatMap(([name, member]: [string, unknown]) => [
    [prefix + name, member],
    ...(typeof member === 'object' && member !== null && !Array.isArray(member)
      ? pathsOf(member, `${prefix}${name}.`)
      : []),
  ]);

describe('the fields of a project', () => {
  it('are all that a project has, down to its lists', () => {
    const paths = pathsOf(wholeProject).map(([path]) => path);
    expect([...projectFields.keys()]).to.have.members(paths);
  });

  for (const [path, value] of pathsOf(wholeProject))
    it(`stay as they are where they are right: ${path}`, () => {
      expect(field(path, value)).to.deep.equal(value);
    });

  for (const path of projectFields.keys())
    it(`are unknown without a value, and never throw: ${path}`, () => {
      expect(field(path)).to.equal(undefined);
      for (const nothing of [undefined, null, '', ' ', [], [null, ['']], {}, () => 1])
        expect(field(path, nothing), String(nothing)).to.equal(undefined);
    });

  it('do not change when they are read again', () => {
    const text = fc
      .array(
        fc.constantFrom(
          ...'&amp; &lt;b&gt; <b> </b> <br> &#8211; 1,234 $ 20 - 30 hours weeks per 2026-12-05 T17:00 Remote yes www. / ,'.split(
            ' ',
          ),
          ' ',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''));
    const value = fc.oneof(text, fc.string(), fc.integer(), fc.double(), fc.boolean());
    const any = fc.oneof(
      value,
      fc.dictionary(
        fc.constantFrom('min', 'max', 'name', 'title', 'city', 'value', 'label'),
        value,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...projectFields.keys()), fc.array(any), (path, values) => {
        const once = field(path, ...values);
        expect(field(path, once)).to.deep.equal(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it('take anything at all without harm', () => {
    const anything = fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true });
    fc.assert(
      fc.property(fc.constantFrom(...projectFields.keys()), fc.array(anything), (path, values) => {
        field(path, ...values);
      }),
      { numRuns: 2_000 },
    );
  });

  it('take the first value that is usable', () => {
    expect(field('workMode', null, '?', 'Remote', 'On-site')).to.equal('remote');
    expect(field('openings', ['', ['two']], ['3'])).to.equal(3);
  });

  it('take all values of a list, each once', () => {
    expect(field('skills', ['a', ' a'], 'b', null, ' ', [['c']])).to.deep.equal(['a', 'b', 'c']);
    expect(field('skills', 'a, b')).to.deep.equal(['a, b']);
    expect(field('locations', 'Chicago', { display: 'Chicago' })).to.deep.equal([
      { display: 'Chicago' },
    ]);
  });

  it('know ids from their text or number', () => {
    expect(field('id', 42)).to.equal('42');
    expect(field('id', ' a b')).to.equal(' a b');
  });

  it('have no HTML where text belongs, and keep what only looks like it', () => {
    expect(field('title', 'R&amp;D &#8211; a <em>pilot</em>')).to.equal('R&D – a pilot');
    expect(field('title', '&lt;strong&gt;Dev&lt;/strong&gt;')).to.equal('Dev');
    expect(field('summary', '<p>One</p><p>two</p>')).to.equal('One\ntwo');
    for (const text of ['AT&T', 'a < b', 'Draw on a <canvas>', '1 &c'])
      expect(field('title', text)).to.equal(text);
    expect(field('descriptionHtml', '<p>R&amp;D</p>')).to.equal('<p>R&amp;D</p>');
  });

  it('know numbers from texts, and sizes only from plain ones', () => {
    expect(field('openings', '2 places')).to.equal(2);
    expect(field('application.estimatedMinutes', '15 min')).to.equal(15);
    expect(field('application.upload.maxBytes', '5242880')).to.equal(5_242_880);
    expect(field('application.upload.maxBytes', '5 MB')).to.equal(undefined);
  });

  it('know hours and days from what counts them', () => {
    expect(field('hours', '10–20 hours')).to.deep.equal({ min: 10, max: 20 });
    expect(field('hours', '10h')).to.deep.equal({ min: 10, max: 10 });
    expect(field('durationDays', '2 weeks')).to.deep.equal({ min: 14, max: 14 });
    expect(field('durationDays', { min: '1 week', max: 10 })).to.deep.equal({ min: 7, max: 10 });
    expect(field('hours.min', '10 hrs')).to.equal(10);
    expect(field('durationDays.max', '2 weeks')).to.equal(14);
    for (const other of ['10 hours per week', '2 weeks', '10 hours/week', '8 per day'])
      expect(field('hours', other), other).to.equal(undefined);
    expect(field('hours.min', '10-20')).to.equal(undefined);
  });

  it('know pay from a plain text', () => {
    expect(field('pay', '&euro;300 stipend')).to.deep.equal({
      kind: 'stipend',
      min: 300,
      max: 300,
      currency: 'EUR',
    });
    expect(field('pay.kind', 'Fixed fee')).to.equal('fixed');
    expect(field('pay.per', 'HOUR')).to.equal('hour');
    expect(field('pay.currency', 'usd')).to.equal('USD');
    expect(field('pay.currency', '€')).to.equal('EUR');
    expect(field('pay.currency', 'points')).to.equal(undefined);
  });

  it('know days and instants from dates', () => {
    expect(field('applyBy', '2026-12-05 17:00')).to.equal('2026-12-05T17:00:00-06:00');
    expect(field('startsOn', '2026-12-05 17:00')).to.equal('2026-12-05');
    expect(field('postedAt', 0)).to.equal(undefined);
  });

  it('know our words from other spellings, and flags from yes and no', () => {
    expect(field('featured', '0')).to.equal(false);
    expect(field('workMode', 'TELECOMMUTE')).to.equal('remote');
    expect(field('classification', 'Course credit')).to.equal('course_credit');
    expect(field('classification', 'Intern')).to.equal(undefined);
    expect(field('eligibility.workAuthorization', false)).to.equal('not_required');
    expect(field('application.requires.resume', true)).to.equal('required');
    expect(field('application.requires.resume', false)).to.equal('optional');
    expect(field('application.requires.resume', 'off')).to.equal('none');
    expect(field('application.requires.resume', 0)).to.equal(undefined);
    expect(field('policies.aiUse', 'Prohibited')).to.equal('prohibited');
  });

  it('know the status from sure words, and keep others', () => {
    expect(field('status', 'Published')).to.equal('open');
    expect(field('status', 'CLOSED')).to.equal('closed');
    expect(field('status', 'In review')).to.equal('In review');
    expect(field('status', true)).to.equal(undefined);
  });

  it('know addresses from words, and those of pages from those of mail', () => {
    expect(field('employer.url', 'www.lakeside.example')).to.equal('https://www.lakeside.example');
    for (const word of ['N/A', 'none', 'jobs@lakeside.example', 'javascript:x/y'])
      expect(field('application.url', word)).to.equal(undefined);
    expect(field('application.email', 'mailto:jobs@lakeside.example?subject=x')).to.equal(
      'jobs@lakeside.example',
    );
    expect(field('application.email', 'https://lakeside.example/@jobs')).to.equal(undefined);
  });

  it('know codes of language and country', () => {
    expect(field('language', 'en_US')).to.equal('en-US');
    expect(field('locations', { display: 'Köln', country: 'de' })).to.deep.equal([
      { display: 'Köln', country: 'DE' },
    ]);
  });

  it('know places from texts, from their parts and from schema.org', () => {
    expect(field('locations', 'Chicago, IL')).to.deep.equal([{ display: 'Chicago, IL' }]);
    expect(field('locations', { city: 'Berlin', region: 'Berlin', country: 'DE' })).to.deep.equal([
      { display: 'Berlin, DE', city: 'Berlin', region: 'Berlin', country: 'DE' },
    ]);
    const address = { addressLocality: 'Köln', addressCountry: 'Germany' };
    expect(field('locations', { '@type': 'Place', address })).to.deep.equal([
      { display: 'Köln, Germany', city: 'Köln' },
    ]);
    const street = { address: 'Main Street 1', city: 'Ghent' };
    expect(field('locations', street)).to.deep.equal([{ display: 'Ghent', city: 'Ghent' }]);
    expect(field('locations', { address: 'Ghent, BE' })).to.deep.equal([{ display: 'Ghent, BE' }]);
    const addressCountry = { '@type': 'Country', name: 'BE' };
    expect(field('locations', { address: { addressCountry } })).to.deep.equal([
      { display: 'BE', country: 'BE' },
    ]);
    expect(field('locations', { name: 'Main library' })).to.deep.equal([
      { display: 'Main library' },
    ]);
    expect(field('locations', { latitude: 1 })).to.equal(undefined);
  });

  it('make a record of a text, and read the members of one by their own kinds', () => {
    expect(field('employer', 'Lakeside &amp; Co')).to.deep.equal({ name: 'Lakeside & Co' });
    expect(
      field('deliverables', 'Report', { title: ['', 'Talk'], dueOn: 'Dec 18, 2026' }),
    ).to.deep.equal([{ title: 'Report' }, { title: 'Talk', dueOn: '2026-12-18' }]);
    expect(field('milestones', { title: 'Call', kind: 'Kick-off' })).to.deep.equal([
      { title: 'Call', kind: 'kickoff' },
    ]);
    expect(field('tools', ['Excel'])).to.deep.equal([{ name: 'Excel' }]);
    expect(field('eligibility', 'juniors')).to.equal(undefined);
  });

  it('know questions from what form builders write', () => {
    const question = {
      id: 4,
      type: 'dropdown',
      label: 'Why &amp; how?',
      required: 'yes',
      options: ['A', { value: 1, label: 'One' }],
      min: '2026-12-01',
      max: '12',
      accept: ['PDF', '.docx'],
      showIf: { question: '3', equals: 'x' },
    };
    expect(field('application.questions', question)).to.deep.equal([
      {
        id: '4',
        type: 'select',
        label: 'Why & how?',
        required: true,
        options: [
          { value: 'A', label: 'A' },
          { value: '1', label: 'One' },
        ],
        min: '2026-12-01',
        max: 12,
        accept: ['.pdf', '.docx'],
        showIf: { question: '3', equals: 'x' },
      },
    ]);
  });

  it('know under what answer a question is asked, whatever its id and its answer are', () => {
    const showIf = (condition: unknown) =>
      (field('application.questions', { id: 'a', showIf: condition }) as { showIf?: unknown }[])[0]!
        .showIf;
    expect(showIf({ question: 17, equals: 3 })).to.deep.equal({ question: '17', equals: 3 });
    expect(showIf({ question: 'b', equals: false })).to.deep.equal({
      question: 'b',
      equals: false,
    });
    expect(showIf({ question: 'b', in: ['x', 2, {}] })).to.deep.equal({
      question: 'b',
      in: ['x', 2],
    });
    expect(showIf({ question: 'b', in: 'x' })).to.deep.equal({ question: 'b', in: ['x'] });
    expect(showIf('always')).to.equal(undefined);
  });

  it('make a whole project of foreign words, which the decoder takes', () => {
    const foreign: Readonly<Record<string, unknown>> = {
      id: 7,
      title: 'Count &amp; compare',
      employer: 'Lakeside Analytics',
      hours: '10-20 hours',
      durationDays: '2 weeks',
      pay: '$450 fixed',
      applyBy: 'Sat, 05 Dec 2026 23:00:00 GMT',
      workMode: 'In person',
      locations: ['Chicago, IL'],
      skills: ['research', ''],
      openings: '2',
      featured: 'no',
    };
    const record = Object.fromEntries(
      Object.entries(foreign).map(([path, value]) => [path, field(path, value)]),
    );
    const project = decodeProject(record);
    expect(isSkipped(project)).to.equal(false);
    expect(project).to.deep.equal({
      id: '7',
      title: 'Count & compare',
      employer: { name: 'Lakeside Analytics' },
      hours: { min: 10, max: 20 },
      durationDays: { min: 14, max: 14 },
      pay: { kind: 'fixed', min: 450, max: 450, currency: 'USD', per: 'project' },
      applyBy: '2026-12-05T23:00:00+00:00',
      workMode: 'onsite',
      locations: [{ display: 'Chicago, IL' }],
      skills: ['research'],
      openings: 2,
      featured: false,
    });
  });
});
