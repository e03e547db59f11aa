/** A won or open deal's part, or an asset, that has no area or no offering. */
export interface UnmatchedRecord {
  readonly kind: "deal" | "asset";
  readonly id: string;
  readonly status: "won" | "open" | "asset";
  /** The product text or deal name that was looked at. */
  readonly what: string;
  readonly date?: string;
  readonly amount?: number;
  readonly areas: readonly string[];
  readonly offerings: readonly string[];
}

/** What the grid shows as an extra row and an extra column, so that nothing is lost in silence. */
export interface Unmatched {
  /** The extra column: in this area, but of no offering. */
  readonly byArea: ReadonlyMap<string, readonly UnmatchedRecord[]>;
  /** The extra row: of this offering, but in no area. */
  readonly byOffering: ReadonlyMap<string, readonly UnmatchedRecord[]>;
  /** All of them, those that match neither included. */
  readonly records: readonly UnmatchedRecord[];
}

/** `records` lack an area or an offering; what they have instead tells which extra cell they stand in. */
export const toUnmatched = (records: readonly UnmatchedRecord[]): Unmatched => ({
  byArea: group(records, (record) => record.areas),
  byOffering: group(records, (record) => record.offerings),
  records,
});

function group(
  records: readonly UnmatchedRecord[],
  keysOf: (record: UnmatchedRecord) => readonly string[],
): ReadonlyMap<string, readonly UnmatchedRecord[]> {
  const groups = new Map<string, UnmatchedRecord[]>();
  for (const record of records)
    for (const key of keysOf(record)) {
      const list = groups.get(key);
      if (list) list.push(record);
      else groups.set(key, [record]);
    }
  return groups;
}
