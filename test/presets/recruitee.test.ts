import { expect } from 'chai';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { fakeRecruitee, knownToRecruitee, recruiteeUrl } from './apis/recruitee.ts';
import { jsonIn } from './support/documented.ts';
import { onRealResponses } from './support/fixtures.ts';
import { openOn } from './support/open-on.ts';
import { presetSuite } from './support/preset-suite.ts';

presetSuite({
  preset: 'recruitee',
  url: recruiteeUrl,
  api: fakeRecruitee,
  limits: {
    ids: (index) => String(2_700_801 + index),
    knows: knownToRecruitee,
    filters: [
      'q',
      'category',
      'workMode',
      'location',
      'currency',
      'applyByFrom',
      'applyByTo',
      'paid',
    ],
    sorts: ['relevance', 'newest', 'deadline'],
    applications: false,
    reports: false,
  },
});

const preset: SourceDefinition = { preset: 'recruitee', url: recruiteeUrl };
/** A school that takes applications itself, as the page about the preset has it. */
const { api: own } = jsonIn('docs/presets/recruitee.md', '"mode": "post"') as {
  readonly api: SourceDefinition;
};

/** What becomes of one offer; the rest of it says nothing. */
async function offer(more: object, definition = preset, locale?: string) {
  const base = { id: 7, title: 'Count bicycles', careers_url: 'https://lakeside.example/o/7' };
  const { all, warnings } = openOn(definition, () => ({ offers: [{ ...base, ...more }] }), locale);
  const project = (await all()).get('7');
  expect(warnings).to.deep.equal([]);
  return project!;
}

