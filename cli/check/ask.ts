/** Asks a source as a page does. */
import type { Page } from '../../src/source/listings-source.ts';
import type { SourceDefinition } from '../../src/source/mapping/definition.ts';
import { openSource } from '../../src/source/mapping/open-source.ts';
import { messageOf, type Subject } from './subject.ts';
import type { Noted } from './wire.ts';

/** How many projects a page asks for; of a saved response there is no more to come. */
const USUAL = 20;
const MOST = 100;

/** The engine's warnings begin with whom they are about, which the report says already. */
const plainWarning = (message: string): string => message.replace(/^Foothold, \S+: /, '');

/** Leads nowhere in any response. */
const NOWHERE = "$['nothing more']";

/** What a source is opened by: a saved response is all of the list, whatever it says of a next page. */
function definitionFor({ part, looking }: Subject): SourceDefinition {
  const { definition } = part;
  return looking.isLive
    ? definition
    : { ...definition, list: { ...definition.list, next: NOWHERE } };
}

/** The first page; undefined where it cannot be had, which is a problem of the subject then. */
export async function askPage(subject: Subject): Promise<Page | undefined> {
  const { part, looking, warnings } = subject;
  const { wire, isLive, options } = looking;
  const warn = (message: string) => {
    if (isLive) warnings.add(plainWarning(message));
  };
  try {
    const source = openSource(
      definitionFor(subject),
      { ...options, fetch: wire.fetch, warn },
      part.key,
    );
    return await source.list({}, { limit: isLive ? USUAL : MOST });
  } catch (error) {
    if (isLive) subject.complain('list', messageOf(error));
    else warnings.add(`What a page shows is not known: ${messageOf(error)}`);
    return undefined;
  }
}

/** The answer about one project. */
export async function askDetail(subject: Subject, id: string): Promise<Noted | undefined> {
  const { part, looking } = subject;
  const { wire, options } = looking;
  const before = wire.noted.length;
  try {
    const asked: SourceDefinition = { ...part.definition, mode: 'server' };
    await openSource(
      asked,
      { ...options, fetch: wire.fetch, warn: () => undefined },
      part.key,
    ).detail(id);
  } catch (error) {
    subject.complain('detail', `${id}: ${messageOf(error)}`);
  }
  const noted = wire.noted[before];
  return noted?.answered && noted.exchange.status === 200 ? noted : undefined;
}
