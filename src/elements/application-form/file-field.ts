import { html, nothing, type TemplateResult } from 'lit';
import { DEFAULT_FILE_LIMITS, checkFile } from '../../domain/files.ts';
import type { FormField } from '../../domain/form-definition.ts';
import type { ChosenFile } from '../../store/chosen-file.ts';
import { icon } from '../internal/icons.ts';
import type { FieldView } from './field-view.ts';
import { sizeText, typeText } from './field-words.ts';

/** Marks the field while a file is held over it. */
const onDrag = ({ type, target }: DragEvent): void => {
  (target as Element).toggleAttribute('data-over', type === 'dragenter');
};

/**
 * A native file input, laid unseen over the box that shows it: so the whole box can be pressed and takes
 * a file that is dropped on it, and keyboard, labels and assistive technology find what they know.
 */
export function fileField(
  view: FieldView,
  field: FormField,
  describedBy: string | typeof nothing,
): TemplateResult {
  const { l10n, snapshot, onFiles, onRemove } = view;
  const { pointer, id, multiple = false, limits = DEFAULT_FILE_LIMITS } = field;
  const { t } = l10n;
  const files = snapshot.files[pointer] ?? [];
  const isReading = snapshot.reading.includes(pointer);

  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // Emptied, so that the same file can be chosen again after it was put right.
    input.value = '';
    input.removeAttribute('data-over');
    onFiles(field, chosen);
  };
  const one = (file: ChosenFile, index: number) => {
    const isGood = !checkFile(file, limits);
    return html`<div class="file">
      <span class="file__icon">${icon(isGood ? 'file' : 'alert')}</span>
      <p>
        <b><bdi>${file.name}</bdi></b>
        <span class="muted"
          >${t(isGood ? 'fileReady' : 'fileNotReady', {
            type: typeText(file.name),
            size: sizeText(l10n, file.size),
          })}</span
        >
      </p>
      <span class="file__actions">
        ${multiple ? nothing : html`<span class="button" aria-hidden="true">${t('replaceFile')}</span>`}
        <button
          class="link"
          type="button"
          aria-label="${t('removeFile')} ${file.name}"
          @click=${() => {
            onRemove(field, index);
          }}
        >
          ${t('removeFile')}
        </button>
      </span>
    </div>`;
  };

  return html`<div class="files">
    <input
      type="file"
      id=${pointer}
      name=${id}
      accept=${limits.accept.join()}
      ?multiple=${multiple}
      aria-describedby=${describedBy}
      aria-invalid=${snapshot.errors[pointer] ? 'true' : nothing}
      @change=${onChange}
      @dragenter=${onDrag}
      @dragleave=${onDrag}
      @drop=${onDrag}
    />
    <div class="files__box" id="${pointer}-file">
      ${files.map(one)}
      ${
        isReading || multiple || !files.length
          ? html`<div class="file">
              <span class="file__icon">${icon('file')}</span>
              <p class="muted">
                ${isReading ? t('readingFile') : files.length ? nothing : t('noFile')}
              </p>
              <span class="file__actions"
                ><span class="button" aria-hidden="true"
                  >${t(files.length ? 'addFile' : 'chooseFile')}</span
                ></span
              >
            </div>`
          : nothing
      }
    </div>
  </div>`;
}
