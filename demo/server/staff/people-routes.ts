/** `/staff/people`: what is held on one person, as a download, and deleted on request. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AttachmentStorage } from '../applications/attachment-storage.ts';
import type { Database } from '../database/database.ts';
import { acceptForms, formField, guardForms } from './form-guard.ts';
import {
  confirmPage,
  deletedPage,
  personPage,
  refusedFormPage,
  searchPage,
} from './people-pages.ts';
import * as people from './people-repository.ts';
import { personArchive } from './person-archive.ts';

export interface PeopleRoutesOptions {
  readonly database: Database;
  readonly storage: AttachmentStorage;
  readonly password: string;
  /** Who is written down as having deleted something. */
  readonly user: string;
  readonly now: () => number;
  readonly sendPage: (reply: FastifyReply, page: string) => FastifyReply;
  readonly missing: (reply: FastifyReply) => FastifyReply;
}

const SEARCH = 'search';
const deletionOf = (hash: string) => `delete ${hash}`;

interface OfPerson {
  Params: { hash: string };
}

export function peopleRoutes(staff: FastifyInstance, options: PeopleRoutesOptions): void {
  const { database, storage, password, user, now, sendPage, missing } = options;
  const guard = guardForms(password);
  acceptForms(staff);

  const search = async (reply: FastifyReply, error?: string) =>
    sendPage(reply, searchPage(guard.token(SEARCH), await people.listDeletions(database), error));
  const confirm = async (reply: FastifyReply, hash: string, error?: string) => {
    const held = await people.heldOn(database, hash);
    return sendPage(reply, confirmPage(held, guard.token(deletionOf(hash)), error));
  };
  const refused = (reply: FastifyReply) => sendPage(reply.code(403), refusedFormPage());
  const isHash = ({ params }: FastifyRequest<OfPerson>) => /^[\da-f]{64}$/.test(params.hash);

  staff.get('/people', async (_request, reply) => await search(reply));

  // The address is sent in a form and never stands in a URL, which browsers and proxies remember.
  staff.post('/people', async (request, reply) => {
    if (!guard.accepts(request, SEARCH)) return refused(reply);
    const email = formField(request, 'email').trim();
    if (email === '') return await search(reply.code(422), 'Enter an email address.');
    return reply.redirect(`/staff/people/${people.emailHash(email)}`, 303);
  });

  staff.get<OfPerson>('/people/:hash', async (request, reply) => {
    if (!isHash(request)) return missing(reply);
    return sendPage(reply, personPage(await people.heldOn(database, request.params.hash)));
  });

  staff.get<OfPerson>('/people/:hash/everything.zip', async (request, reply) => {
    if (!isHash(request)) return missing(reply);
    const held = await people.heldOn(database, request.params.hash);
    return reply
      .type('application/zip')
      .header('Content-Disposition', 'attachment; filename="everything.zip"')
      .send(personArchive(held, storage, now()));
  });

  staff.get<OfPerson>('/people/:hash/delete', async (request, reply) => {
    if (!isHash(request)) return missing(reply);
    return await confirm(reply, request.params.hash);
  });

  staff.post<OfPerson>('/people/:hash/delete', async (request, reply) => {
    const { hash } = request.params;
    if (!isHash(request)) return missing(reply);
    if (!guard.accepts(request, deletionOf(hash))) return refused(reply);
    if (formField(request, 'sure') !== 'yes')
      return await confirm(reply.code(422), hash, 'Tick this box if everything is to be deleted.');
    const deletion = await people.deleteAllOf(database, hash, user, now());
    await storage.remove(deletion.storageNames);
    const { applications, files, emails, reports } = deletion;
    request.log.info(
      { applications, files, emails, reports },
      'what was held on one person was deleted',
    );
    return reply.redirect(`/staff/deletions/${deletion.id}`, 303);
  });

  staff.get<{ Params: { id: string } }>('/deletions/:id', async (request, reply) => {
    const deletion = await people.findDeletion(database, request.params.id);
    return deletion ? sendPage(reply, deletedPage(deletion)) : missing(reply);
  });
}
