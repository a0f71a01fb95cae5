import { FootholdProvider } from '../elements/provider/provider.ts';
import { defineElement } from './define-element.ts';

defineElement('foothold-provider', FootholdProvider);

declare global {
  interface HTMLElementTagNameMap {
    'foothold-provider': FootholdProvider;
  }
}
