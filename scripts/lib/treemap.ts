/**
 * Areas in a rectangle, each as large as its weight, and as near to squares as it can be: "Squarified
 * Treemaps" (Bruls, Huizing, van Wijk, 2000).
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** How far from a square the worst of a row is: 1 is a square. */
const worst = (areas: readonly number[], side: number): number => {
  const depth = sum(areas) / side;
  return Math.max(...areas.map((area) => Math.max(depth ** 2 / area, area / depth ** 2)));
};

/**
 * @param weights more than 0, the heaviest first
 * @returns a box for each, in the same order
 */
export function squarify(weights: readonly number[], box: Box): readonly Box[] {
  const scale = (box.width * box.height) / sum(weights);
  const areas = weights.map((weight) => weight * scale);
  const boxes: Box[] = [];
  let free = box;
  while (boxes.length < areas.length) {
    const side = Math.min(free.width, free.height);
    const start = boxes.length;
    let end = start + 1;
    while (
      end < areas.length &&
      worst(areas.slice(start, end + 1), side) <= worst(areas.slice(start, end), side)
    )
      end++;
    const row = areas.slice(start, end);
    const depth = sum(row) / side;
    const isColumn = free.width >= free.height;
    let along = 0;
    for (const area of row) {
      const length = area / depth;
      boxes.push(
        isColumn
          ? { x: free.x, y: free.y + along, width: depth, height: length }
          : { x: free.x + along, y: free.y, width: length, height: depth },
      );
      along += length;
    }
    free = isColumn
      ? { ...free, x: free.x + depth, width: free.width - depth }
      : { ...free, y: free.y + depth, height: free.height - depth };
  }
  return boxes;
}
