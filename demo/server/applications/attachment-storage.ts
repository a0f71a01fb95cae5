/**
 * Keeps uploaded files in folders that no route serves, under random names without an extension, so that
 * neither a guess nor a web server's own rules can make one of them public or executable. What a scanner
 * has not seen is in `quarantine/`, everything else in `attachments/`.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the bytes to the disk for good and returns the name they are kept under. */
async function write(folder: string, bytes: Buffer): Promise<string> {
  const name = randomBytes(24).toString('hex');
  const file = await open(join(folder, name), 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return name;
}

/** Another process may have removed it meanwhile. */
const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );

export class AttachmentStorage {
  readonly #attachments: string;
  readonly #quarantine: string;

  private constructor(folder: string) {
    this.#attachments = join(folder, 'attachments');
    this.#quarantine = join(folder, 'quarantine');
  }

  /** @param folder the one that both folders are in */
  static async open(folder: string): Promise<AttachmentStorage> {
    const storage = new AttachmentStorage(folder);
    for (const each of [storage.#attachments, storage.#quarantine])
      await mkdir(each, { recursive: true, mode: 0o700 });
    return storage;
  }

  async save(bytes: Buffer): Promise<string> {
    return await write(this.#attachments, bytes);
  }

  /** Like `save`, for a file that has to be scanned first. */
  async quarantine(bytes: Buffer): Promise<string> {
    return await write(this.#quarantine, bytes);
  }

  /** Where a scanner finds a file in quarantine. */
  pathInQuarantine(name: string): string {
    return join(this.#quarantine, name);
  }

  /** Moves a file that is clean out of quarantine. */
  async release(name: string): Promise<void> {
    await rename(join(this.#quarantine, name), join(this.#attachments, name));
  }

  /** True when a file has left quarantine, though nobody may have recorded it. */
  isReleased(name: string): boolean {
    return existsSync(join(this.#attachments, name));
  }

  /** Deletes files wherever they are. */
  async remove(names: readonly string[]): Promise<void> {
    // Quarantine first: what is being released now is then still found where it goes.
    for (const folder of [this.#quarantine, this.#attachments])
      await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  }

  /**
   * Deletes what a crash left behind between writing a file and recording its application.
   * @param before only what was written before this moment, in milliseconds since 1970: younger files
   *   may belong to a request that another process is answering. Default: everything
   */
  async removeAllBut(known: ReadonlySet<string>, before = Infinity): Promise<void> {
    for (const folder of [this.#quarantine, this.#attachments]) {
      const names = await readdir(folder);
      for (const path of names.filter((name) => !known.has(name)).map((name) => join(folder, name)))
        if (before === Infinity || (await changedAt(path)) < before)
          await rm(path, { force: true });
    }
  }

  read(name: string): ReadStream {
    return createReadStream(join(this.#attachments, name));
  }
}
