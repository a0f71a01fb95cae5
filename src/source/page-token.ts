import { messageOf, SourceError } from './source-error.ts';

/** The page's token, if it has one. Without the one it promised, nothing is sent. */
export async function tokenFrom(
  token: (() => string | Promise<string>) | undefined,
): Promise<string | undefined> {
  try {
    return await token?.();
  } catch (error) {
    throw new SourceError('http', `The page gave no token: ${messageOf(error)}`, { status: 401 });
  }
}
