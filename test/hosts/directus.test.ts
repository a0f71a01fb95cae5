/** The preset for Directus, on Directus. */
import { directusLimits } from '../presets/apis/directus.ts';
import { directus } from './support/directus.ts';
import { hostSuite, onHost } from './support/host-suite.ts';
import { freePort } from './support/programs.ts';

const host = directus(await freePort());

onHost(host, () =>
  hostSuite(host, {
    preset: 'directus',
    url: host.url,
    // PostgreSQL has what is unknown first where an order descends.
    limits: { ...directusLimits, unknownLast: false },
    choices: {
      category: ['Data', 'Design', 'Marketing'],
      industry: ['Health', 'Retail'],
      skill: ['excel', 'figma', 'research', 'sql', 'writing'],
      workMode: ['hybrid', 'onsite', 'remote'],
      location: ['Boston, MA', 'Chicago, IL'],
      currency: ['EUR', 'USD'],
    },
  }),
);
