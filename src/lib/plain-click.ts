/** True for a click that means "open it here", not "in a new tab" or "save it". */
export const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  !button && !metaKey && !ctrlKey && !shiftKey && !altKey;
