import type { FormField } from '../../domain/form-definition.ts';
import type { Localizer } from '../../i18n/localizer.ts';
import type { ApplicationSnapshot } from '../../store/application-state.ts';

/** What every field draws from. */
export interface FieldView {
  readonly l10n: Localizer;
  readonly snapshot: ApplicationSnapshot;
  readonly employer: string;
  /** On its way: read-only, not disabled, so that nothing vanishes for assistive technology. */
  readonly busy: boolean;
  readonly onFiles: (field: FormField, files: readonly File[]) => void;
  readonly onRemove: (field: FormField, index: number) => void;
  /** Takes the address that was probably meant. */
  readonly onUseEmail: () => void;
}
