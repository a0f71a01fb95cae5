import { FootholdProjectDetail } from '../elements/project-detail/project-detail.ts';
import { defineElement } from './define-element.ts';

defineElement('foothold-project-detail', FootholdProjectDetail);

declare global {
  interface HTMLElementTagNameMap {
    'foothold-project-detail': FootholdProjectDetail;
  }
}
