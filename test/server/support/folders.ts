/** A folder of a test, with a storage in it. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttachmentStorage } from '../../../demo/server/applications/attachment-storage.ts';
import { atEnd } from './servers.ts';

/** Removed when all tests are over. */
export async function someFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foothold-test-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** How many files are in each of the two folders. */
export async function filesIn(
  folder: string,
): Promise<{ attachments: number; quarantine: number }> {
  const [attachments = [], quarantine = []] = await Promise.all(
    ['attachments', 'quarantine'].map((each) => readdir(join(folder, each))),
  );
  return { attachments: attachments.length, quarantine: quarantine.length };
}

export async function someStorage(): Promise<{ folder: string; storage: AttachmentStorage }> {
  const folder = await someFolder();
  return { folder, storage: await AttachmentStorage.open(folder) };
}
