/** Conversions of words into the values that the model knows. A word that is not sure is unknown. */
import { tableOf, textOf } from './convert.ts';

/** Letters and digits alone: `On-site`, `ON_SITE` and `on site` are one word. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '');

/** What else people call our values: a word and what it may mean, of which a field takes what it knows. */
const synonyms = tableOf(
  'telecommute:remote fullyremote:remote 100remote:remote workfromhome:remote wfh:remote virtual:remote ' +
    'inperson:onsite inoffice:onsite fixedfee:fixed fixedprice:fixed flatfee:fixed onetime:fixed project:fixed ' +
    'hour:hourly volunteer:unpaid freelance:contractor independentcontractor:contractor ' +
    'active:open publish:open published:open expired:closed true:required false:notrequired,optional ' +
    'string:text shorttext:text longtext:textarea phone:tel dropdown:select checkboxes:multiselect attachment:file ' +
    '1:true yes:true,required y:true on:true 0:false no:false,notrequired n:false off:false,none',
);

/** A reader of one of our values, in other spellings and words, too; what stands in parentheses is left out. */
export const oneOf = (values: string): ((value: unknown) => string | undefined) => {
  const known = new Map(values.split(' ').map((value) => [bare(value), value]));
  return (value) => {
    const word = bare(textOf(value).split('(', 1)[0]!);
    return [word, ...(synonyms.get(word)?.split(',') ?? [])]
      .map((each) => known.get(each))
      .find(Boolean);
  };
};

export const workMode = oneOf('remote hybrid onsite unknown');
export const payKind = oneOf('fixed hourly stipend unpaid unknown');

/** Units in which work and its pay are counted, in the order of the groups of `unit`. */
const units = ['hour', 'day', 'week', 'month', 'year', 'project'];
const unit =
  /^(?:per|each|an?|1)?(?:(p?h|hrs?|hours?|hourly)|(d|days?|daily)|(w|wks?|weeks?|weekly)|(pm|mo?|months?|monthly)|(pa|y|yrs?|years?|yearly|annum|annual(?:ly)?)|(projects?|fixed|flat|onetime))$/;

/** The unit that a phrase names: `hours`, `per week`, `/hr`, `1 YEAR`, `PA`. */
export const unitOf = (value: unknown): string | undefined => {
  const found = unit.exec(bare(textOf(value)));
  return found ? units[found.slice(1).findIndex(Boolean)] : undefined;
};

/** What one amount is paid for. The model knows no pay by the day or the year. */
export function payPer(value: unknown): string | undefined {
  const found = unitOf(value);
  return found === 'day' || found === 'year' ? undefined : found;
}

const truth = oneOf('true false');

/** True or false of what says so in words. */
export function boolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = truth(value);
  return word ? word === 'true' : undefined;
}
