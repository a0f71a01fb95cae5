/** True where a style sheet can make a text box as high as its text (`field-sizing: content`). */
const sizesItself = (): boolean => CSS.supports('field-sizing', 'content');

/** Makes text boxes as high as their texts, in browsers that cannot do it by themselves. */
export function autosize(root: ParentNode): void {
  if (sizesItself()) return;
  for (const box of root.querySelectorAll('textarea')) {
    box.style.blockSize = 'auto';
    if (box.scrollHeight > box.clientHeight)
      box.style.blockSize = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }
}
