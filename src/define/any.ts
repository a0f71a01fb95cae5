/** Defines every element, with everything that they can read. */
import './mapping.ts';
import './all.ts';
