import type { CsvRecord } from "./csv-reader.ts";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** What could be read, and where reading stopped. */
export interface PlainPiece {
  readonly records: readonly CsvRecord[];
  /** From here on nothing was read: the beginning of a record that is not whole yet, or not plain. */
  readonly rest: Uint8Array;
  /** The line on which the rest begins. */
  readonly line: number;
  /** The rest begins with a record that is not plain. */
  readonly odd: boolean;
}

/**
 * Reads the records about which all readers of CSV agree: cells without a quote, or wholly in quotes with any quote in
 * them doubled; lines that end in LF or CRLF. It stops where anything else comes, so that a library can decide that.
 *
 * @param bytes UTF-8, from the beginning of a record
 * @param line on which they begin
 * @param delimiter one byte of ASCII
 * @param last nothing follows these bytes
 */
export function readPlainRecords(bytes: Buffer, line: number, delimiter: number, last: boolean): PlainPiece {
  const records: CsvRecord[] = [];
  const end = bytes.length;
  let start = 0;
  let at = 0;
  let lineBreaks = 0;
  let cells: string[] = [];
  const stop = (odd: boolean): PlainPiece => ({ records, rest: bytes.subarray(start), line, odd });

  while (start < end) {
    let cell: string;
    if (bytes[at] === QUOTE) {
      let close = at + 1;
      let doubled = false;
      for (; close < end; close++) {
        if (bytes[close] !== QUOTE) continue;
        if (bytes[close + 1] !== QUOTE) break;
        doubled = true;
        close++;
      }
      // At the end of what is known, another quote may follow.
      if (close >= end || (close + 1 === end && !last)) return stop(last);
      cell = bytes.toString("utf8", at + 1, close);
      if (doubled) cell = cell.replaceAll('""', '"');
      lineBreaks += countLineBreaks(cell);
      at = close + 1;
    } else {
      const from = at;
      for (; at < end; at++) {
        const byte = bytes[at]!;
        if (byte === delimiter || byte === LINE_FEED || byte === RETURN) break;
        if (byte === QUOTE) return stop(true);
      }
      if (at === end && !last) return stop(false);
      cell = from === at ? "" : bytes.toString("utf8", from, at);
    }
    const wasQuoted = bytes[at - 1] === QUOTE;
    if (at < end && bytes[at] === delimiter) {
      cells.push(cell);
      at++;
      // A delimiter at the very end is followed by one more, empty cell.
      if (at < end || last) continue;
      return stop(false);
    }
    if (at < end && bytes[at] === RETURN) {
      if (at + 1 === end) return stop(last);
      at++;
    }
    if (at < end && bytes[at] !== LINE_FEED) return stop(true);
    // A line without anything is no record.
    if (cells.length > 0 || cell !== "" || wasQuoted) records.push({ line, cells: [...cells, cell] });
    line += 1 + lineBreaks;
    lineBreaks = 0;
    cells = [];
    at = Math.min(at + 1, end);
    start = at;
  }
  return stop(false);
}

/** Line breaks of any kind in a cell. */
export const countLineBreaks = (cell: string): number =>
  cell.includes("\n") || cell.includes("\r") ? cell.match(/\r\n|\r|\n/gu)!.length : 0;
