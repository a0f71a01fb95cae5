import type { Attachment, Identity, Receipt, Signals } from '../domain/application.ts';
import { likelyEmail } from '../domain/email-typo.ts';
import { DEFAULT_FILE_LIMITS } from '../domain/files.ts';
import { formChanges } from '../domain/form-changes.ts';
import {
  applicationOf,
  askedFields,
  EMAIL,
  formDefinition,
  isGiven,
  NAME,
  type FormField,
  type FormTerms,
} from '../domain/form-definition.ts';
import { formSteps, openSteps } from '../domain/form-sections.ts';
import type { Project } from '../domain/project.ts';
import { validate, type FieldError } from '../domain/validation.ts';
import type { ListingsSource } from '../source/listings-source.ts';
import { systemClock, untilAborted, type Clock } from '../source/retry.ts';
import { isAbort, type SourceError } from '../source/source-error.ts';
import { makeKey } from './application-key.ts';
import {
  blank,
  phaseAfter,
  type Agreement,
  type ApplicationSnapshot,
  type Attempt,
  type FailureReason,
  type Phase,
} from './application-state.ts';
import { complaintsOf, foreignCodes } from './complaints.ts';
import { copyOf, type ChosenFile } from './chosen-file.ts';
import { DraftBox, draftable, type KeptDraft } from './draft-box.ts';
import { sendOff } from './send-off.ts';
import { Store } from './store.ts';

/** What applications of one page share: who applied last, as long as nobody clears it. */
export interface Memory {
  applicant?: Identity | undefined;
  /** Called when somebody clears it. */
  readonly onForget?: () => void;
}

/**
 * One application to one project, from the first letter to the receipt. Nothing typed is lost while
 * the page lives, and nothing is sent twice: one key holds for all attempts until there is a receipt.
 */
export class ApplicationStore extends Store<ApplicationSnapshot> {
  readonly #source: ListingsSource;
  readonly #projectId: string;
  readonly #memory: Memory;
  readonly #clock: Clock;
  readonly #box: DraftBox;
  #project: unknown;
  #terms: unknown;
  #locale: string | undefined;
  #identity: Identity = {};
  #key: string | undefined;
  /** When the form was first touched, in milliseconds since 1970, and with which fields. */
  #startedAt: number | undefined;
  #fieldsAtStart: readonly FormField[] = [];
  /** Pointers of the fields that stood in an attempt to go on: they are checked as they are left. */
  readonly #attempted = new Set<string>();
  #submitting: Promise<SourceError | undefined> | undefined;
  #sending: AbortController | undefined;
  /** Of the attempt under way something has left. */
  #hasLeft = false;
  /** Files on their way into memory, with the field that they are for. */
  readonly #reading = new Map<Promise<readonly ChosenFile[]>, string>();

  constructor(
    source: ListingsSource,
    projectId: string,
    { memory = {}, clock = systemClock }: { memory?: Memory; clock?: Clock } = {},
  ) {
    super({ ...blank, fields: [], steps: [] });
    this.#source = source;
    this.#projectId = projectId;
    this.#memory = memory;
    this.#clock = clock;
    this.#box = new DraftBox(source.url ?? '', projectId, clock.now);
  }

  /** True while there is something that would be lost with the page. */
  get hasWork(): boolean {
    const { prefilled, phase } = this.snapshot;
    return (
      phase.status !== 'sent' &&
      this.#allFields.some((field) => !prefilled.includes(field.pointer) && this.#isAnswered(field))
    );
  }

  /** True once somebody has begun it, also when it is sent. */
  get isBegun(): boolean {
    return this.hasWork || this.snapshot.phase.status === 'sent';
  }

