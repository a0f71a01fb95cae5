/** The progress of several requests as that of one, by their bytes. */

/** Begins a request of so many bytes; what it gives is told the part of them that is sent, 0 to 1. */
type Begin = (bytes: number) => (part: number) => void;

/**
 * @param total bytes of all requests
 * @param tell called with the part of the total that is sent, 0 to 1; never with less than before, also where a
 *   request starts anew
 */
export function progressOver(total: number, tell?: (sent: number) => void): Begin {
  let begun = 0;
  let told = 0;
  return (bytes) => {
    const before = begun;
    begun += bytes;
    return (part) => {
      const sent = Math.min(1, (before + part * bytes) / total);
      if (sent > told) tell?.((told = sent));
    };
  };
}
