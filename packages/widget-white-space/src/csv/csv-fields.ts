/** What spreadsheets read as a formula, and such a text that was defused before. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/**
 * Defuses text that a spreadsheet would run as a formula by a leading apostrophe. A text that begins with apostrophes
 * and then such a sign gets one more, so that `fuse` gives back exactly what was written.
 */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const fuse = (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/u.test(text) ? text.slice(1) : text);

/** An amount as every language's spreadsheet reads it back: no grouping, a point, never three digits after it. */
export function writeAmount(amount: number): string {
  const text = String(amount);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/**
 * Reads an amount: "1234.5", "1.234,50", "1,234.50", "1 234". A single sign before exactly three digits groups them.
 * Undefined where it is no number.
 */
export function readAmount(text: string): number | undefined {
  const plain = text.replaceAll(/[\s'’\u00A0\u202F]/gu, "");
  if (!/^\d[\d.,]*$/.test(plain)) return undefined;
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last === -1) return Number(plain);
  const sign = plain[last] ?? "";
  const whole = plain.slice(0, last).replaceAll(/[.,]/g, "");
  const rest = plain.slice(last + 1);
  const only = plain.indexOf(sign) === last && !/[.,]/.test(plain.slice(0, last));
  const grouping = plain.indexOf(sign) !== last || (only && rest.length === 3);
  const value = Number(grouping ? whole + rest : `${whole}.${rest}`);
  return Number.isFinite(value) ? value : undefined;
}

const ENCODINGS = ["utf-8", "windows-1252"] as const;

/** The text of a file: UTF-8, UTF-16 with its mark, otherwise Windows-1252 as older spreadsheets write. */
export function decodeFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder(ENCODINGS[0], { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(ENCODINGS[1]).decode(bytes);
  }
}

const DELIMITERS = [",", ";", "\t"] as const;

/** The sign between columns: the one the header line, quotes apart, holds most of. */
export function findDelimiter(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (sign: string): number => header.split(sign).length - 1;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ",";
}
