/** `POST /projects/{id}/applications`. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DEFAULT_FILE_LIMITS } from '../../../src/domain/files.ts';
import { availabilityOf } from '../../../src/domain/project-rules.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { Limits } from '../config.ts';
import { DatabaseUnavailable, sqlState, type Database } from '../database/database.ts';
import { comeAgain, noSuchProject, Problem } from '../http/problem.ts';
import { writeLimit } from '../http/rate-limits.ts';
import { findProject } from '../projects/projects-repository.ts';
import {
  findByKey,
  storeApplication,
  type Earlier,
  type StoreResult,
} from './applications-repository.ts';
import type { AttachmentStorage } from './attachment-storage.ts';
import { challengeUnsolved } from './challenge-routes.ts';
import type { Challenges, SolvedChallenge } from './challenge.ts';
import { asFormReadsIt, checkApplication } from './check-application.ts';
import { takeFiles } from './file-intake.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { StoredReceipt } from './receipt.ts';
import { readForm, type ReceivedForm } from './received-form.ts';
import type { Scanner } from './virus-scan.ts';

export interface ApplicationRoutesOptions {
  readonly database: Database;
  readonly storage: AttachmentStorage;
  readonly now: () => number;
  readonly limits: Limits | 'off';
  /** Confirmations an hour to one address. */
  readonly confirmations: number;
  /** Where there are some, each application has to bring a solved one. */
  readonly challenges?: Challenges;
  /** Where there is one, it sees each file before anybody else does. */
  readonly scanner?: Scanner;
  /** Called after an application was stored. */
  readonly onStored?: () => void;
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const LOCK_NOT_AVAILABLE = '55P03';

function readKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && UUID.test(key)) return key.toLowerCase();
  const detail = 'The header Idempotency-Key has to be a UUID, one for each application.';
  throw new Problem(400, { parameter: 'Idempotency-Key', detail });
}

const alreadyReceived = ({ receipt }: Earlier) =>
  new Problem(409, {
    code: 'already-received',
    detail: 'Another application was received under this key.',
    receipt,
  });

const duplicateApplicant = () =>
  new Problem(409, {
    code: 'duplicate-applicant',
    detail: 'There is already an application with this email address.',
  });

/** The same application again gets the same receipt; another one under its key is refused. */
function receiptFor(earlier: Earlier, fingerprint: string): StoredReceipt {
  if (earlier.fingerprint !== fingerprint) throw alreadyReceived(earlier);
  return earlier.receipt;
}

function refuseUnlessOpen(project: Project, now: number): void {
  const mode = project.application?.mode ?? 'post';
  if (availabilityOf(project, now) !== 'open')
    throw new Problem(409, { code: 'closed', detail: 'Applications are closed.' });
  if (mode !== 'post')
    throw new Problem(409, { code: 'closed', detail: 'Applications are taken elsewhere.' });
}

export async function applicationRoutes(
  api: FastifyInstance,
  options: ApplicationRoutesOptions,
): Promise<void> {
  const { database, storage, now, confirmations, onStored, limits, challenges, scanner } = options;
  await api.register(multipart, { throwFileSizeLimit: false });

  /** Looked at last, so that only an application which is right in everything else needs a token. */
  async function readChallenge({ signals }: ReceivedForm): Promise<SolvedChallenge | undefined> {
    if (!challenges) return undefined;
    const solved = await challenges.check(signals.challenge['altcha']);
    if (!solved) throw challengeUnsolved();
    return solved;
  }

  async function receive(request: FastifyRequest, id: string): Promise<StoredReceipt> {
    const key = readKey(request);
    const found = await findProject(database, id);
    if (!found) throw noSuchProject();
    const project = asFormReadsIt(found);
    const form = await readForm(
      request,
      project.application?.upload?.maxBytes ?? DEFAULT_FILE_LIMITS.maxBytes,
    );
    const fingerprint = fingerprintOf(form);
    const earlier = await findByKey(database, id, key);
    if (earlier) return receiptFor(earlier, fingerprint);
    refuseUnlessOpen(project, now());
    const applicant = checkApplication(project, form);
    const challenge = await readChallenge(form);

    const intake = { storage, log: request.log, ...(scanner && { scanner }) };
    const files = await takeFiles(intake, form.files);
    let result: StoreResult;
    let isKept = false;
    try {
      const { application } = form;
      const signals = form.signals.stored;
      const sent = { application, files, signals, challenge };
      const received = { project, key, fingerprint, ...applicant, ...sent };
      result = await storeApplication(database, received, confirmations, now());
      isKept = result.outcome === 'stored';
    } catch (error) {
      // If it was not stored after all, they are removed as what a crash left behind.
      isKept = error instanceof DatabaseUnavailable && error.mayBeDone;
      throw error;
    } finally {
      if (!isKept) await storage.remove(files.map((file) => file.storageName));
    }
    if (result.outcome === 'key-taken') return receiptFor(result, fingerprint);
    if (result.outcome === 'duplicate-applicant') throw duplicateApplicant();
    if (result.outcome === 'challenge-spent') throw challengeUnsolved();
    onStored?.();
    return result.receipt;
  }

  const config = writeLimit(limits);

  api.post<{ Params: { id: string } }>(
    '/projects/:id/applications',
    { config },
    async (request, reply) => {
      try {
        const receipt = await receive(request, request.params.id);
        return await reply.code(201).header('Cache-Control', 'no-store').send(receipt);
      } catch (error) {
        if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
        throw comeAgain('The same application is being received. Try again in a moment.');
      }
    },
  );
}
