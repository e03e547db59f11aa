/** Rows that are short and mostly empty: those without an entry share one array. */
export type Rows<Entry> = (readonly Entry[])[];

export const EMPTY_ROW: readonly never[] = [];

/** Puts an entry behind those that do not come after it. */
export function insertInRow<Entry>(
  rows: Rows<Entry>,
  row: number,
  entry: Entry,
  compare: (one: Entry, other: Entry) => number,
): void {
  const entries = rows[row] as Entry[];
  if (entries.length === 0) {
    rows[row] = [entry];
    return;
  }
  let place = entries.length;
  while (place > 0 && compare(entries[place - 1] as Entry, entry) > 0) place -= 1;
  if (place === entries.length) entries.push(entry);
  else entries.splice(place, 0, entry);
}

export function dropFromRow<Entry extends { readonly tie: { readonly id: string } }>(
  rows: Rows<Entry>,
  row: number,
  tieId: string,
): void {
  const entries = rows[row] as Entry[];
  const place = entries.findIndex(({ tie }) => tie.id === tieId);
  if (place >= 0) entries.splice(place, 1);
}