  /**
   * Says which project it is for. A project that was changed meanwhile changes the fields; what was
   * typed stays, and what has changed is said.
   * @param locale BCP 47 language of the form
   */
  show(project: Project, locale: string, terms?: FormTerms): void {
    this.#locale = locale;
    if (project === this.#project && terms === this.#terms) return;
    this.#project = project;
    this.#terms = terms;
    const fields = formDefinition(project, terms);
    const steps = formSteps(fields);
    const step = Math.min(this.snapshot.step, steps.length);
    this.update({ fields, steps, step, changes: this.#changesTo(fields) });
    for (const { kind, field } of this.snapshot.changes)
      if (kind === 'changed') this.#recheck(field.pointer, true);
    this.#fillIn(this.#memory.applicant ?? {});
  }

  /** Fills in what the page knows of the student, where nothing has been written yet. */
  prefill(identity: Identity): void {
    this.#identity = { ...this.#identity, ...identity };
    this.#fillIn(identity);
  }

  /** Takes out again what came from another application, which was cleared, and nobody has touched. */
  forgetApplicant(): void {
    const { values, prefilled } = this.snapshot;
    if (this.#isClosed() || !prefilled.length) return;
    this.update({
      values: Object.fromEntries(
        Object.entries(values).filter(([pointer]) => !prefilled.includes(pointer)),
      ),
      prefilled: [],
    });
    this.#fillIn(this.#identity);
  }

  #fillIn(identity: Identity): void {
    if (this.#isClosed()) return;
    const known = [
      [NAME, identity.name],
      [EMAIL, identity.email],
    ] as const;
    for (const [pointer, text] of known) {
      const { values, prefilled } = this.snapshot;
      if (typeof text !== 'string' || !text.trim() || pointer in values) continue;
      this.update({
        values: { ...values, [pointer]: text },
        prefilled: [...prefilled, pointer],
      });
    }
  }

  /** Takes an answer as it is typed. A field in error is checked anew, others are left in peace. */
  change(field: string, value: unknown): void {
    if (this.#isClosed()) return;
    this.#start();
    const { values, prefilled, likelyEmail: guess } = this.snapshot;
    this.update({
      values: { ...values, [field]: value },
      prefilled: prefilled.filter((each) => each !== field),
      likelyEmail: field === EMAIL ? undefined : guess,
    });
    this.#recheck(field);
    this.#save();
  }

  /**
   * A field was left.
   * @param schools domains of email addresses that are likelier than others
   */
  leave(field: string, schools: readonly string[] = []): void {
    if (this.#isClosed()) return;
    const { errors, values } = this.snapshot;
    if (this.#attempted.has(field) && !foreignCodes.has(errors[field]?.code ?? ''))
      this.#recheck(field, true);
    if (field === EMAIL)
      this.update({ likelyEmail: likelyEmail(String(values[EMAIL] ?? ''), schools) });
  }

  /** Takes files for a field and copies them; in place of the earlier one where it takes only one. */
  async attach(field: FormField, chosen: readonly File[]): Promise<void> {
    if (!chosen.length || this.#isClosed()) return;
    this.#start();
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

  /** Leaves a step of a long form for the next one, unless something in it has to be put right: then false. */
  async next(): Promise<boolean> {
    await this.#filesRead();
    const { steps, step } = this.snapshot;
    const isHere = (pointer: string) =>
      steps[step]!.fields.some((each) => each.pointer === pointer);
    const isLater = (pointer: unknown) =>
      steps.slice(step + 1).some(({ fields }) => fields.some((each) => each.pointer === pointer));
    for (const { pointer } of steps[step]?.fields ?? []) this.#attempted.add(pointer);
    const errors = this.#validate().filter(
      // One of two alternatives may come in a later step.
      ({ field, params }) => isHere(field) && !isLater(params['other']),
    );
    this.#showErrors(errors);
    if (errors.length) return false;
    // Who has read everything once, and changed something, wants to read that and go on.
    this.goTo(this.snapshot.reviewed ? steps.length : this.#stepFrom(step, 1));
    return true;
  }

  /** Returns to the step before; nothing has to be right for that. */
  back(): void {
    this.#showErrors([]);
    this.goTo(this.#stepFrom(this.snapshot.step, -1));
  }

  /** Opens the step in which a field stands. */
  goToField(pointer: string): void {
    const step = this.snapshot.steps.findIndex(({ fields }) =>
      fields.some((each) => each.pointer === pointer),
    );
    this.goTo(step < 0 ? this.snapshot.steps.length : step);
  }

  /** Opens a step; the last one is the review. */
  goTo(step: number): void {
    if (this.#isClosed()) return;
    const { steps, reviewed } = this.snapshot;
    this.update({ step, reviewed: reviewed || (steps.length > 0 && step === steps.length) });
    this.#save();
  }

  /**
   * Checks everything and sends it. Called again while that is under way it changes nothing.
   * @returns the error of a request that failed
   */
  submit(agreement: Agreement, attempt: Attempt = {}): Promise<SourceError | undefined> {
    return (this.#submitting ??= this.#submit(agreement, attempt).finally(() => {
      this.#submitting = undefined;
      this.#sending = undefined;
    }));
  }

  /** Stops what is on its way. What has left already may arrive all the same, which is then said. */
  cancel(): void {
    this.#sending?.abort();
  }

  /** Forgets everything that was typed and chosen, the draft and the receipt; what the page itself knows stays. */
  clear(): void {
    this.#key = undefined;
    this.#startedAt = undefined;
    this.#attempted.clear();
    this.#reading.clear();
    this.#memory.applicant = undefined;
    this.#box.remove();
    this.update(blank);
    this.#fillIn(this.#identity);
    this.#memory.onForget?.();
  }

  /** Finds what was left in this tab before. It is offered, not filled in. */
  lookForDraft(): void {
    if (this.isBegun || this.snapshot.draft.kept) return;
    const kept = this.#box.read();
    if (!kept) return;
    const hasValues = Object.keys(kept.values).length > 0;
    this.update({
      sentBefore: kept.sent,
      draft: { kept: false, leftover: hasValues ? kept.at : undefined },
    });
  }

  /** Writes down in this tab what is typed, from now on; or no longer, and removes what was written. */
  keepDraft(kept: boolean): void {
    this.update({ draft: { kept } });
    if (kept) this.#save();
    else this.#box.remove();
  }

  /** Fills in what was left over, where nothing has been typed since. */
  useDraft(): void {
    const kept = this.#box.read();
    if (this.#isClosed()) return;
    if (kept) this.#take(kept);
    else this.update({ draft: { kept: false } });
  }

  /** Nobody wants what was left over. */
  dropDraft(): void {
    this.#box.remove();
    this.update({ draft: { kept: false } });
  }

  #take({ values: kept, key, startedAt, step = 0, unconfirmed }: KeptDraft): void {
    const { fields, values, steps, prefilled, phase } = this.snapshot;
    this.#start();
    this.#startedAt = startedAt ?? this.#startedAt;
    this.#key ??= key;
    const isTyped = (pointer: string) => !prefilled.includes(pointer) && isGiven(values[pointer]);
    const typed = Object.entries(values).filter(([pointer]) => isTyped(pointer));
    // What is not asked any more has no words left but its id.
    this.#fieldsAtStart = [
      ...fields,
      ...Object.keys(kept)
        .filter((pointer) => !fields.some((each) => each.pointer === pointer))
        .map((pointer): FormField => {
          const id = pointer.split('/').pop()!;
          return { pointer, id, label: id, type: 'text', required: false };
        }),
    ];
    this.update({
      values: { ...values, ...kept, ...Object.fromEntries(typed) },
      prefilled: prefilled.filter((pointer) => !(pointer in kept)),
      step: Math.min(Math.max(step, 0), steps.length),
      draft: { kept: true },
      phase: unconfirmed ? this.#unconfirmed() : phase,
    });
    this.update({ changes: this.#changesTo(fields) });
    this.#save();
  }

  /** The first touch. */
  #start(): void {
    if (this.#startedAt) return;
    this.#startedAt = this.#clock.now();
    this.#fieldsAtStart = this.snapshot.fields;
  }

  #changesTo(fields: readonly FormField[]): ApplicationSnapshot['changes'] {
    return this.#startedAt && this.hasWork
      ? formChanges(this.#fieldsAtStart, fields, (field) => this.#isAnswered(field))
      : [];
  }

  /** Also those that are not asked any more: what was answered there is still shown. */
  get #allFields(): readonly FormField[] {
    return [...this.#fieldsAtStart, ...this.snapshot.fields];
  }

  #isAnswered({ pointer }: FormField): boolean {
    const { values, files } = this.snapshot;
    return !!files[pointer]?.length || isGiven(values[pointer]);
  }

  /** The nearest step in a direction in which something is asked now. */
  #stepFrom(from: number, direction: 1 | -1): number {
    const { steps, fields, values } = this.snapshot;
    const open = openSteps(steps, fields, values);
    let step = from + direction;
    while (step > 0 && open[step] === false) step += direction;
    return Math.min(Math.max(step, 0), steps.length);
  }

  get #isRepeatable(): boolean {
    return this.#source.idempotent === true;
  }

  /** True when nothing may be changed any more: what is on its way is what was shown. */
  #isClosed(): boolean {
    const { status } = this.snapshot.phase;
    return status === 'sending' || status === 'sent';
  }

  async #filesRead(): Promise<void> {
    while (this.#reading.size) await Promise.allSettled(this.#reading.keys());
  }

  async #submit(agreement: Agreement, attempt: Attempt): Promise<SourceError | undefined> {
    const { phase: before } = this.snapshot;
    if (before.status === 'sent') return undefined;
    await this.#filesRead();
    for (const { pointer } of this.snapshot.fields) this.#attempted.add(pointer);
    const errors = this.#validate();
    this.#showErrors(errors);
    if (errors.length) return undefined;

    const { signal } = (this.#sending = new AbortController());
    this.update({ phase: { status: 'sending', stage: 'first' } });
    try {
      if (!(await untilAborted(attempt.approve?.() ?? Promise.resolve(true), signal))) {
        this.update({ phase: before });
        return undefined;
      }
    } catch (error) {
      return this.#stop(isAbort(error) && signal.aborted ? 'stopped' : 'held', before);
    }
    if (!this.#source.apply) return this.#stop('unsupported', before);
    const challenge = attempt.challenge?.();
    if (challenge === 'unfinished') return this.#stop('unchecked', before);
    const signals: Signals = {
      trapFilled: attempt.trapFilled ?? false,
      secondsOnForm: Math.round(
        (this.#clock.now() - (this.#startedAt ?? this.#clock.now())) / 1000,
      ),
      ...(challenge && { challenge }),
    };
    return this.#send(agreement, signals, attempt.token, before);
  }

  async #send(
    { text, version }: Agreement,
    signals: Signals,
    token: Attempt['token'],
    before: Phase,
  ): Promise<SourceError | undefined> {
    const { signal } = this.#sending!;
    const { fields, values } = this.snapshot;
    const at = new Date(this.#clock.now()).toISOString();
    const submission = {
      application: applicationOf(
        fields,
        values,
        { accepted: true, text, version, at },
        this.#locale ?? 'en',
      ),
      attachments: this.#attachments(),
      key: (this.#key ??= makeKey()),
      signals,
    };
    const arrival = await sendOff({
      source: this.#source,
      projectId: this.#projectId,
      submission,
      token,
      clock: this.#clock,
      signal,
      onStage: (stage) => {
        this.update({ phase: { status: 'sending', stage } });
      },
      onLeave: () => {
        this.#hasLeft = true;
        this.#save();
      },
      onProgress: (progress) => {
        const { phase } = this.snapshot;
        if (phase.status === 'sending') this.update({ phase: { ...phase, progress } });
      },
    });
    this.#hasLeft = false;
    if ('stopped' in arrival)
      return this.#stop('stopped', arrival.hasLeft ? this.#unconfirmed() : before);
    if ('receipt' in arrival) {
      this.#succeed(arrival.receipt, arrival.earlier);
      return undefined;
    }
    this.#land(arrival.error);
    this.#save();
    return arrival.error;
  }

  #validate(): readonly FieldError[] {
    const { fields, values, files } = this.snapshot;
    return validate(fields, values, files, this.#locale);
  }

  /** Shows what has to be put right first. */
  #showErrors(errors: readonly FieldError[]): void {
    const { phase } = this.snapshot;
    this.update({
      errors: Object.fromEntries(errors.map((error) => [error.field, error])),
      summary: errors.map(({ field }) => field),
      remarks: [],
      // That an earlier attempt may have arrived stays true.
      phase: phase.status === 'unconfirmed' ? this.#unconfirmed() : { status: 'editing' },
    });
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
    const { values, draft } = this.snapshot;
    const sentAt = receipt.submittedAt ?? new Date(this.#clock.now()).toISOString();
    this.#key = undefined;
    this.#memory.applicant = { name: String(values[NAME]), email: String(values[EMAIL]) };
    // Who asked for a draft may be told, after a reload, that it has gone out.
    if (draft.kept)
      this.#box.write({ values: {}, sent: { reference: receipt.reference, at: sentAt } });
    else this.#box.remove();
    this.update({
      draft: { kept: false },
      phase: { status: 'sent', receipt, sentAt, earlier },
    });
  }

  #unconfirmed(): Phase {
    return { status: 'unconfirmed', repeatable: this.#isRepeatable };
  }

  /** Ends an attempt. That it, or an earlier one, may have arrived stays true. */
  #stop(reason: FailureReason, before: Phase): undefined {
    this.update({
      phase: before.status === 'unconfirmed' ? { ...before, reason } : { status: 'failed', reason },
    });
    this.#save();
  }

  /** Shows what the API complains of, or what its refusal means. */
  #land(error: SourceError): void {
    const complaints = complaintsOf(error, this.snapshot);
    const isExplained = complaints.summary.length > 0 || complaints.remarks.length > 0;
    this.update({
      ...complaints,
      phase: isExplained ? { status: 'editing' } : phaseAfter(error, this.#isRepeatable),
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
    const { errors } = this.snapshot;
    const kept = Object.values(errors).filter(
      (error) => error && error.field !== field && foreignCodes.has(error.code),
    );
    const current = this.#validate().filter(
      (error) => errors[error.field] || (always && error.field === field),
    );
    this.update({
      errors: Object.fromEntries([...current, ...kept].map((error) => [error!.field, error])),
    });
  }

  /** Writes the draft, where the student asked for one. */
  #save(): void {
    const { draft, values, step, phase } = this.snapshot;
    if (!draft.kept || phase.status === 'sent') return;
    const written = this.#box.write({
      values: draftable(this.#allFields, values),
      key: this.#key,
      unconfirmed: this.#hasLeft || phase.status === 'unconfirmed',
      step,
      startedAt: this.#startedAt,
    });
    if (!written) this.update({ draft: { kept: false, failed: true } });
  }
}
