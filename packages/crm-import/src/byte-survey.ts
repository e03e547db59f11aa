import { readBytes, type ByteStreamOptions } from "./byte-stream.ts";
import { ImportFileError } from "./import-problem.model.ts";
import type { ImportSource } from "./import-source.port.ts";
import {
  createSequenceCounter,
  encodingOfMark,
  encodingOfZeros,
  type TextEncoding,
} from "./text-encoding.ts";

/** What a look at every byte of a file tells. */
export interface ByteSurvey {
  readonly encoding: TextEncoding;
  /** The beginning as text, without byte order mark, cut at `HEAD_BYTES`. */
  readonly head: string;
  /** True where the head is the whole file. */
  readonly whole: boolean;
}

export interface ByteSurveyOptions extends ByteStreamOptions {
  /** True where the source is only the beginning of a file: it may end anywhere. */
  readonly cut?: boolean | undefined;
}

/** Bytes looked at to find header, delimiter and the form of dates and numbers. */
export const HEAD_BYTES = 512 * 1024;

/**
 * Reads a whole file once, so that a file that breaks in its middle (cut gzip, binary, mixed encodings) is refused
 * before anything of it is written. Throws `ImportFileError`.
 */
export async function surveyBytes(
  source: ImportSource,
  options: ByteSurveyOptions = {},
): Promise<ByteSurvey> {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let total = 0;
  let hasZero = false;
  let validUtf8 = true;
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of readSome(source, options)) {
    total += chunk.length;
    if (headBytes < HEAD_BYTES) {
      head.push(chunk.slice(0, HEAD_BYTES - headBytes));
      headBytes += Math.min(chunk.length, HEAD_BYTES - headBytes);
    }
    hasZero ||= chunk.includes(0);
    validUtf8 &&= decodes(utf8, chunk, true);
  }
  validUtf8 &&= options.cut === true || decodes(utf8, new Uint8Array(), false);
  const bytes = Buffer.concat(head);
  refuseOtherFormats(source.name, bytes);
  const marked = encodingOfMark(bytes);
  const encoding = marked ?? (hasZero ? encodingOfZeros(bytes) : undefined);
  if (encoding === "utf-16le" || encoding === "utf-16be")
    return toSurvey(source, encoding, bytes, total, options.cut);
  if (hasZero) throw binary(source.name);
  if (validUtf8) return toSurvey(source, "utf-8", bytes, total, options.cut);
  await refuseDamagedUtf8(source, marked === "utf-8", options);
  return toSurvey(source, "windows-1252", bytes, total, options.cut);
}

const decodes = (decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean => {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
};

function toSurvey(
  source: ImportSource,
  encoding: TextEncoding,
  bytes: Uint8Array,
  total: number,
  cut = false,
): ByteSurvey {
  const head = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (head.trim() === "") {
    throw new ImportFileError(
      "empty",
      source.name,
      `${source.name} is empty. Export it again with at least a header line.`,
    );
  }
  if (controls(head) > 2 + head.length / 2000) throw binary(source.name);
  return { encoding, head, whole: total <= HEAD_BYTES && !cut };
}

/** Control characters that no text file holds. */
function controls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) count++;
    else if (code === 0xfffd || code === 0x7f) count++;
  }
  return count;
}

const binary = (name: string): ImportFileError =>
  new ImportFileError("binary", name, `${name} is not a text file. Export the records as CSV.`);

function refuseOtherFormats(name: string, bytes: Uint8Array): void {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (start.startsWith("pk\u0003\u0004") || start.startsWith("\u00d0\u00cf\u0011\u00e0".toLowerCase())) {
    throw new ImportFileError(
      "spreadsheet",
      name,
      `${name} is an Excel workbook or a ZIP archive. Save the sheet as CSV, or unpack the archive, then import that.`,
    );
  }
  if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
    throw new ImportFileError(
      "web-page",
      name,
      `${name} is a web page or XML, not CSV. A report export offers "CSV" beside "Excel": choose that.`,
    );
  }
}

/** Bytes that are mostly good UTF-8 are a damaged UTF-8 file, which must not be read as Windows-1252. */
async function refuseDamagedUtf8(
  source: ImportSource,
  marked: boolean,
  options: ByteSurveyOptions,
): Promise<void> {
  const sequences = createSequenceCounter();
  const { signal, cut } = options;
  for await (const chunk of readSome(source, { signal, cut })) sequences.add(chunk);
  if (!marked && sequences.whole <= sequences.broken) return;
  throw new ImportFileError(
    "broken-encoding",
    source.name,
    `${source.name} begins as UTF-8 but holds ${sequences.broken} damaged characters. Export it again as UTF-8.`,
  );
}

/** The content; where the source is cut, a gzip that ends too early is no damage. */
async function* readSome(source: ImportSource, options: ByteSurveyOptions): AsyncGenerator<Uint8Array> {
  try {
    yield* readBytes(source, options);
  } catch (error) {
    const expected = options.cut && error instanceof ImportFileError && error.code === "broken-gzip";
    if (!expected) throw error;
  }
}
