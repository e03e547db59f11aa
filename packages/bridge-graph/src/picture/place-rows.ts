/** What stands in each column, from the top down, and what joins it with what. */
export interface Standing {
  /** Numbers of what stands in each column, in their order. */
  readonly columns: readonly (readonly number[])[];
  /** Least distance of one and the next below it. */
  readonly apart: (upper: number, lower: number) => number;
  /** Joined pairs, and how much it counts that they stand on one level. */
  readonly joins: readonly (readonly [one: number, other: number, weight: number])[];
  /** What shall stand on one level before all else. */
  readonly level: ReadonlySet<number>;
}

const SWEEPS = 6;
/** Nothing is held where it is more than lightly. */
const HOLD = 0.02;
/** The level is held against everything but order and distances. */
const LEVEL = 1000;

/**
 * Heights at which joined things stand as level as the order and the least distances allow: sweeps that move each column to
 * where its neighbours are. By number; the topmost is at 0.
 */
export function placeRows({ columns, apart, joins, level }: Standing): Float64Array {
  const y = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  const neighbours: (readonly [other: number, weight: number])[][] = Array.from(y, () => []);
  for (const [one, other, weight] of joins) {
    neighbours[one]?.push([other, weight]);
    neighbours[other]?.push([one, weight]);
  }
  const offsets = columns.map((column) => {
    let sum = 0;
    return column.map((spot, row) => (sum += row === 0 ? 0 : apart(column[row - 1] as number, spot)));
  });
  for (const [place, column] of columns.entries()) {
    const steps = offsets[place] as readonly number[];
    const middle = (steps.at(-1) ?? 0) / 2;
    for (const [row, spot] of column.entries()) y[spot] = (steps[row] as number) - middle;
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let height = 0;
    for (const spot of level) height += (y[spot] as number) / level.size;
    const held = sweep < 2 ? undefined : height;
    for (let step = 0; step < columns.length; step++) {
      const place = sweep % 2 === 0 ? step : columns.length - 1 - step;
      settle(
        columns[place] as readonly number[],
        offsets[place] as readonly number[],
        neighbours,
        y,
        (spot) => (level.has(spot) ? held : undefined),
      );
    }
  }
  const top = y.length === 0 ? 0 : Math.min(...y);
  return y.map((height) => height - top);
}

/** Moves one column to the means of its neighbours by least squares, in its order (pool adjacent violators). */
function settle(
  column: readonly number[],
  offsets: readonly number[],
  neighbours: readonly (readonly (readonly [number, number])[])[],
  y: Float64Array,
  heldAt: (spot: number) => number | undefined,
): void {
  const means: number[] = [];
  const weights: number[] = [];
  const sizes: number[] = [];
  for (const [row, spot] of column.entries()) {
    let weight = HOLD;
    let sum = HOLD * (y[spot] as number);
    for (const [other, worth] of neighbours[spot] as readonly (readonly [number, number])[]) {
      weight += worth;
      sum += worth * (y[other] as number);
    }
    const held = heldAt(spot);
    if (held !== undefined) {
      weight += LEVEL;
      sum += LEVEL * held;
    }
    let mean = sum / weight - (offsets[row] as number);
    let size = 1;
    while (means.length > 0 && (means.at(-1) as number) >= mean) {
      const above = weights.pop() as number;
      mean = (mean * weight + (means.pop() as number) * above) / (weight + above);
      weight += above;
      size += sizes.pop() as number;
    }
    means.push(mean);
    weights.push(weight);
    sizes.push(size);
  }
  let row = 0;
  for (const [block, size] of sizes.entries())
    for (const end = row + size; row < end; row++)
      y[column[row] as number] = (means[block] as number) + (offsets[row] as number);
}
