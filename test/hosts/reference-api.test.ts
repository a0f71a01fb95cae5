/** The reference API on PostgreSQL, read as if it were somebody else's. */
import { hostSuite, onHost } from './support/host-suite.ts';
import { freePort } from './support/programs.ts';
import { described, referenceApi } from './support/reference-api.ts';

const host = referenceApi(await freePort());

onHost(host, () =>
  hostSuite(host, {
    name: 'A description of the reference API',
    url: host.url,
    config: described,
    limits: {
      // Work that is done nowhere known has no word in the description.
      knows: ({ workMode, ...project }) => ({
        ...project,
        ...(workMode && workMode !== 'unknown' && { workMode }),
      }),
      lists: ({ eligibility, deliverables, reportable, ...shown }) => shown,
      featuredFirst: false,
      reports: false,
    },
    choices: { category: ['Data', 'Design', 'Marketing'], currency: ['EUR', 'USD'] },
  }),
);