describe('An offer of Recruitee', () => {
  it('is in the language of the page, or else in its own', async () => {
    const translations = {
      nl: { title: 'Fietsen tellen', description: '', requirements: '<p>Jij.</p>' },
      en: { title: 'Count bicycles', description: '<p>Count.</p>', requirements: '<p>You.</p>' },
    };
    const texts = { description: '<p>Zähl.</p>', requirements: '<p>Du.</p>', translations };
    const inDutch = await offer({ title: 'Räder zählen', ...texts }, preset, 'nl-BE');
    expect(inDutch).to.include({
      title: 'Fietsen tellen',
      descriptionHtml: '<p>Zähl.</p><p>Jij.</p>',
    });
    const inEnglish = await offer({ title: 'Räder zählen', ...texts });
    expect(inEnglish).to.include({
      title: 'Count bicycles',
      descriptionHtml: '<p>Count.</p><p>You.</p>',
    });
    const inFrench = await offer({ title: 'Räder zählen', ...texts }, preset, 'fr');
    expect(inFrench).to.include({
      title: 'Räder zählen',
      descriptionHtml: '<p>Zähl.</p><p>Du.</p>',
    });
  });

  it('belongs to the account in the address where it names no company', async () => {
    expect((await offer({})).employer.name).to.equal('lakeside');
    expect((await offer({ company_name: 'Lakeside' })).employer.name).to.equal('Lakeside');
  });

  it('is in its places, or where its text says', async () => {
    const locations = [{ name: 'Lab', city: 'Ghent', state: null, country_code: 'BE' }];
    const location = 'Ghent, Belgium';
    expect((await offer({ locations, location })).locations).to.deep.equal([
      { display: 'Lab', city: 'Ghent', country: 'BE' },
    ]);
    expect((await offer({ locations: [], location })).locations).to.deep.equal([
      { display: location },
    ]);
  });

  it('is hybrid, remote or on site by its flags, in this order', async () => {
    const mode = async (hybrid: boolean, remote: boolean, on_site: boolean) =>
      (await offer({ hybrid, remote, on_site })).workMode;
    expect(await mode(true, true, true)).to.equal('hybrid');
    expect(await mode(false, true, true)).to.equal('remote');
    expect(await mode(false, false, true)).to.equal('onsite');
    expect(await mode(false, false, false)).to.equal(undefined);
  });

  it('pays by the hour, week or month; by the year that is only shown', async () => {
    const pay = async (period: string, min: string | null, max: string | null) =>
      (await offer({ salary: { min, max, period, currency: 'EUR' } })).pay;
    expect(await pay('hour', '18', '22.50')).to.deep.equal({
      kind: 'hourly',
      min: 18,
      max: 22.5,
      currency: 'EUR',
      per: 'hour',
    });
    expect(await pay('year', '60000', '75000')).to.deep.equal({
      kind: 'unknown',
      display: 'EUR 60,000–75,000 / year',
    });
    const none = { min: null, max: null, period: null, currency: null };
    expect((await offer({ salary: none })).pay).to.equal(undefined);
    expect((await offer({ salary: null })).pay).to.equal(undefined);
  });

  it('says hours by the week, which are not those of the project', async () => {
    const project = await offer({ min_hours: 10, max_hours: 20, min_hours_per_week: '10' });
    expect(project).not.to.have.property('hours');
  });

  it('can say skills and hours in its tags, as the page about the preset has it', async () => {
    const { api } = jsonIn('docs/presets/recruitee.md', '"$.tags"') as {
      readonly api: SourceDefinition;
    };
    expect(await offer({ tags: ['excel', '20 hours'] }, api)).to.deep.include({
      skills: ['excel', '20 hours'],
      hours: { min: 20, max: 20 },
    });
    expect(await offer({ tags: ['excel'] }, api)).not.to.have.property('hours');
  });

  it('asks what its form asks, where a school takes applications itself', async () => {
    const question = (kind: string, more: object = {}) => ({
      id: 4_288_234,
      position: 1,
      options: {},
      required: false,
      body: 'Why?\t',
      kind,
      translations: { en: { body: 'Why?\t' } },
      open_question_options: [],
      ...more,
    });
    const asked = async (...open_questions: object[]) =>
      (await offer({ open_questions, options_cv: 'off', options_cover_letter: 'required' }, own))
        .application;
    const base = { id: '4288234', label: 'Why?', required: false };
    const types = {
      string: 'text',
      text: 'textarea',
      salary: 'text',
      boolean: 'boolean',
      file: 'file',
      date: 'date',
      number: 'number',
      legal: 'consent',
      infobox: 'info',
    };
    for (const [kind, type] of Object.entries(types))
      expect(await asked(question(kind)), kind).to.deep.equal({
        requires: { resume: 'none', proposal: 'required' },
        questions: [{ ...base, type }],
      });
    const open_question_options = [
      { id: 6_588_542, body: 'Market research' },
      { id: 6_588_543, body: 'Statistics' },
    ];
    const options = [
      // The API takes the words of an option for the answer.
      { value: 'Market research', label: 'Market research' },
      { value: 'Statistics', label: 'Statistics' },
    ];
    for (const [kind, type] of [
      ['single_choice', 'select'],
      ['multi_choice', 'multiselect'],
    ] as const)
      expect((await asked(question(kind, { open_question_options })))?.questions).to.deep.equal([
        { ...base, type, options },
      ]);
    expect(
      (await asked(question('string', { options: { length: 120 } })))?.questions,
    ).to.deep.equal([{ ...base, type: 'text', maxLength: 120 }]);
    const translated = { translations: { en: { body: 'When?' } }, body: 'Wann?' };
    expect((await asked(question('text', translated)))?.questions?.[0]?.label).to.equal('When?');
    const ownWords = { translations: { de: { body: 'x' } }, body: 'Wann?' };
    expect((await asked(question('text', ownWords)))?.questions?.[0]?.label).to.equal('Wann?');
    // A video cannot be made here.
    expect(await asked(question('video', { required: true }))).to.deep.include({
      mode: 'redirect',
    });
  });

  it('asks for a phone number and a photo, where they are on, and never for a name again', async () => {
    const asked = async (more: object, params = {}) =>
      (await offer(more, { ...own, params })).application?.questions;
    const phone = { id: 'phone', type: 'tel', label: 'Phone number', required: true };
    const photo = { id: 'photo', type: 'file', accept: ['.jpg', '.jpeg', '.png'] };
    const off = { options_phone: 'off', options_photo: 'off', options_salutation: 'off' };
    expect(await asked(off)).to.equal(undefined);
    expect(await asked({ ...off, options_phone: 'required' })).to.deep.equal([phone]);
    expect(await asked({ options_phone: 'optional' })).to.deep.equal([
      { ...phone, required: false },
    ]);
    expect(await asked({ options_photo: 'optional' })).to.deep.equal([
      { ...photo, label: 'Photo', required: false },
    ]);
    const params = { phoneLabel: 'Telefoonnummer' };
    expect(await asked({ options_phone: 'required' }, params)).to.deep.equal([
      { ...phone, label: 'Telefoonnummer' },
    ]);
  });

  it('is a link where its form needs what the API has no place for', async () => {
    const modeOf = async (more: object) => (await offer(more, own)).application?.mode;
    for (const option of ['options_salutation', 'options_title']) {
      expect(await modeOf({ [option]: 'required' }), option).to.equal('redirect');
      expect(await modeOf({ [option]: 'optional' }), option).to.equal(undefined);
    }
    const place = { locations_question_required: true, location_question_visible: true };
    expect(await modeOf(place)).to.equal('redirect');
    expect(await modeOf({ ...place, location_question_visible: false })).to.equal(undefined);
    expect(await modeOf({ ...place, locations_question_required: false })).to.equal(undefined);
  });

  it('is a link to its form otherwise', async () => {
    const careers_apply_url = 'https://lakeside.example/o/7/c/new';
    expect((await offer({ careers_apply_url })).application).to.deep.equal({
      mode: 'redirect',
      url: careers_apply_url,
    });
    expect(openOn(preset, () => ({})).source.apply).to.equal(undefined);
    expect(openOn(own, () => ({})).source.apply).to.be.a('function');
  });
});

