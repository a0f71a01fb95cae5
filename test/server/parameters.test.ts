import { expect } from 'chai';
import type { ProblemBody } from './support/client.ts';
import { onEachDatabase } from './support/servers.ts';

const bad: readonly (readonly [query: string, parameter: string])[] = [
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=1.5', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=5&limit=6', 'limit'],
  ['payMin=100', 'payMin'],
  ['payMin=0', 'payMin'],
  ['payMin=lots&currency=USD', 'payMin'],
  ['payMin=-1&currency=USD', 'payMin'],
  ['payMin=1e400&currency=USD', 'payMin'],
  ['payMin=100&currency=usd', 'currency'],
  ['payMin=100&currency=USD&currency=EUR', 'currency'],
  ['hoursMax=0', 'hoursMax'],
  ['hoursMax=0x10', 'hoursMax'],
  ['durationDaysMax=NaN', 'durationDaysMax'],
  ['applyByFrom=2026-02-30', 'applyByFrom'],
  ['applyByTo=tomorrow', 'applyByTo'],
  ['applyByTo=2026-3-1', 'applyByTo'],
  ['workMode=moon', 'workMode'],
  ['workMode=remote&workMode=unknown', 'workMode'],
  ['workAuthorization=maybe', 'workAuthorization'],
  ['paid=1', 'paid'],
  ['featured=yes', 'featured'],
  ['sort=random', 'sort'],
  ['sort=pay&sort=newest', 'sort'],
  ['q=a&q=b', 'q'],
  [`q=${'x'.repeat(201)}`, 'q'],
  ['q=a%00b', 'q'],
  ['category=a%00b', 'category'],
  [Array.from({ length: 51 }, (_, index) => `skill=${index}`).join('&'), 'skill'],
];

onEachDatabase('a bad parameter', (subject) => {
  for (const [query, parameter] of bad)
    it(`is named: ${query.slice(0, 60)}`, async () => {
      const { status, headers, body } = await subject().api.send<ProblemBody>(`/projects?${query}`);
      expect(status).to.equal(400);
      expect(headers.get('content-type')).to.match(/^application\/problem\+json/);
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(body).to.include({ status: 400, parameter });
    });
});
