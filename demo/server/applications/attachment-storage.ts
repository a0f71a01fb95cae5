/**
 * Keeps uploaded files in one folder that no route serves, under random names without an extension, so
 * that neither a guess nor a web server's own rules can make one of them public or executable.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export class AttachmentStorage {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<AttachmentStorage> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new AttachmentStorage(folder);
  }

  /** Writes the bytes to the disk for good and returns the name they are kept under. */
  async save(bytes: Buffer): Promise<string> {
    const name = randomBytes(24).toString('hex');
    const file = await open(join(this.#folder, name), 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return name;
  }

  async remove(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => rm(join(this.#folder, name), { force: true })));
  }

  /** What a crash left behind between writing a file and recording its application. */
  async removeAllBut(known: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder);
    await this.remove(names.filter((name) => !known.has(name)));
  }

  read(name: string): ReadStream {
    return createReadStream(join(this.#folder, name));
  }
}
