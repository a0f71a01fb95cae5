import { expect } from 'chai';
import fc from 'fast-check';
import { ConfigError } from '../../../src/source/config-error.ts';
import { refuseSecrets } from '../../../src/source/mapping/secrets.ts';

/** A token of JSON Web Tokens' form with these claims. */
const jwt = (claims: object) =>
  `${btoa('{"alg":"HS256"}')}.${btoa(JSON.stringify(claims))}.c2lnbmF0dXJl`.replaceAll('=', '');

const inApi = (api: object) => ({ version: 1, api: { url: 'https://a.example/api', ...api } });

/** Configs, each with the key at fault and what must not be said. */
const refused: readonly (readonly [config: object, key: string, value: string])[] = [
  [inApi({ headers: { Authorization: 's3cr3t' } }), 'api.headers.Authorization', 's3cr3t'],
  [inApi({ headers: { 'X-Api-Key': 'abc' } }), 'api.headers.X-Api-Key', 'abc'],
  [inApi({ headers: { 'Authorization-Key': 'abc=' } }), 'api.headers.Authorization-Key', 'abc='],
  [inApi({ headers: { Cookie: 'sid=1f' } }), 'api.headers.Cookie', 'sid=1f'],
  [inApi({ headers: { 'X-TYPESENSE-API-KEY': 'xyz' } }), 'api.headers.X-TYPESENSE-API-KEY', 'xyz'],
  [
    inApi({ headers: { 'Ocp-Apim-Subscription-Key': '0f' } }),
    'api.headers.Ocp-Apim-Subscription-Key',
    '0f',
  ],
  [inApi({ headers: { Accept: 'Bearer abcdefgh12' } }), 'api.headers.Accept', 'abcdefgh12'],
  [inApi({ params: { app_key: '9d' } }), 'api.params.app_key', '9d'],
  [inApi({ params: { password: 'hunter2' } }), 'api.params.password', 'hunter2'],
  [inApi({ list: { query: { key: 'q1w2' } } }), 'api.list.query.key', 'q1w2'],
  [inApi({ list: { query: { access_token: 'zz' } } }), 'api.list.query.access_token', 'zz'],
  [inApi({ list: { path: '/jobs?apikey=zz9' } }), 'api.list.path', 'zz9'],
  [inApi({ list: { headers: { token: 'tt1' } } }), 'api.list.headers.token', 'tt1'],
  [
    inApi({ list: { body: { auth: [{ clientSecret: 'cs' }] } } }),
    'api.list.body.auth[0].clientSecret',
    'cs',
  ],
  [inApi({ apply: { body: { api_token: 'at1' } } }), 'api.apply.body.api_token', 'at1'],
  [inApi({ url: 'https://a.example/api?api_key=k9' }), 'api.url', 'k9'],
  [inApi({ url: 'https://me:pa55@a.example/' }), 'api.url', 'pa55'],
  [inApi({ url: 'https:me:pa55@a.example' }), 'api.url', 'pa55'],
  [inApi({ apply: { url: 'https://tok3n@a.example/x' } }), 'api.apply.url', 'tok3n'],
  [inApi({ publicKey: 'sk_live_51Habc' }), 'api.publicKey', '51Habc'],
  [inApi({ publicKey: jwt({ role: 'service_role' }) }), 'api.publicKey', 'c2lnbmF0dXJl'],
  [inApi({ publicKey: 'sb_secret_abc' }), 'api.publicKey', 'sb_secret_abc'],
  [
    inApi({ fields: { title: { const: 'AKIAIOSFODNN7EXAMPLE' } } }),
    'api.fields.title.const',
    'AKIA',
  ],
  [inApi({ params: { board: `ghp_${'a1'.repeat(18)}` } }), 'api.params.board', 'ghp_'],
  [
    inApi({ params: { base: `pat${'A'.repeat(14)}.${'0f'.repeat(32)}` } }),
    'api.params.base',
    '0f0f',
  ],
  [inApi({ list: { query: { x: 'xoxb-12-ab' } } }), 'api.list.query.x', 'xoxb'],
  [
    { sources: [{ id: 'a' }, { api: { headers: { 'api-key': 'second' } } }] },
    'sources[1].api.headers.api-key',
    'second',
  ],
  [{ form: { note: '-----BEGIN RSA PRIVATE KEY-----\nMII' } }, 'form.note', 'MII'],
];

const accepted: readonly object[] = [
  inApi({ headers: { Authorization: 'Bearer {token}', 'X-Api-Key': '{publicKey}' } }),
  inApi({ publicKey: 'a1b2c3d4e5f6', list: { query: { key: '{publicKey}' } } }),
  inApi({ publicKey: jwt({ role: 'anon' }) }),
  inApi({ publicKey: 'sb_publishable_abc' }),
  inApi({ publicKey: 'eyJhbGciOiJIUzI1NiJ9.eyJoYWxm.c2lnbmF0dXJl' }),
  inApi({ headers: { 'X-Api-Key': '' } }),
  inApi({ list: { path: '/jobs?key={publicKey}&sort=date' } }),
  inApi({
    list: { method: 'POST', body: { sort: { key: 'date' }, filters: [{ key: 'status' }] } },
  }),
  inApi({ tables: { a: { key: '$.id', values: { key: 'Key account', token: 'Token' } } } }),
  inApi({ fields: { title: { path: '$.a', lookup: 'b', key: '$.token' }, url: '$.password' } }),
  inApi({ list: { query: { keyword: 'x', author: 'y', tokens: 'z' } } }),
  inApi({ url: 'https://medium.example/@someone/feed' }),
  inApi({ apply: { mode: 'post', body: { email: 'jobs@lakeside.example' } } }),
  inApi({
    fields: { category: { const: 'Basic research' }, title: { const: 'keyboarddesigners' } },
  }),
  { file: { data: [{ id: 1, body: { password: 'in a listing' }, url: 'https://a@b.example' }] } },
  { version: 1, ui: { wording: { en: { key: 'Key', password: 'Password' } } } },
];

describe('a config', () => {
  for (const [config, key, value] of refused)
    it(`is refused with a secret in "${key}", which is not repeated`, () => {
      const complaint = expect(() => refuseSecrets(config)).to.throw(ConfigError);
      complaint.with.property('message').that.matches(/^"([^"]+)" (holds|has) /);
      complaint.with.property('message').that.includes(`"${key}" `);
      complaint.with.property('message').that.includes('A config is public');
      complaint.with.property('message').that.does.not.include(value);
    });

  it('is accepted when it has none', () => {
    for (const config of accepted)
      expect(() => refuseSecrets(config), JSON.stringify(config)).to.not.throw();
  });

  it('is looked through in time that grows with its length alone', () => {
    const long = 100_000;
    for (const text of [
      'a@'.repeat(long),
      '//'.repeat(long),
      `${'api'.repeat(long)}x`,
      ' '.repeat(long),
    ]) {
      const start = performance.now();
      refuseSecrets({ api: { url: text, headers: { [text]: text }, list: { path: `?${text}` } } });
      expect(performance.now() - start).to.be.below(500);
    }
  });

  it('may hold anything that JSON can', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          refuseSecrets(value);
        } catch (error) {
          expect(error).to.be.instanceOf(ConfigError);
        }
      }),
    );
  });
});
