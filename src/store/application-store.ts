import type { Attachment, Receipt } from '../domain/application.ts';
import {
  DEFAULT_FILE_LIMITS,
  HEAD_BYTES,
  type FileFacts,
  type FileLimits,
} from '../domain/files.ts';
import {
  answerTo,
  applicationOf,
  askedFields,
  fieldAt,
  formDefinition,
  RESUME,
  type FormField,
  type Values,
} from '../domain/form-definition.ts';
import type { Project } from '../domain/project.ts';
import { validate, type FieldError } from '../domain/validation.ts';
import type { ListingsSource } from '../source/listings-source.ts';
import { asSourceError, type SourceError } from '../source/source-error.ts';
import { Store } from './store.ts';

/** A file as it was when it was chosen. */
export interface ChosenFile extends FileFacts {
  /** A copy: a phone's cloud file, or one on a stick, may be gone when it is sent. */
  readonly file?: File;
}

/** Why an application was not taken, or was not even sent. */
export type FailureReason =
  /** Not sent: there is no network. */
  | 'offline'
  /** Not sent: the page's own policy forbids it. */
  | 'blocked'
  /** Not sent: a listener of `foothold-application-submit` let its promise reject. */
  | 'held'
  /** Not sent: these listings take no applications here. */
  | 'unsupported'
  | 'closed'
  | 'gone'
  /** This email address has applied to this project before. */
  | 'duplicate'
  /** Too many at once: try again later. */
  | 'busy'
  | 'refused';

/** Where an application stands. */
export type Phase =
  | { readonly status: 'editing' }
  | {
      readonly status: 'sending';
      /** The part sent so far, 0 to 1; absent where nobody can say. */
      readonly progress?: number;
    }
  /** It may or may not have arrived. Sending it again, under the same key, settles that. */
  | { readonly status: 'unconfirmed'; readonly offline: boolean }
  | {
      readonly status: 'failed';
      readonly reason: FailureReason;
      /** Seconds to wait, where the API says. */
      readonly wait?: number | undefined;
      /** The API's own words. */
      readonly detail?: string | undefined;
    }
  | {
      readonly status: 'sent';
      readonly receipt: Receipt;
      /** ISO 8601 instant. */
      readonly sentAt: string;
      /** An earlier version had arrived already, and is the one that counts. */
      readonly earlier: boolean;
    };

export interface ApplicationSnapshot {
  readonly fields: readonly FormField[];
  /** What was typed, by pointer. */
  readonly values: Values;
  readonly files: Readonly<Record<string, readonly ChosenFile[]>>;
  /** Pointers of the fields whose files are being copied. */
  readonly reading: readonly string[];
  /** What is wrong now, by pointer. */
  readonly errors: Readonly<Record<string, FieldError | undefined>>;
  /** Pointers of what was wrong at the last attempt to send, in order; some may be right by now. */
  readonly summary: readonly string[];
  /** What the API said of something that is not on the form. */
  readonly remarks: readonly string[];
  readonly phase: Phase;
}

/** What the form was shown with at the moment of sending. */
export interface Agreement {
  readonly text: string;
  readonly version: string;
}

const blank: Omit<ApplicationSnapshot, 'fields'> = {
  values: {},
  files: {},
  reading: [],
  errors: {},
  summary: [],
  remarks: [],
  phase: { status: 'editing' },
};

/** Codes that come from the API: only it can take them back, once the answer has changed. */
const foreign = new Set(['server', 'fileRefused']);

