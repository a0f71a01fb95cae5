/** What a student does with the form. The element draws; this acts, and says so by events. */
import type { LitElement } from 'lit';
import type { Settings } from '../../controllers/context.ts';
import { EMAIL, PROPOSAL, RESUME, type FormField } from '../../domain/form-definition.ts';
import { countWords } from '../../domain/words.ts';
import { FootholdApplicationSentEvent } from '../../events/application-sent.ts';
import { FootholdApplicationStartEvent } from '../../events/application-start.ts';
import { FootholdApplicationSubmitEvent } from '../../events/application-submit.ts';
import { FootholdChallengeResetEvent } from '../../events/challenge-reset.ts';
import { FootholdErrorEvent } from '../../events/error.ts';
import { copyText } from '../../lib/copy-text.ts';
import { download } from '../../lib/download.ts';
import type { ApplicationStore } from '../../store/application-store.ts';
import type { Agreement } from '../../store/application-state.ts';
import type { Reading } from '../internal/reading.ts';
import { readChallenge, resetChallenge } from './challenge.ts';
import { answersText, wordsKey } from './field-words.ts';
import { schoolDomains } from './school-domains.ts';

/** Pause between two readings of the word count to assistive technology, in milliseconds. */
const COUNT_PAUSE = 4000;

/** Applications that somebody has begun, whichever element drew them. */
const begun = new WeakSet<ApplicationStore>();

/** What the form shows, as far as something can be done with it. */
export interface Shown {
  readonly application: ApplicationStore;
  readonly reading: Reading;
  readonly settings: Settings;
  /** What the student agrees to. */
  readonly agreement: Agreement;
}

/** The element, as its actions know it. */
export interface FormHost extends LitElement {
  focusHeading(): void;
}

export interface FormConsequences {
  /** The API said no: asks whether the project is still what it was. */
  readonly onRefused: () => void;
  /** Nothing is left to be done here. */
  readonly onFinished: () => void;
}

export class FormActions {
  /** What became of the last attempt to copy, of what is still as it was then. */
  copied: 'copied' | 'copyByHand' | undefined;
  /** Somebody pressed "Clear form", and has to say that it was meant. */
  clearing = false;
  /** What assistive technology is told next. */
  announcement = '';

