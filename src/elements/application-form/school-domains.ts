/** Endings under which schools have a name of their own: `.edu`, `.ac.uk`, `.edu.au`. */
const ACADEMIC = /([^.]+\.(?:edu|(?:ac|edu)\.[a-z]{2}))$/;

/** The email domain that a school's students most likely have, from the host of its page; none elsewhere. */
export const schoolDomains = (host: string): readonly string[] => {
  const [, domain] = ACADEMIC.exec(host) ?? [];
  return domain ? [domain] : [];
};
