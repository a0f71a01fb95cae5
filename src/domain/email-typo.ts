/** Email addresses that were probably mistyped: nobody hears of an application that is confirmed to nobody. */
import { distance } from './distance.ts';

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

/** One letter left out, doubled or mistaken, or two neighbours that changed places. */
const isSlip = (typed: string, meant: string): boolean =>
  Math.abs(typed.length - meant.length) < 2 && distance(typed, meant) === 1;

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
    [...schools, ...COMMON].find((each) => each.indexOf('.') >= MIN_NAME && isSlip(domain, each)) ??
    (ending && domain.replace(ending[0], ending[1]));
  return meant && `${name}@${meant}`;
}
