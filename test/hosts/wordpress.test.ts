/** The preset for WP Job Manager, on WordPress with the plugin's data. */
import { wordpressSuites } from '../presets/apis/wordpress-suites.ts';
import { hostSuite, onHost } from './support/host-suite.ts';
import { freePort } from './support/programs.ts';
import { wordpress } from './support/wordpress.ts';

const host = wordpress(await freePort());

onHost(host, () => {
  const choices = { category: ['Data', 'Design', 'Marketing'] };
  for (const suite of wordpressSuites(host.site, host.termOf))
    hostSuite(host, { ...suite, choices });
});
