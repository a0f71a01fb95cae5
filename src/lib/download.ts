/** How long a browser may take to start reading a download, in milliseconds. */
const GRACE = 60_000;

/** Saves a text as a file on the reader's device. The file never leaves it. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, GRACE);
}