/** A UUID, version 4. Pages without https have no `randomUUID`. */
function makeKey(): string {
  const { crypto } = globalThis;
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function copyOf(original: File, { maxBytes }: FileLimits): Promise<ChosenFile> {
  const { name, size, type } = original;
  // What is too large is refused anyway, and might not fit into memory.
  if (size > maxBytes) return { name, size };
  try {
    const bytes = await original.arrayBuffer();
    const head = new Uint8Array(bytes, 0, Math.min(HEAD_BYTES, bytes.byteLength));
    return { name, size: bytes.byteLength, head, file: new File([bytes], name, { type }) };
  } catch {
    return { name, size };
  }
}

/** What a refusal means for the application. */
function failureOf({ kind, status, code, retryAfter: wait, detail }: SourceError): Phase {
  const failed = (reason: FailureReason): Phase => ({ status: 'failed', reason, wait, detail });
  if (kind === 'blocked') return failed('blocked');
  if (status === 429 || status === 503) return failed('busy');
  if (status === 404 || status === 410) return failed('gone');
  if (status === 409 && code === 'duplicate-applicant') return failed('duplicate');
  if (status === 409 && (!code || code === 'closed')) return failed('closed');
  if (status !== null && status >= 400 && status < 500 && status !== 408) return failed('refused');
  // No answer, half an answer, or one of a server in between: it may have arrived.
  return { status: 'unconfirmed', offline: kind === 'offline' };
}

/**
 * One application to one project, from the first letter to the receipt. Nothing typed is lost while
 * the page lives, and nothing is sent twice: one key holds for all attempts until there is a receipt.
 */
export class ApplicationStore extends Store<ApplicationSnapshot> {
  readonly #source: ListingsSource;
  readonly #projectId: string;
  #project: unknown;
  #upload: unknown;
  #locale: string | undefined;
  #key: string | undefined;
  /** After a first attempt to send, fields are checked as they are left. */
  #attempted = false;
  #submitting: Promise<SourceError | undefined> | undefined;
  /** Files on their way into memory, with the field that they are for. */
  readonly #reading = new Map<Promise<readonly ChosenFile[]>, string>();

  constructor(source: ListingsSource, projectId: string) {
    super({ ...blank, fields: [] });
    this.#source = source;
    this.#projectId = projectId;
  }

  /** True while there is something that would be lost with the page. */
  get hasWork(): boolean {
    const { fields, values, files, phase } = this.snapshot;
    return (
      phase.status !== 'sent' &&
      fields.some(
        (field) =>
          files[field.pointer]?.length || answerTo(field, values[field.pointer]) !== undefined,
      )
    );
  }

  /** True once somebody has begun it, also when it is sent. */
  get isBegun(): boolean {
    return this.hasWork || this.snapshot.phase.status === 'sent';
  }

  /**
   * Says which project it is for. A project that was changed meanwhile changes the fields; what was
   * typed stays.
   * @param locale BCP 47 language of the form
   */
  show(project: Project, locale: string, upload?: Partial<FileLimits>): void {
    this.#locale = locale;
    if (project === this.#project && upload === this.#upload) return;
    this.#project = project;
    this.#upload = upload;
    this.update({ fields: formDefinition(project, upload) });
  }

  /** Takes an answer as it is typed. A field in error is checked anew, others are left in peace. */
  change(field: string, value: unknown): void {
    if (this.#isClosed()) return;
    this.update({ values: { ...this.snapshot.values, [field]: value } });
    this.#recheck(field);
  }

  /** A field was left. */
  leave(field: string): void {
    if (
      !this.#attempted ||
      this.#isClosed() ||
      foreign.has(this.snapshot.errors[field]?.code ?? '')
    )
      return;
    this.#recheck(field, true);
  }

  /** Takes files for a field and copies them; in place of the earlier one where it takes only one. */
  async attach(field: FormField, chosen: readonly File[]): Promise<void> {
    if (!chosen.length || this.#isClosed()) return;
    const { pointer, multiple, limits = DEFAULT_FILE_LIMITS } = field;
    const reading = Promise.all(chosen.map((file) => copyOf(file, limits)));
    if (!multiple) this.#forgetReading(pointer);
    this.#reading.set(reading, pointer);
    this.update({ reading: [...this.#reading.values()] });
    const files = await reading;
    // Cleared, or another file was chosen meanwhile.
    if (!this.#reading.delete(reading)) return;
    const earlier = (multiple && this.snapshot.files[pointer]) || [];
    this.#setFiles(pointer, [...earlier, ...files]);
  }

  /** Removes one of a field's files. */
  detach(field: string, index: number): void {
    if (this.#isClosed()) return;
    this.#setFiles(
      field,
      (this.snapshot.files[field] ?? []).filter((_, at) => at !== index),
    );
  }

  /**
   * Checks everything and sends it. Called again while that is under way it changes nothing.
   * @param approve asked before anything is sent: false stops quietly, a rejection with a remark
   * @returns the error of a request that failed
   */
  submit(
    agreement: Agreement,
    approve: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<SourceError | undefined> {
    return (this.#submitting ??= this.#submit(agreement, approve).finally(() => {
      this.#submitting = undefined;
    }));
  }

  /** Forgets everything that was typed and chosen, and the receipt. */
  clear(): void {
    this.#key = undefined;
    this.#attempted = false;
    this.#reading.clear();
    this.update(blank);
  }

  /** True when nothing may be changed any more: what is on its way is what was shown. */
  #isClosed(): boolean {
    const { status } = this.snapshot.phase;
    return status === 'sending' || status === 'sent';
  }

  async #submit(
    agreement: Agreement,
    approve: () => Promise<boolean>,
  ): Promise<SourceError | undefined> {
    const { phase: before } = this.snapshot;
    if (before.status === 'sent') return undefined;
    while (this.#reading.size) await Promise.allSettled(this.#reading.keys());
    this.#attempted = true;
    if (this.#findErrors()) return undefined;

    this.update({ phase: { status: 'sending' } });
    try {
      if (!(await approve())) {
        this.update({ phase: before });
        return undefined;
      }
    } catch {
      return this.#stop('held', before);
    }
    if (globalThis.navigator?.onLine === false) return this.#stop('offline', before);
    if (!this.#source.apply) return this.#stop('unsupported', before);
    return this.#send(agreement);
  }

  async #send({ text, version }: Agreement): Promise<SourceError | undefined> {
    const { fields, values } = this.snapshot;
    const at = new Date().toISOString();
    const consent = { accepted: true, text, version, at } as const;
    try {
      const receipt = await this.#source.apply!(
        this.#projectId,
        {
          application: applicationOf(fields, values, consent, this.#locale ?? 'en'),
          attachments: this.#attachments(),
          key: (this.#key ??= makeKey()),
        },
        {
          onProgress: (progress) => {
            if (this.snapshot.phase.status === 'sending')
              this.update({ phase: { status: 'sending', progress } });
          },
        },
      );
      this.#succeed(receipt, false);
      return undefined;
    } catch (thrown) {
      const error = asSourceError(thrown);
      if (error.receipt) this.#succeed(error.receipt, true);
      else this.#land(error);
      return error.receipt ? undefined : error;
    }
  }

  /** True where something has to be put right first. */
  #findErrors(): boolean {
    const { fields, values, files, phase } = this.snapshot;
    const errors = validate(fields, values, files, this.#locale);
    this.update({
      errors: Object.fromEntries(errors.map((error) => [error.field, error])),
      summary: errors.map(({ field }) => field),
      remarks: [],
      // That an earlier attempt may have arrived stays true.
      phase: phase.status === 'unconfirmed' ? phase : { status: 'editing' },
    });
    return errors.length > 0;
  }

  #attachments(): Attachment[] {
    const { fields, values, files } = this.snapshot;
    return askedFields(fields, values)
      .filter(({ type }) => type === 'file')
      .flatMap(({ id: part, pointer }) =>
        (files[pointer] ?? []).flatMap(({ file }) => (file ? [{ part, file }] : [])),
      );
  }

  #succeed(receipt: Receipt, earlier: boolean): void {
    this.#key = undefined;
    const sentAt = receipt.submittedAt ?? new Date().toISOString();
    this.update({ phase: { status: 'sent', receipt, sentAt, earlier } });
  }

  /** Ends an attempt before anything was sent. That an earlier one may have arrived stays true. */
  #stop(reason: FailureReason, before: Phase): undefined {
    this.update({
      phase:
        before.status === 'unconfirmed'
          ? { ...before, offline: reason === 'offline' }
          : { status: 'failed', reason },
    });
  }

  /** Puts each complaint on its field; what belongs to none is a remark. */
  #land(error: SourceError): void {
    const { fields, files } = this.snapshot;
    const errors: Record<string, FieldError> = {};
    const remarks: string[] = [];
    for (const { pointer, detail } of error.errors) {
      const field = fieldAt(fields, pointer)?.pointer;
      if (field) errors[field] ??= { field, code: 'server', params: { detail } };
      else remarks.push(detail);
    }
    const isAboutFile = error.status === 413 || error.status === 415;
    if (isAboutFile && !error.errors.length) {
      const isSent = ({ pointer }: FormField) => !!files[pointer]?.length;
      const field = [...fields].sort(resumeFirst).find(isSent)?.pointer;
      const name = field && files[field]![0]!.name;
      if (field && name) errors[field] = { field, code: 'fileRefused', params: { name } };
    }
    const summary = fields.map(({ pointer }) => pointer).filter((pointer) => errors[pointer]);
    const isExplained = summary.length > 0 || remarks.length > 0;
    this.update({
      errors,
      summary,
      remarks,
      phase: isExplained ? { status: 'editing' } : failureOf(error),
    });
  }

  #setFiles(field: string, files: readonly ChosenFile[]): void {
    this.update({
      files: { ...this.snapshot.files, [field]: files },
      reading: [...this.#reading.values()],
    });
    // What is wrong with a file is said at once, before it is sent; that it is missing is not.
    this.#recheck(field, files.length > 0);
  }

  #forgetReading(field: string): void {
    for (const [reading, of] of this.#reading) if (of === field) this.#reading.delete(reading);
  }

  /** Checks the fields in error again, for one answer can put another field right, and `field` too with `always`. */
  #recheck(field: string, always = false): void {
    const { fields, values, files, errors } = this.snapshot;
    const found = validate(fields, values, files, this.#locale);
    const kept = Object.values(errors).filter(
      (error) => error && error.field !== field && foreign.has(error.code),
    );
    const current = found.filter(
      (error) => errors[error.field] || (always && error.field === field),
    );
    this.update({
      errors: Object.fromEntries([...current, ...kept].map((error) => [error!.field, error])),
    });
  }
}

const resumeFirst = (a: FormField, b: FormField): number =>
  Number(b.pointer === RESUME) - Number(a.pointer === RESUME);
