import { FootholdBoard } from '../elements/board/board.ts';
import './foothold-application-form.ts';
import { defineElement } from './define-element.ts';
import './foothold-listing-feed.ts';
import './foothold-project-detail.ts';

defineElement('foothold-board', FootholdBoard);

declare global {
  interface HTMLElementTagNameMap {
    'foothold-board': FootholdBoard;
  }
}
