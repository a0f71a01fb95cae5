/** The gate that every address from a listing passes before it becomes a link. */

/**
 * The address as an absolute URL of http or https; undefined for any other scheme, for one with a
 * user name in it (`https://bank.example@evil.example`), for what is no URL, and for nothing.
 */
export function safeUrl(address: string | undefined, base?: string): URL | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}
