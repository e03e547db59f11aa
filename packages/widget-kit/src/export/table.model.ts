/** A value to count with, and how it reads. Money goes out as its number; name the currency in the column. */
export type TableCell =
  | string
  | number
  | null
  | { readonly value: string | number | null; readonly text: string };

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** `end` for numbers. */
  readonly align?: "start" | "end";
}

export interface TableRow {
  readonly id: string;
  /** One per column. The first names the row. */
  readonly cells: readonly TableCell[];
}

/** What a picture says, as a table: the same order, the same words. */
export interface TableData {
  /** Name of the table and of files made from it. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** What a program reads. */
export const cellValue = (cell: TableCell | undefined): string | number | null =>
  cell === undefined || cell === null ? null : typeof cell === "object" ? cell.value : cell;

/** What a person reads. */
export const cellText = (cell: TableCell | undefined): string =>
  cell === undefined || cell === null ? "" : typeof cell === "object" ? cell.text : String(cell);