onRealResponses('Responses of Recruitee', ['recruitee.json'], (read) => {
  const url = 'https://jobs.acme.com/api';
  const page = 'https://jobs.acme.com/o';
  const opened = (more: SourceDefinition = {}) =>
    openOn({ preset: 'recruitee', url, ...more }, () => JSON.parse(read('recruitee.json')));

  it('of a site', async () => {
    const { all, warnings } = opened();
    const offers = await all();
    expect(warnings).to.deep.equal([]);
    expect(offers.size).to.equal(2);
    const slug = 'senior-financial-accountant-fmd-berlinbrandenburg-region-germany';
    const { descriptionHtml: text, ...accountant } = offers.get('2700825')!;
    expect(accountant).to.deep.equal({
      id: '2700825',
      title: '(Senior) Financial Accountant (f/m/d) - Berlin/Brandenburg Region, Germany',
      employer: { name: 'Acme' },
      url: `${page}/${slug}`,
      locations: [{ display: 'Berlin', city: 'Berlin', region: 'Berlin', country: 'DE' }],
      category: 'Finance',
      postedAt: '2026-08-05T10:10:39+00:00',
      workMode: 'hybrid',
      pay: { kind: 'unknown', display: 'EUR 60,000–75,000 / year' },
      application: {
        mode: 'redirect',
        url: `${page}/${slug}/c/new`,
        requires: { resume: 'required', proposal: 'optional' },
      },
      complete: true,
    });
    expect(text).to.match(/^<p><strong>How you will make an impact<\/strong><\/p>/);
    expect(text).to.include('<p><strong>What we expect from you</strong></p>');
    const partner = 'partner-development-representative-fmd-berlin-germany';
    expect(offers.get('2697184')).to.deep.include({
      title: 'Partner Development Representative (f/m/d) - Berlin, Germany',
      url: `${page}/${partner}`,
      locations: [{ display: 'Germany/Remote', city: 'Berlin', region: 'Berlin', country: 'DE' }],
      category: 'Sales',
      postedAt: '2026-07-31T22:26:40+00:00',
      workMode: 'hybrid',
      pay: { kind: 'unknown', display: 'EUR 75,000–90,000 / year' },
      application: {
        mode: 'redirect',
        url: `${page}/${partner}/c/new`,
        requires: { resume: 'required', proposal: 'none' },
      },
    });
  });

  it('with the questions of each offer', async () => {
    const offers = await opened({ apply: own.apply! }).all();
    const asked = (id: string) =>
      offers.get(id)?.application?.questions?.map((each) => [each.id, each.type, each.required]);
    expect(asked('2700825')).to.deep.equal([
      ['phone', 'tel', true],
      ['4288234', 'boolean', true],
      ['4288235', 'boolean', true],
      ['4288241', 'boolean', true],
    ]);
    expect(asked('2697184')).to.deep.equal([
      ['phone', 'tel', true],
      ['4281042', 'text', true],
      ['4281046', 'boolean', true],
      ['4288528', 'boolean', true],
      ['4288529', 'boolean', true],
      ['4288530', 'boolean', true],
      ['4288536', 'textarea', true],
      ['4282360', 'textarea', true],
      ['4281043', 'text', true],
    ]);
    expect(offers.get('2697184')?.application?.questions?.[1]).to.deep.equal({
      id: '4281042',
      type: 'text',
      label: 'When would you be able to start?',
      required: true,
      maxLength: 120,
    });
  });
});
