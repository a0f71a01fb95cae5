/** `npm run reset`: forgets everything that the demonstration has stored. */
import { rm } from 'node:fs/promises';
import { dataFolder } from './config.ts';

await rm(dataFolder(process.env), { recursive: true, force: true });
console.log('Stored applications, files and listings are gone; the next start seeds anew.');