  readonly #host: FormHost;
  readonly #consequences: FormConsequences;
  #shown: Shown | undefined;
  #isSubmitting = false;
  /** What is to be done once the finger, or the button of the mouse, is up again. */
  #afterPress: (() => void)[] | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FormHost, consequences: FormConsequences) {
    this.#host = host;
    this.#consequences = consequences;
  }

  /** Says what is shown now. The host calls it before each of its updates. */
  show(shown: Shown | undefined): void {
    if (shown?.application !== this.#shown?.application) {
      this.copied = undefined;
      this.clearing = false;
    }
    this.#shown = shown;
  }

  /** The element has left the page. */
  stop(): void {
    clearTimeout(this.#countTimer);
    this.#countTimer = undefined;
  }

  readonly onInput = (event: Event): void => {
    const application = this.#shown?.application;
    const definition = this.#fieldOf(event);
    if (!application || !definition || definition.type === 'file') return;
    this.#start();
    this.#say({ copied: undefined });
    const { pointer } = definition;
    application.change(pointer, readControl(definition, event.target as HTMLInputElement));
    if (pointer === PROPOSAL) this.#announceCount(definition);
  };

  readonly onLeave = (event: FocusEvent): void => {
    const definition = this.#fieldOf(event);
    const item = (event.target as Element).closest('[data-field]');
    // Within a group of choices nothing is left yet.
    if (!definition || item?.contains(event.relatedTarget as Node | null)) return;
    // A remark that appears now would move what is being pressed from under the finger.
    const check = () => {
      this.#check(definition);
    };
    if (this.#afterPress) this.#afterPress.push(check);
    else check();
  };

  readonly onPress = (): void => {
    const pending: (() => void)[] = (this.#afterPress = []);
    const end = new AbortController();
    const onEnd = () => {
      end.abort();
      if (this.#afterPress === pending) this.#afterPress = undefined;
      // The click itself comes first.
      setTimeout(() => {
        for (const run of pending) run();
      });
    };
    addEventListener('pointerup', onEnd, { signal: end.signal });
    addEventListener('pointercancel', onEnd, { signal: end.signal });
  };

  readonly onUseEmail = (): void => {
    const application = this.#shown?.application;
    application?.change(EMAIL, application.snapshot.likelyEmail);
    this.onGo(EMAIL);
  };

  readonly onFiles = (definition: FormField, files: readonly File[]): void => {
    this.#start();
    void this.#shown?.application.attach(definition, files);
  };

  readonly onRemove = (definition: FormField, index: number): void => {
    this.#shown?.application.detach(definition.pointer, index);
    this.onGo(definition.pointer);
  };

  /** A file that is pasted goes to the field it is pasted in, or else to the resume. Text stays text. */
  readonly onPaste = (event: ClipboardEvent): void => {
    const { files, types = [] } = event.clipboardData ?? {};
    const here = this.#fieldOf(event);
    const field = here?.type === 'file' ? here : this.#shownField(RESUME);
    if (!files?.length || !field || types.includes('text/plain')) return;
    event.preventDefault();
    this.onFiles(field, field.multiple ? [...files] : [files[0]!]);
  };

  /** The next step of a long form, or out. */
  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const shown = this.#shown;
    if (!shown || this.#isSubmitting) return;
    const { step, steps } = shown.application.snapshot;
    this.#isSubmitting = true;
    this.#say({ copied: undefined, clearing: false });
    void (step < steps.length ? this.#next(shown.application) : this.#send(shown)).finally(() => {
      this.#isSubmitting = false;
    });
  };

  readonly onStop = (): void => {
    this.#shown?.application.cancel();
  };

  readonly onBack = (): void => {
    this.#shown?.application.back();
    void this.#focusStep();
  };

  readonly onStep = (step: number): void => {
    this.#shown?.application.goTo(step);
    void this.#focusStep();
  };

  /** Moves focus to a field, with its label and error in view. */
  readonly onGo = (pointer: string): void => {
    const host = this.#host;
    this.#shown?.application.goToField(pointer);
    void host.updateComplete.then(() => {
      const item = itemOf(host, pointer);
      item?.scrollIntoView({ block: 'center' });
      item?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    });
  };

  readonly onKeep = (kept: boolean): void => {
    this.#shown?.application.keepDraft(kept);
  };

  readonly onUse = (): void => {
    this.#start();
    this.#shown?.application.useDraft();
    this.#host.focusHeading();
  };

  readonly onDrop = (): void => {
    this.#shown?.application.dropDraft();
    this.#host.focusHeading();
  };

  /** Plain text on the clipboard; as a file where a page without https has no clipboard. */
  readonly onCopy = async (): Promise<void> => {
    const { reading, application } = this.#shown!;
    if (await copyText(answersText(reading.l10n, application.snapshot)))
      this.#say({ copied: 'copied' });
    else this.onDownload();
  };

  readonly onDownload = (): void => {
    const { reading, application } = this.#shown!;
    const { phase } = application.snapshot;
    const text = answersText(reading.l10n, application.snapshot);
    const isSent = phase.status === 'sent' && !phase.earlier;
    const head = isSent ? `${phase.receipt.reference}\n\n` : '';
    download('application.txt', 'text/plain;charset=utf-8', head + text);
  };

  /** The proposal on the clipboard; selected, to be copied by hand, where the page may not. */
  readonly onCopyProposal = async (): Promise<void> => {
    const box = this.#host.renderRoot.querySelector('textarea');
    const text = box?.value.trim();
    if (text && (await copyText(text))) {
      this.#say({ copied: 'copied' });
      return;
    }
    this.#say({ copied: text ? 'copyByHand' : undefined });
    box?.focus();
    box?.select();
  };

  readonly onClear = (meaning: 'ask' | 'yes' | 'no'): void => {
    const host = this.#host;
    this.#say({ clearing: meaning === 'ask' });
    if (meaning === 'no') {
      void this.#refocus('[data-clear]');
      return;
    }
    if (meaning === 'yes') {
      this.#forget();
      this.#say({ announcement: this.#t('cleared') });
      host.focusHeading();
      return;
    }
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector<HTMLElement>('[data-first]')?.focus();
    });
  };

  readonly onPrint = (): void => {
    print();
  };

  readonly onFinish = (): void => {
    this.#forget();
    this.#consequences.onFinished();
  };

  #say(changes: Partial<Pick<FormActions, 'copied' | 'clearing' | 'announcement'>>): void {
    Object.assign(this, changes);
    this.#host.requestUpdate();
  }

  #t(...args: Parameters<Reading['l10n']['t']>): string {
    return this.#shown!.reading.l10n.t(...args);
  }

  #forget(): void {
    const store = this.#shown!.application;
    store.clear();
    begun.delete(store);
  }

  /** Checks a field that was left. */
  #check({ pointer }: FormField): void {
    const application = this.#shown?.application;
    application?.leave(pointer, schoolDomains(location.hostname));
    const email = pointer === EMAIL && application?.snapshot.likelyEmail;
    if (email) this.#say({ announcement: this.#t('didYouMean', { email }) });
  }

  /** The field in which something happened. */
  #fieldOf(event: Event): FormField | undefined {
    const item = (event.target as Element).closest<HTMLElement>('[data-field]');
    return this.#shown?.application.snapshot.fields.find(
      ({ pointer }) => pointer === item?.dataset['field'],
    );
  }

  /** A field, if somebody can see it now. */
  #shownField(pointer: string): FormField | undefined {
    return itemOf(this.#host, pointer)?.checkVisibility()
      ? this.#shown?.application.snapshot.fields.find((each) => each.pointer === pointer)
      : undefined;
  }

  /** The first touch of an application. */
  #start(): void {
    const { application, reading } = this.#shown!;
    if (begun.has(application)) return;
    begun.add(application);
    this.#host.dispatchEvent(new FootholdApplicationStartEvent(reading.project.id));
  }

  /** The count changes with every word: it is read out at most every few seconds. */
  #announceCount(definition: FormField): void {
    this.#countTimer ??= setTimeout(() => {
      this.#countTimer = undefined;
      const { application, reading } = this.#shown ?? {};
      const { minWords: min = 0, maxWords: max = 0, pointer } = definition;
      const text = String(application?.snapshot.values[pointer] ?? '');
      const n = countWords(text, reading?.l10n.locale);
      if (reading) this.#say({ announcement: this.#t(wordsKey(definition), { n, min, max }) });
    }, COUNT_PAUSE);
  }

  async #next(application: ApplicationStore): Promise<void> {
    await ((await application.next()) ? this.#focusStep() : this.#focusSummary());
  }

  async #send({ application, reading, agreement, settings }: Shown): Promise<void> {
    const host = this.#host;
    const { id } = reading.project;
    const challenges = slotted(host, 'challenge');
    let isSpent = false;
    // Who leaves the form while it sends still wants the page to know.
    const { host: around = document.body } = host.getRootNode() as Partial<ShadowRoot>;
    const tell = (event: Event) => (host.isConnected ? host : around).dispatchEvent(event);
    const trap = host.renderRoot.querySelector<HTMLInputElement>('[data-trap]');
    const error = await application.submit(agreement, {
      approve: async () => {
        this.#say({ announcement: this.#t('sending') });
        const question = new FootholdApplicationSubmitEvent(id);
        if (!host.dispatchEvent(question)) return false;
        await question.settled;
        return true;
      },
      trapFilled: !!trap?.value,
      challenge: () => {
        const tokens = readChallenge(challenges);
        isSpent = challenges.length > 0 && tokens !== 'unfinished';
        return tokens;
      },
      token: settings.token,
    });
    this.#say({ announcement: '' });
    const { phase, summary, remarks } = application.snapshot;
    if (error) {
      tell(new FootholdErrorEvent('apply', error));
      if (error.kind === 'rejected' || phase.status === 'failed') this.#consequences.onRefused();
    }
    if (isSpent && (error ?? phase.status === 'unconfirmed')) {
      resetChallenge(challenges);
      tell(new FootholdChallengeResetEvent());
    }
    if (phase.status === 'sent') {
      tell(new FootholdApplicationSentEvent(id, phase.receipt.reference));
      host.focusHeading();
    } else if (summary.length || remarks.length) await this.#focusSummary();
    else await this.#refocus('[part~="submit-button"]');
  }

  /** Gives the focus to a button when it has gone with the one that was pressed. */
  async #refocus(button: string): Promise<void> {
    await this.#host.updateComplete;
    if (document.activeElement === document.body)
      this.#host.renderRoot.querySelector<HTMLElement>(button)?.focus({ preventScroll: true });
  }

  async #focusSummary(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  /** The heading of the open step: what a new page would begin with. */
  async #focusStep(): Promise<void> {
    await this.#host.updateComplete;
    const headings = this.#host.renderRoot.querySelectorAll<HTMLElement>(
      'form > section:not([hidden]) [part~="section__heading"]',
    );
    headings[0]?.focus({ preventScroll: true });
    headings[0]?.scrollIntoView({ block: 'center' });
  }
}

const itemOf = ({ renderRoot }: FormHost, pointer: string): HTMLElement | undefined =>
  [...renderRoot.querySelectorAll<HTMLElement>('[data-field]')].find(
    ({ dataset }) => dataset['field'] === pointer,
  );

const slotted = ({ renderRoot }: FormHost, name: string): readonly Element[] =>
  renderRoot
    .querySelector<HTMLSlotElement>(`slot[name="${name}"]`)
    ?.assignedElements({ flatten: true }) ?? [];

/** What a control says now, in the form in which it is kept. */
function readControl({ type }: FormField, control: HTMLInputElement): unknown {
  if (type === 'consent') return control.checked;
  if (type === 'multiselect') {
    const boxes = control.closest('fieldset')!.querySelectorAll('input');
    return [...boxes].filter((box) => box.checked).map((box) => box.value);
  }
  // A number field keeps to itself what it cannot read.
  return control.validity.badInput ? NaN : control.value;
}
