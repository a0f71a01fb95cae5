import type { DraftActions } from './draft-notes.ts';
import type { FieldView } from './field-view.ts';
import type { KeepView } from './keep-row.ts';

/** What the whole form draws from. */
export interface FormView extends FieldView, DraftActions, KeepView {
  /** Level of the headings of its sections. */
  readonly level: number;
  /** What is agreed to, in the words that are sent along. */
  readonly agreement: string;
  readonly privacyUrl: string | undefined;
  /** Drafts may be offered. */
  readonly offersDraft: boolean;
  readonly onSubmit: (event: Event) => unknown;
  readonly onStop: () => void;
  readonly onBack: () => void;
  readonly onStep: (step: number) => void;
  readonly onInput: (event: Event) => void;
  readonly onLeave: (event: FocusEvent) => void;
  readonly onPress: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}
