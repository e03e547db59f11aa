import type { ImportSource } from "@sweetspot/crm-import";
import { ImportFileError } from "@sweetspot/crm-import/reading";
import type { Field } from "./fields.ts";
import { type FileRow, openRelationFile, type RelationFile, readRows } from "./file-rows.ts";
import { RELATION_KINDS, type RelationKind } from "./relation-sink.port.ts";

/** What a file seems to hold, before anything of it is imported. */
export interface RelationFilePreview {
  /** Absent where the file could not be read. */
  readonly form?: "csv" | "json-lines";
  /** Of all rows of a CSV file; lines of JSON each say their own. */
  readonly kind?: RelationKind;
  readonly encoding?: string;
  /** What the columns mean, in their order; no field where a column is passed over. Of JSON, what the first lines have. */
  readonly columns: readonly { readonly header: string; readonly field?: string }[];
  /** The first rows, cells in the order of the columns. */
  readonly sample: readonly { readonly kind?: RelationKind; readonly cells: readonly string[] }[];
  /** Why nothing of the file can be imported. */
  readonly refused?: { readonly code: string; readonly message: string };
}

const SAMPLE_ROWS = 5;
const LONGEST_CELL = 200;

/** Looks at every byte of the file and at its first rows; a file that cannot be read is an answer, too. */
export async function previewRelationFile(
  source: ImportSource,
  options: { readonly signal?: AbortSignal } = {},
): Promise<RelationFilePreview> {
  try {
    const file = await openRelationFile(source, options);
    return toPreview(file, await readSample(file, options));
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    return { columns: [], sample: [], refused: { code: error.code, message: error.message } };
  }
}

async function readSample(
  file: RelationFile,
  { signal }: { readonly signal?: AbortSignal },
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  for await (const batch of readRows(file, { signal, kinds: RELATION_KINDS, broken: false })) {
    rows.push(...batch.filter(({ broken }) => !broken).slice(0, SAMPLE_ROWS - rows.length));
    if (rows.length === SAMPLE_ROWS) break;
  }
  return rows;
}

function toPreview({ encoding, form }: RelationFile, rows: readonly FileRow[]): RelationFilePreview {
  const columns: { readonly header: string; readonly field?: string }[] = form.json
    ? [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].map((name) => ({
        header: name,
        field: name,
      }))
    : form.layout.header.map((header, at) => {
        const field = form.layout.fields[at];
        return field === undefined ? { header } : { header, field };
      });
  return {
    form: form.json ? "json-lines" : "csv",
    encoding,
    ...(form.json ? {} : { kind: form.layout.kind }),
    columns,
    sample: rows.map(({ kind, values }) => ({
      ...(kind === undefined ? {} : { kind }),
      cells: columns.map(({ field }) =>
        String((field === undefined ? undefined : values[field as Field]) ?? "").slice(0, LONGEST_CELL),
      ),
    })),
  };
}
