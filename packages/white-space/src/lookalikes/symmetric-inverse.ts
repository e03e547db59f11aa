/** Columns swept at once: the panels of so many stay in the processor's cache. */
const PANEL = 32;
/** Rows of a panel that stand beside each other, so that one stretch of memory serves a whole step. */
const LANES = 4;

/** First place of a row in a packed lower triangle, in which row `i` has `i + 1` entries. */
export const rowStart = (row: number): number => (row * (row + 1)) / 2;

/**
 * Turns a symmetric, positive definite matrix into the negative of its inverse, in its own place: the sweep operator
 * (Beaton 1964; Goodnight 1979) on `PANEL` columns at a time. `packed` is the lower triangle, row by row. About n³ / 2
 * multiplications; beside the matrix it needs room for two panels of n × `PANEL`.
 */
export function sweepAll(packed: Float64Array, size: number): void {
  const rows = Math.ceil(size / LANES) * LANES;
  const [before, after] = [new Float64Array(rows * PANEL), new Float64Array(rows * PANEL)];
  const pivot = new Float64Array(PANEL * PANEL);
  for (let start = 0; start < size; start += PANEL) {
    const width = Math.min(PANEL, size - start);
    readPanel(packed, size, start, width, before);
    readPivot(packed, start, width, pivot);
    sweepPivot(pivot, width);
    timesPivot(before, pivot, size, width, after);
    subtractProducts(packed, size, width, before, after);
    writePanel(packed, size, start, width, after, pivot);
  }
}

const lane = (row: number): number => (row - (row % LANES)) * PANEL + (row % LANES);
const entryOf = (one: number, other: number): number =>
  one >= other ? rowStart(one) + other : rowStart(other) + one;

function readPanel(
  packed: Float64Array,
  size: number,
  start: number,
  width: number,
  panel: Float64Array,
): void {
  for (let row = 0; row < size; row++)
    for (let step = 0, place = lane(row); step < width; step++, place += LANES)
      panel[place] = packed[entryOf(row, start + step)] as number;
}

function readPivot(packed: Float64Array, start: number, width: number, pivot: Float64Array): void {
  for (let row = 0; row < width; row++)
    for (let column = 0; column < width; column++)
      pivot[row * PANEL + column] = packed[entryOf(start + row, start + column)] as number;
}

function sweepPivot(pivot: Float64Array, width: number): void {
  for (let step = 0; step < width; step++) {
    const head = pivot[step * PANEL + step] as number;
    for (let row = 0; row < width; row++) {
      if (row === step) continue;
      const share = (pivot[row * PANEL + step] as number) / head;
      for (let column = 0; column < width; column++)
        if (column !== step)
          pivot[row * PANEL + column] =
            (pivot[row * PANEL + column] as number) - share * (pivot[step * PANEL + column] as number);
    }
    for (let other = 0; other < width; other++) {
      pivot[other * PANEL + step] = (pivot[other * PANEL + step] as number) / head;
      pivot[step * PANEL + other] = pivot[other * PANEL + step] as number;
    }
    pivot[step * PANEL + step] = -1 / head;
  }
}

function timesPivot(
  before: Float64Array,
  pivot: Float64Array,
  size: number,
  width: number,
  after: Float64Array,
): void {
  for (let row = 0; row < size; row++)
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let step = 0, place = lane(row); step < width; step++, place += LANES)
        sum -= (before[place] as number) * (pivot[step * PANEL + column] as number);
      after[lane(row) + column * LANES] = sum;
    }
}

/** Two rows by four columns a step: what is read is used more than once. */
function subtractProducts(
  packed: Float64Array,
  size: number,
  width: number,
  before: Float64Array,
  after: Float64Array,
): void {
  for (let row = 0; row < size; row += 2) {
    const left = lane(row);
    for (let column = 0; column <= row + 1; column += LANES) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let step = 0, x = left, y = column * PANEL; step < width; step++, x += LANES, y += LANES) {
        const upper = before[x] as number;
        const lower = before[x + 1] as number;
        const [one, two] = [after[y] as number, after[y + 1] as number];
        const [three, four] = [after[y + 2] as number, after[y + 3] as number];
        a += upper * one;
        b += upper * two;
        c += upper * three;
        d += upper * four;
        e += lower * one;
        f += lower * two;
        g += lower * three;
        h += lower * four;
      }
      subtractFour(packed, row, column, a, b, c, d);
      if (row + 1 < size) subtractFour(packed, row + 1, column, e, f, g, h);
    }
  }
}

/** As far as the row's part of the triangle goes. */
function subtractFour(
  packed: Float64Array,
  row: number,
  column: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  const place = rowStart(row) + column;
  const room = row - column;
  if (room >= 0) packed[place] = (packed[place] as number) - a;
  if (room >= 1) packed[place + 1] = (packed[place + 1] as number) - b;
  if (room >= 2) packed[place + 2] = (packed[place + 2] as number) - c;
  if (room >= 3) packed[place + 3] = (packed[place + 3] as number) - d;
}

function writePanel(
  packed: Float64Array,
  size: number,
  start: number,
  width: number,
  panel: Float64Array,
  pivot: Float64Array,
): void {
  for (let row = 0; row < size; row++) {
    const inside = row - start;
    for (let step = 0; step < width; step++)
      packed[entryOf(row, start + step)] =
        inside >= 0 && inside < width
          ? (pivot[inside * PANEL + step] as number)
          : (panel[lane(row) + step * LANES] as number);
  }
}
