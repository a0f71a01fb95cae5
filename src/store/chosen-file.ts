import { HEAD_BYTES, type FileFacts, type FileLimits } from '../domain/files.ts';

/** A file as it was when it was chosen. */
export interface ChosenFile extends FileFacts {
  /** A copy: a phone's cloud file, or one on a stick, may be gone when it is sent. */
  readonly file?: File;
}

export async function copyOf(original: File, { maxBytes }: FileLimits): Promise<ChosenFile> {
  const { name, size, type } = original;
  // What is too large is refused anyway, and might not fit into memory.
  if (size > maxBytes) return { name, size };
  try {
    const bytes = await original.arrayBuffer();
    const head = new Uint8Array(bytes, 0, Math.min(HEAD_BYTES, bytes.byteLength));
    return { name, size: bytes.byteLength, head, file: new File([bytes], name, { type }) };
  } catch {
    return { name, size };
  }
}
