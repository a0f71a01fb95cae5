/** The preset for Strapi 5, on Strapi. */
import { strapiLimits } from '../presets/apis/strapi.ts';
import { hostSuite, onHost } from './support/host-suite.ts';
import { freePort } from './support/programs.ts';
import { strapi } from './support/strapi.ts';

const host = strapi(await freePort());

onHost(host, () =>
  hostSuite(host, {
    preset: 'strapi',
    url: host.url,
    limits: strapiLimits,
    choices: { category: ['Data', 'Design', 'Marketing'], industry: ['Health', 'Retail'] },
  }),
);
