/** Email addresses that were probably mistyped: nobody hears of an application that is confirmed to nobody. */

/** Where most personal mailboxes are. */
const COMMON = [
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'proton.me',
];

/** Others that are one letter from those. */
const NEAR = ['mail.com', 'email.com', 'ymail.com'];

/** Names shorter than this are too near to each other: `ucsd.edu` and `ucsb.edu` are both right. */
const MIN_NAME = 5;

/** Endings that are typed for `.com`, `.edu` and the like; none of them is one. */
const endings: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/\.(con|cmo|ocm|comm|vom|xom|cpm|coom)$/, '.com'],
  [/\.(edi|eud|ed|eduu|edy)$/, '.edu'],
  [/\.(ogr|orgg|prg)$/, '.org'],
  [/\.(nte|ent|nett)$/, '.net'],
];

/** True where one letter was left out, doubled, mistaken, or changed places with its neighbour. */
function isOneSlipFrom(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}

/**
 * The address that was probably meant; undefined where nothing seems wrong. It is a question, never an
 * answer: the address that looks mistyped may be right.
 * @param schools domains that are more likely than others, such as the school's own: `northmere.edu`
 */
export function likelyEmail(address: string, schools: readonly string[] = []): string | undefined {
  const [, name, typed] = /^([^@\s]+)@([^@\s]+)$/.exec(address.trim()) ?? [];
  if (!name || !typed) return undefined;
  const domain = typed.toLowerCase();
  const known = [...schools, ...COMMON, ...NEAR];
  if (known.some((each) => domain === each || domain.endsWith(`.${each}`))) return undefined;
  const ending = endings.find(([wrong]) => wrong.test(domain));
  const meant =
    [...schools, ...COMMON].find(
      (each) => each.indexOf('.') >= MIN_NAME && isOneSlipFrom(domain, each),
    ) ??
    (ending && domain.replace(ending[0], ending[1]));
  return meant && `${name}@${meant}`;
}
