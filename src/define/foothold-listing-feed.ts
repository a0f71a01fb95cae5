import { FootholdListingFeed } from '../elements/listing-feed/listing-feed.ts';
import { defineElement } from './define-element.ts';

defineElement('foothold-listing-feed', FootholdListingFeed);

declare global {
  interface HTMLElementTagNameMap {
    'foothold-listing-feed': FootholdListingFeed;
  }
}
