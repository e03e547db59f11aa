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
  let count = 0;
  for (const column of columns) count += column.length;
  const y = new Float64Array(count);
  const neighbours: Neighbours = Array.from({ length: count }, () => []);
  for (let join = 0; join < joins.length; join++) {
    const [one, other, weight] = joins[join] as Standing["joins"][number];
    neighbours[one]?.push(other, weight);
    neighbours[other]?.push(one, weight);
  }
  const offsets = columns.map((column) => offsetsOf(column, apart));
  for (let place = 0; place < columns.length; place++) {
    const [column, steps] = [columns[place] as readonly number[], offsets[place] as Float64Array];
    const middle = (steps[column.length - 1] ?? 0) / 2;
    for (let row = 0; row < column.length; row++) y[column[row] as number] = (steps[row] as number) - middle;
  }
  const held = new Uint8Array(count);
  for (const spot of level) held[spot] = 1;
  const blocks = new Float64Array(3 * count);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let height = 0;
    for (const spot of level) height += (y[spot] as number) / level.size;
    for (let step = 0; step < columns.length; step++) {
      const place = sweep % 2 === 0 ? step : columns.length - 1 - step;
      const hold = sweep < 2 ? 0 : LEVEL;
      settle(
        columns[place] as readonly number[],
        offsets[place] as Float64Array,
        neighbours,
        y,
        held,
        hold,
        height,
        blocks,
      );
    }
  }
  let top = Infinity;
  for (let spot = 0; spot < count; spot++) top = Math.min(top, y[spot] as number);
  for (let spot = 0; spot < count; spot++) y[spot] = (y[spot] as number) - top;
  return y;
}

/** Of each: the number of a neighbour, what the join is worth, the next neighbour, and so on. */
type Neighbours = readonly number[][];

function offsetsOf(column: readonly number[], apart: Standing["apart"]): Float64Array {
  const offsets = new Float64Array(column.length);
  for (let row = 1; row < column.length; row++)
    offsets[row] = (offsets[row - 1] as number) + apart(column[row - 1] as number, column[row] as number);
  return offsets;
}

/**
 * Moves one column to the means of its neighbours by least squares, in its order (pool adjacent violators). `blocks` is room
 * for the mean, weight and size of what stands together.
 */
function settle(
  column: readonly number[],
  offsets: Float64Array,
  neighbours: Neighbours,
  y: Float64Array,
  held: Uint8Array,
  hold: number,
  height: number,
  blocks: Float64Array,
): void {
  let top = 0;
  for (let row = 0; row < column.length; row++) {
    const spot = column[row] as number;
    const own = neighbours[spot] as readonly number[];
    let weight = HOLD;
    let sum = HOLD * (y[spot] as number);
    for (let index = 0; index < own.length; index += 2) {
      const worth = own[index + 1] as number;
      weight += worth;
      sum += worth * (y[own[index] as number] as number);
    }
    if (held[spot] === 1) {
      weight += hold;
      sum += hold * height;
    }
    let mean = sum / weight - (offsets[row] as number);
    let size = 1;
    for (; top > 0 && (blocks[top - 3] as number) >= mean; top -= 3) {
      const above = blocks[top - 2] as number;
      mean = (mean * weight + (blocks[top - 3] as number) * above) / (weight + above);
      weight += above;
      size += blocks[top - 1] as number;
    }
    blocks[top] = mean;
    blocks[top + 1] = weight;
    blocks[top + 2] = size;
    top += 3;
  }
  let row = 0;
  for (let block = 0; block < top; block += 3)
    for (const end = row + (blocks[block + 2] as number); row < end; row++)
      y[column[row] as number] = (blocks[block] as number) + (offsets[row] as number);
}
