/** How a file's bytes spell text. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** The encoding a byte order mark names. */
export function encodingOfMark(head: Uint8Array): TextEncoding | undefined {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark shows as a zero in every other byte of Latin text. */
export function encodingOfZeros(head: Uint8Array): TextEncoding | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const half = head.length / 2;
  if (half < 2) return undefined;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.02) return "utf-16le";
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.02) return "utf-16be";
  return undefined;
}

/** Counts whole and broken multi-byte UTF-8 sequences; umlauts of Windows-1252 show as broken ones only. */
export function createSequenceCounter(): {
  add(bytes: Uint8Array): void;
  readonly whole: number;
  readonly broken: number;
} {
  let awaited = 0;
  let whole = 0;
  let broken = 0;
  return {
    add(bytes) {
      for (const byte of bytes) {
        if (awaited > 0) {
          if ((byte & 0xc0) === 0x80) {
            awaited--;
            if (awaited === 0) whole++;
            continue;
          }
          broken++;
          awaited = 0;
        }
        if (byte < 0x80) continue;
        if (byte >= 0xc2 && byte <= 0xdf) awaited = 1;
        else if (byte >= 0xe0 && byte <= 0xef) awaited = 2;
        else if (byte >= 0xf0 && byte <= 0xf4) awaited = 3;
        else broken++;
      }
    },
    get whole() {
      return whole;
    },
    get broken() {
      return broken + (awaited > 0 ? 1 : 0);
    },
  };
}

/** Decodes a stream; the byte order mark is dropped, and so are zeros, which only UTF-16 can hide in text. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true }).replaceAll("\0", "");
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
