import { FootholdApplicationForm } from '../elements/application-form/application-form.ts';
import { defineElement } from './define-element.ts';

defineElement('foothold-application-form', FootholdApplicationForm);

declare global {
  interface HTMLElementTagNameMap {
    'foothold-application-form': FootholdApplicationForm;
  }
}
