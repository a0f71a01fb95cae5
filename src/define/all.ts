/** Defines every element; the provider first, so that it is there when the others ask for it. */
import './foothold-provider.ts';
import './foothold-board.ts';
