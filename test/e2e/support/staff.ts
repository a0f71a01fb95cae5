/** What staff see of the received applications. */
import { createHash } from 'node:crypto';
import type { Application, Signals } from '../../../src/domain/application.ts';
import { unzip } from '../../server/support/documents.ts';
import { demoServer } from './demo-server.ts';

export async function asStaff(path: string): Promise<Response> {
  const { url, staffPassword } = await demoServer();
  const credentials = Buffer.from(`staff:${staffPassword}`).toString('base64');
  return await fetch(url + path, { headers: { Authorization: `Basic ${credentials}` } });
}

export interface StoredFile {
  readonly part: string;
  readonly name: string;
  readonly bytes: number;
  /** Its place in the archive. */
  readonly path: string;
}

export interface Stored {
  readonly reference: string;
  readonly project: { readonly id: string };
  readonly application: Application;
  readonly signals: Signals;
  readonly files: readonly (StoredFile & { readonly text: string })[];
}

/** All applications of one email address that the server has stored, with the files, as `/staff/people` exports them. */
export async function storedOf(email: string): Promise<readonly Stored[]> {
  const hash = createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
  const response = await asStaff(`/staff/people/${hash}/everything.zip`);
  const archive = unzip(Buffer.from(await response.arrayBuffer()));
  const { applications } = JSON.parse(archive['everything.json'] ?? '') as {
    applications: readonly (Stored & { files: readonly StoredFile[] })[];
  };
  return applications.map((each) => ({
    ...each,
    files: each.files.map((file) => ({ ...file, text: archive[file.path] ?? '' })),
  }));
}
