/** Puts the files of one application on the disk, past the virus scanner where there is one. */
import type { FastifyBaseLogger } from 'fastify';
import { Problem, type FieldError } from '../http/problem.ts';
import type { StoredFile } from './applications-repository.ts';
import type { AttachmentStorage } from './attachment-storage.ts';
import { mediaTypeOf, tidyFileName } from './file-kind.ts';
import { pointerTo } from './receiver-checks.ts';
import type { ReceivedFile } from './received-form.ts';
import type { Scanner, Verdict } from './virus-scan.ts';

export interface FileIntake {
  readonly storage: AttachmentStorage;
  /** Without one, files are taken as they are. */
  readonly scanner?: Scanner;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
}

/** How long all files of one application may take to scan, in milliseconds: somebody is waiting. */
const PATIENCE = 20_000;

const infected = (part: string): FieldError => ({
  pointer: pointerTo('files', part),
  detail:
    'A virus was found in this file, so it was not taken and has been deleted. Attach another copy, for example one that you save anew as PDF.',
});

/** Writes a file to where it belongs by what the scanner says of it; undefined: nowhere. */
async function keep(
  { storage, scanner }: FileIntake,
  bytes: Buffer,
  until: number,
): Promise<Pick<StoredFile, 'storageName' | 'scan'> | undefined> {
  if (!scanner) return { storageName: await storage.save(bytes), scan: 'none' };
  const storageName = await storage.quarantine(bytes);
  let verdict: Verdict | undefined;
  try {
    verdict = await scanner(storage.pathInQuarantine(storageName), until - Date.now());
    if (verdict === 'clean') await storage.release(storageName);
  } finally {
    if (verdict === undefined || verdict === 'infected') await storage.remove([storageName]);
  }
  if (verdict === 'infected') return undefined;
  // A scanner that is out of order is no reason to turn away a student whose deadline is tonight.
  return { storageName, scan: verdict === 'clean' ? 'clean' : 'waiting' };
}

/** Returns where the files are; throws, and keeps none, when one of them is infected. */
export async function takeFiles(
  intake: FileIntake,
  files: readonly ReceivedFile[],
): Promise<StoredFile[]> {
  const until = Date.now() + PATIENCE;
  const taken: StoredFile[] = [];
  const refused: FieldError[] = [];
  let complete = false;
  try {
    for (const { part, name, bytes } of files) {
      const place = await keep(intake, bytes, until);
      if (!place) refused.push(infected(part));
      else
        taken.push({
          ...place,
          part,
          fileName: tidyFileName(name),
          mediaType: mediaTypeOf(name),
          bytes: bytes.length,
        });
    }
    complete = refused.length === 0;
  } finally {
    if (!complete) await intake.storage.remove(taken.map(({ storageName }) => storageName));
  }
  if (refused.length > 0) {
    intake.log.warn({ files: refused.length }, 'an application was refused: infected files');
    throw new Problem(422, { detail: 'A virus was found in a file.', errors: refused });
  }
  return taken;
}
