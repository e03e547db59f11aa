import type { Box, PictureMetrics, Point } from "./picture.ts";

export interface Labelled {
  /** From node to node. */
  readonly points: readonly Point[];
  /** How many edges enter or leave each end on this side: words keep away from the crowd. */
  readonly crowdAtStart: number;
  readonly crowdAtEnd: number;
}

/**
 * Words stand above their edge, or else below it, at one or two thirds of a stretch or in its middle, wherever they meet
 * neither a node nor a name nor other words; first at the end where fewer edges meet. Nothing where there is no such place.
 */
export function placeLabels(
  edges: readonly Labelled[],
  taken: readonly Box[],
  pictureHeight: number,
  metrics: PictureMetrics,
): readonly (Box | undefined)[] {
  const boxes = taken.slice();
  return edges.map((edge) => {
    const label = placeLabel(edge, boxes, pictureHeight, metrics);
    if (label) boxes.push(label);
    return label;
  });
}

const FORWARD = [1 / 3, 2 / 3, 1 / 2];
const BACKWARD = [2 / 3, 1 / 3, 1 / 2];

function placeLabel(
  { points, crowdAtStart, crowdAtEnd }: Labelled,
  boxes: readonly Box[],
  pictureHeight: number,
  { edgeLabel: { width, height }, gap }: PictureMetrics,
): Box | undefined {
  const last = points.length - 1;
  const forward = crowdAtEnd >= crowdAtStart;
  const shares = forward ? FORWARD : BACKWARD;
  for (let side = 0; side < 2; side++) {
    const offset = side === 0 ? -height - gap / 2 : gap / 2;
    for (let step = 1; step <= last; step++) {
      const stretch = forward ? step : last + 1 - step;
      const [start, end] = [points[stretch - 1] as Point, points[stretch] as Point];
      for (let third = 0; third < 3; third++) {
        const share = shares[third] as number;
        const x = start.x + share * (end.x - start.x) - width / 2;
        const y = start.y + share * (end.y - start.y) + offset;
        if (y >= 0 && y + height <= pictureHeight && isFree(x, y, width, height, boxes))
          return { x, y, width, height };
      }
    }
  }
  return undefined;
}

function isFree(x: number, y: number, width: number, height: number, boxes: readonly Box[]): boolean {
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index] as Box;
    if (x < box.x + box.width && box.x < x + width && y < box.y + box.height && box.y < y + height)
      return false;
  }
  return true;
}

/** Do two boxes have more than an edge in common? */
export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
