/** `npm start`: builds the script that the demo pages embed, then serves pages and reference API. */
import { buildCdn } from './build.ts';

await buildCdn();
await import('../demo/server/main.ts');
