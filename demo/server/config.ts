/** What the server is told by its environment. Read once, at the start, and passed on as plain data. */

import { fileURLToPath } from 'node:url';
import type { Queryable } from './database/database.ts';

export interface Limits {
  /** GET requests a minute from one address. */
  readonly reads: number;
  /** Applications in ten minutes from one address. */
  readonly applications: number;
  /** Confirmations an hour to one email address. */
  readonly confirmations: number;
  /** Where requests are counted by servers that share a database; absent: each counts for itself. */
  readonly countedIn?: Queryable;
}

/** Wide enough for a class that applies during a workshop behind one campus address. */
export const DEFAULT_LIMITS: Limits = { reads: 1200, applications: 300, confirmations: 5 };

export const DEFAULT_MAIL_FROM = 'Micro-internships <no-reply@listings.example>';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database and of the resumes. */
  readonly dataFolder: string;
  /** PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl?: string;
  /** PostgreSQL servers that follow that one, and from which listings are read. */
  readonly replicaUrls?: readonly string[];
  readonly smtpUrl?: string;
  /** Sender of the confirmations. */
  readonly mailFrom: string;
  readonly staffPassword?: string;
  readonly limits: Limits | 'off';
  /** Which proxies may say what a visitor's address is: all, addresses, or a number of hops. */
  readonly trustProxy: boolean | string | ((address: string, hop: number) => boolean);
  readonly logLevel: string;
  /** Secret by which challenges are signed; without one, none are asked for. */
  readonly challengeKey?: string;
  /** Program, with its parameters, that looks for viruses in a file. */
  readonly scanCommand?: readonly string[];
  /** How long applications are kept after the deadline of their project. */
  readonly retentionDays?: number;
}

export class ConfigError extends Error {}

function readPort(text: string | undefined): number {
  if (!text) return 5173;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`PORT has to be a number from 0 to 65535, not "${text}".`);
  return port;
}

/** `true`, a number of proxies, or their addresses. */
function readTrustProxy(text: string | undefined): Config['trustProxy'] {
  if (!text || text === 'false') return false;
  if (text === 'true') return true;
  if (!/^\d+$/.test(text)) return text;
  const hops = Number(text);
  return (_address, hop) => hop < hops;
}

const MIN_KEY = 16;

function readChallengeKey(text: string | undefined): { challengeKey?: string } {
  if (!text) return {};
  if (text.length < MIN_KEY)
    throw new ConfigError(
      `CHALLENGE_HMAC_KEY has to have at least ${MIN_KEY} characters; "openssl rand -hex 32" makes one.`,
    );
  return { challengeKey: text };
}

/** Words between spaces: no shell reads it, so there are no quotes. */
function readScanCommand(text: string | undefined): { scanCommand?: readonly string[] } {
  const scanCommand = text?.split(/\s+/).filter(Boolean) ?? [];
  return scanCommand.length > 0 ? { scanCommand } : {};
}

function readRetention(text: string | undefined): { retentionDays?: number } {
  if (!text) return {};
  const retentionDays = Number(text);
  if (!Number.isInteger(retentionDays) || retentionDays < 1 || retentionDays > 36_500)
    throw new ConfigError(`RETENTION_DAYS has to be a number of days from 1, not "${text}".`);
  return { retentionDays };
}

function readReplicas(env: NodeJS.ProcessEnv): { replicaUrls?: readonly string[] } {
  const replicaUrls = (env['DATABASE_REPLICA_URLS'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (replicaUrls.length === 0) return {};
  if (!env['DATABASE_URL'])
    throw new ConfigError('DATABASE_REPLICA_URLS needs DATABASE_URL, which they follow.');
  return { replicaUrls };
}

/** `.data/` of this repository, unless the environment names another folder. */
export const dataFolder = (env: NodeJS.ProcessEnv): string =>
  env['DATA_FOLDER'] || fileURLToPath(new URL('../../.data/', import.meta.url));

export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['PORT']),
    dataFolder: dataFolder(env),
    ...(env['DATABASE_URL'] && { databaseUrl: env['DATABASE_URL'] }),
    ...readReplicas(env),
    ...(env['SMTP_URL'] && { smtpUrl: env['SMTP_URL'] }),
    mailFrom: env['MAIL_FROM'] || DEFAULT_MAIL_FROM,
    ...(env['STAFF_PASSWORD'] && { staffPassword: env['STAFF_PASSWORD'] }),
    limits: env['RATE_LIMIT'] === 'off' ? 'off' : DEFAULT_LIMITS,
    trustProxy: readTrustProxy(env['TRUST_PROXY']),
    logLevel: env['LOG_LEVEL'] || 'info',
    ...readChallengeKey(env['CHALLENGE_HMAC_KEY']),
    ...readScanCommand(env['SCAN_COMMAND']),
    ...readRetention(env['RETENTION_DAYS']),
  };
}
