import { expect } from 'chai';
import fc from 'fast-check';
import { formDefinition } from '../../src/domain/form-definition.ts';
import { DRAFT_AGE, DraftBox, draftable, type Draft } from '../../src/store/draft-box.ts';
import { replace } from '../support/fake-network.ts';

const PLACE = 'https://listings.example/api';
const NAME = 'foothold:draft:https://listings.example/api p';
const START = Date.parse('2026-12-01T12:00:00Z');

/** A tab's storage, as the platform has it, that may have no room. */
function fakeStorage() {
  const items = new Map<string, string>();
  const storage = {
    isFull: false,
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (storage.isFull) throw new DOMException('full', 'QuotaExceededError');
      items.set(name, text);
    },
    removeItem: (name: string) => void items.delete(name),
  };
  return storage;
}

describe('DraftBox', () => {
  let storage: ReturnType<typeof fakeStorage>;
  let restore = () => {};
  let now = START;
  const boxOf = (project = 'p', place = PLACE) => new DraftBox(place, project, () => now);
  const put = (text: string) => {
    storage.items.set(NAME, text);
  };
  const keep = (draft: unknown) => {
    put(JSON.stringify(draft));
  };

  beforeEach(() => {
    now = START;
    storage = fakeStorage();
    restore = replace(globalThis, 'sessionStorage', storage);
  });
  afterEach(() => {
    restore();
  });

  const whole: Draft = {
    values: { '/applicant/name': 'Amara', '/answers/days': ['mon'], '/answers/visit': 'true' },
    key: '8f14e45f-ceea-4c67-9d0b-1f2a3b4c5d6e',
    unconfirmed: true,
    step: 2,
    startedAt: START - 60_000,
  };

  it('gives back what it was given, with the time', () => {
    expect(boxOf().write(whole)).to.equal(true);
    expect(boxOf().read()).to.deep.equal({ ...whole, sent: undefined, at: START });
  });

  it('gives back any answers', () => {
    const answer = fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.array(fc.string()));
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.webPath().map((path) => `/${path}`),
          answer,
        ),
        (values) => {
          boxOf().write({ values });
          expect({ ...boxOf().read()?.values }).to.deep.equal({ ...values });
        },
      ),
    );
  });

  it('keeps each project of each place apart', () => {
    boxOf('p').write({ values: { '/proposal': 'P' } });
    boxOf('q').write({ values: { '/proposal': 'Q' } });
    boxOf('p', '').write({ values: { '/proposal': 'elsewhere' } });
    expect(boxOf('p').read()?.values).to.deep.equal({ '/proposal': 'P' });
    boxOf('q').remove();
    expect(boxOf('q').read()).to.equal(undefined);
    expect(boxOf('p', '').read()?.values).to.deep.equal({ '/proposal': 'elsewhere' });
  });

  it('gives nothing back after half an hour, and removes it', () => {
    boxOf().write(whole);
    now = START + DRAFT_AGE - 1;
    expect(boxOf().read()?.values).to.deep.equal(whole.values);
    now = START + DRAFT_AGE;
    expect(boxOf().read()).to.equal(undefined);
    expect(storage.items.size).to.equal(0);
  });

  it('counts the half hour from the last change', () => {
    boxOf().write(whole);
    now += DRAFT_AGE - 1;
    boxOf().write(whole);
    now += DRAFT_AGE - 1;
    expect(boxOf().read()).to.not.equal(undefined);
  });

  it('gives nothing back that was written in the future: a clock was changed', () => {
    boxOf().write(whole);
    now = START - 1;
    expect(boxOf().read()).to.equal(undefined);
    expect(storage.items.size).to.equal(0);
  });

  for (const garbage of [
    '',
    'null',
    '7',
    '"draft"',
    '[]',
    '{}',
    '{"values":{}}',
    '{"at":1}',
    '{"values":null,"at":1}',
    '{"values":"Amara","at":1}',
    '{"values":{"/proposal":"x"}',
    '{"values":{},"at":"yesterday"}',
    '<html>',
    'undefined',
  ])
    it(`gives nothing back of ${JSON.stringify(garbage)}, and removes it`, () => {
      now = 2;
      put(garbage);
      expect(boxOf().read()).to.equal(undefined);
      expect(storage.items.size).to.equal(0);
    });

  it('needs a list of values for nothing', () => {
    keep({ values: ['Amara'], at: START });
    expect(boxOf().read()).to.equal(undefined);
  });

  it('leaves out of it what makes no sense', () => {
    keep({
      values: {
        '/proposal': 'Good',
        '/answers/a': { first: 'x' },
        '/answers/b': [1, 2],
        '/answers/c': null,
        proposal: 'no pointer',
      },
      key: 'DROP TABLE',
      unconfirmed: 'yes',
      step: 1.5,
      startedAt: 'noon',
      sent: { reference: 'FH-1', at: 'some day' },
      more: 'x',
      at: START,
    });
    expect(boxOf().read()).to.deep.equal({
      values: { '/proposal': 'Good' },
      key: undefined,
      unconfirmed: false,
      step: undefined,
      startedAt: undefined,
      sent: undefined,
      at: START,
    });
  });

  it('does not take the names of prototypes for pointers', () => {
    put(
      `{"values":{"__proto__":{"polluted":true},"constructor":"x","/proposal":"Good"},"__proto__":{"key":"k"},"at":${START}}`,
    );
    const kept = boxOf().read()!;
    expect(Object.keys(kept.values)).to.deep.equal(['/proposal']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(kept.key).to.equal(undefined);
  });

  it('stays quiet whatever is there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        put(text);
        const kept = boxOf().read();
        expect(kept === undefined || typeof kept.values === 'object').to.equal(true);
      }),
    );
  });

  it('remembers what was sent by reference and time alone', () => {
    boxOf().write({ values: {}, sent: { reference: 'FH-1', at: '2026-12-01T11:00:00Z' } });
    expect(boxOf().read()?.sent).to.deep.equal({ reference: 'FH-1', at: '2026-12-01T11:00:00Z' });
  });

  it('says when there is no room, and then keeps nothing: an older draft would be taken for this one', () => {
    boxOf().write({ values: { '/proposal': 'First' } });
    storage.isFull = true;
    expect(boxOf().write({ values: { '/proposal': 'Second' } })).to.equal(false);
    expect(storage.items.size).to.equal(0);
  });

  it('is quiet, and says so, where storage is forbidden', () => {
    restore();
    const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    try {
      expect(DraftBox.isAvailable).to.equal(false);
      expect(boxOf().write(whole)).to.equal(false);
      expect(boxOf().read()).to.equal(undefined);
      boxOf().remove();
    } finally {
      if (before) Object.defineProperty(globalThis, 'sessionStorage', before);
      else Reflect.deleteProperty(globalThis, 'sessionStorage');
    }
  });

  it('is available where there is storage', () => {
    expect(DraftBox.isAvailable).to.equal(true);
  });
});

describe('what of a form goes into a draft', () => {
  const fields = formDefinition({
    application: {
      questions: [
        { id: 'terms', type: 'consent', label: 'The call is recorded' },
        { id: 'work', type: 'file', label: 'Work' },
        { id: 'note', type: 'info', label: 'Note' },
        { id: 'days', type: 'multiselect', label: 'Days' },
        { id: 'empty', type: 'text', label: 'Empty' },
      ],
    },
  });

  it('is what was typed and chosen; no file, no agreement, nothing that is not a field', () => {
    const values = {
      '/applicant/name': 'Amara',
      '/proposal': '  I would begin. ',
      '/consent': true,
      '/answers/terms': true,
      '/files/resume': 'cv.pdf',
      '/files/work': 'a.pdf',
      '/answers/note': 'x',
      '/answers/days': ['mon'],
      '/answers/empty': '  ',
      '/answers/gone': 'x',
    };
    expect(draftable(fields, values)).to.deep.equal({
      '/applicant/name': 'Amara',
      '/proposal': '  I would begin. ',
      '/answers/days': ['mon'],
    });
  });
});
