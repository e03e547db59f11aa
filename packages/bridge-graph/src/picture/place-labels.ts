import type { Box, PictureMetrics, Point } from "./picture.ts";

export interface Labelled {
  /** From node to node. */
  readonly points: readonly Point[];
  /** How many edges enter or leave each end on this side: words keep away from the crowd. */
  readonly crowdAtStart: number;
  readonly crowdAtEnd: number;
}

/**
 * Words stand above their edge, or else below it, at one or two thirds of a stretch or in its middle, wherever they meet neither a node nor a name nor other
 * words; first at the end where fewer edges meet. Nothing where there is no such place.
 */
export function placeLabels(
  edges: readonly Labelled[],
  taken: readonly Box[],
  pictureHeight: number,
  { edgeLabel: { width, height }, gap }: PictureMetrics,
): readonly (Box | undefined)[] {
  const boxes = [...taken];
  const isFree = (place: Box): boolean =>
    place.y >= 0 && place.y + height <= pictureHeight && !boxes.some((other) => overlap(place, other));
  return edges.map(({ points, crowdAtStart, crowdAtEnd }) => {
    const last = points.length - 1;
    const forward = crowdAtEnd >= crowdAtStart;
    for (const offset of [-height - gap / 2, gap / 2]) {
      for (let step = 1; step <= last; step++) {
        const stretch = forward ? step : last + 1 - step;
        const [start, end] = [points[stretch - 1] as Point, points[stretch] as Point];
        for (const share of forward ? FORWARD : BACKWARD) {
          const place: Box = {
            x: start.x + share * (end.x - start.x) - width / 2,
            y: start.y + share * (end.y - start.y) + offset,
            width,
            height,
          };
          if (!isFree(place)) continue;
          boxes.push(place);
          return place;
        }
      }
    }
    return undefined;
  });
}

const FORWARD = [1 / 3, 2 / 3, 1 / 2];
const BACKWARD = [2 / 3, 1 / 3, 1 / 2];

/** Do two boxes have more than an edge in common? */
export const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
