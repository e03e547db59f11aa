/**
 * Who has what, as a sparse matrix in compressed rows: row = customer, column = offering, value = weight. The offerings of
 * `customer` stand in `offerings` and `values` from `offsets[customer]` to `offsets[customer + 1]`, by ascending number,
 * each at most once. It is never written to: what the engine works out for it is kept with it.
 */
export interface PurchaseMatrix {
  readonly customerCount: number;
  readonly offeringCount: number;
  /** `customerCount + 1` entries. */
  readonly offsets: Int32Array;
  readonly offerings: Int32Array;
  /** How much of a customer's business it is; 1 everywhere where only yes and no is known. Greater than 0. */
  readonly values: Float64Array;
}

/** One entry a purchase, in any order: customer `customers[i]` has offering `offerings[i]` with weight `values[i]`. */
export interface Purchases {
  readonly customerCount: number;
  readonly offeringCount: number;
  readonly customers: ArrayLike<number>;
  readonly offerings: ArrayLike<number>;
  /** Everything weighs 1 without it. */
  readonly values?: ArrayLike<number>;
}

/**
 * Puts purchases in rows; repeated ones of a customer and an offering add up.
 *
 * @throws RangeError naming the entry that is wrong
 */
export function toPurchaseMatrix(purchases: Purchases): PurchaseMatrix {
  const { customerCount, offeringCount, customers } = purchases;
  const rows = Array.from({ length: customerCount }, () => new Map<number, number>());
  for (let entry = 0; entry < customers.length; entry++) {
    const [customer, offering, value] = entryOf(purchases, entry);
    const row = rows[customer];
    row?.set(offering, (row.get(offering) ?? 0) + value);
  }
  const offsets = new Int32Array(customerCount + 1);
  for (const [customer, row] of rows.entries()) offsets[customer + 1] = (offsets[customer] ?? 0) + row.size;
  const length = offsets[customerCount] ?? 0;
  const matrix = {
    customerCount,
    offeringCount,
    offsets,
    offerings: new Int32Array(length),
    values: new Float64Array(length),
  };
  let place = 0;
  for (const row of rows)
    for (const [offering, value] of [...row].toSorted(([a], [b]) => a - b)) {
      matrix.offerings[place] = offering;
      matrix.values[place] = value;
      place += 1;
    }
  return matrix;
}

function entryOf(purchases: Purchases, entry: number): [customer: number, offering: number, value: number] {
  const { customerCount, offeringCount, customers, offerings, values } = purchases;
  const [customer, offering] = [customers[entry] ?? -1, offerings[entry] ?? -1];
  const value = values === undefined ? 1 : (values[entry] ?? Number.NaN);
  const isBelow = (number: number, count: number): boolean =>
    Number.isInteger(number) && number >= 0 && number < count;
  if (!isBelow(customer, customerCount))
    throw new RangeError(`customers[${entry}] is ${customer}; there are ${customerCount} customers.`);
  if (!isBelow(offering, offeringCount))
    throw new RangeError(`offerings[${entry}] is ${offering}; there are ${offeringCount} offerings.`);
  if (!(value > 0) || value === Infinity)
    throw new RangeError(`values[${entry}] is ${value}; a weight must be greater than 0.`);
  return [customer, offering, value];
}

/** Does the row have this column? By halves: rows are in order. */
export function hasOffering(
  { offsets, offerings }: PurchaseMatrix,
  customer: number,
  offering: number,
): boolean {
  let low = offsets[customer] as number;
  let high = (offsets[customer + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = offerings[middle] as number;
    if (found === offering) return true;
    if (found < offering) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
