/** A file as templates see it: `{file}`, `{file.name}`, `{resume.base64}`. */
export interface SentFile {
  readonly file: File;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Only where a template asks for it. */
  readonly base64?: string;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

export const describeFile = async (file: File, needsBytes: boolean): Promise<SentFile> => ({
  file,
  name: file.name,
  type: file.type,
  size: file.size,
  ...(needsBytes && { base64: await base64Of(file) }),
});
