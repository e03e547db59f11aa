import type { RecordId } from "@sweetspot/contract";
import type { AccountTree } from "./account-tree.ts";
import type { ImportProblem, ProblemCode } from "./import-problem.model.ts";
import type { ImportKind, NamedKind } from "./import-sink.port.ts";
import type { ImportTally } from "./import-tally.ts";
import { cut, toProblemText } from "./problem-texts.ts";
import type { ProductNames } from "./product-names.ts";
import type { ReferenceResolver, ReferenceText, Resolution } from "./references.ts";
import type { ReadRow, RowReference } from "./row-reader.ts";
import type { RecognisedFile } from "./survey-file.ts";

/** Who knows where references lead, and who is told of those that lead nowhere. */
export interface ResolveContext {
  readonly resolver: ReferenceResolver;
  readonly tree: AccountTree | undefined;
  readonly products: ProductNames;
  readonly tally: ImportTally;
}

/** Records made because a file names them, by kind and id. */
export type MadeNames = Map<NamedKind, Map<RecordId, string>>;

/** What must be looked up for these rows. The parents of accounts were looked up ahead, for all files at once. */
export function referencesOf(rows: readonly ReadRow[], { tree }: ResolveContext): readonly ReferenceText[] {
  const found: ReferenceText[] = [];
  for (const { references } of rows) {
    for (const field in references)
      if (field !== "parent" || tree === undefined) found.push(references[field]!);
  }
  return found;
}
const UNKNOWN: Readonly<Record<string, ProblemCode>> = {
  parent: "unknown-parent",
  account: "unknown-account",
  owner: "unknown-owner",
  product: "unknown-product",
  opportunity: "unknown-opportunity",
};

/** Where the row's references lead; undefined where the row cannot stand without one of them. */
export function resolveRow(
  row: ReadRow,
  file: RecognisedFile,
  kind: ImportKind,
  context: ResolveContext,
  made: MadeNames,
): Readonly<Record<string, RecordId | null>> | undefined {
  const ids: Record<string, RecordId | null> = {};
  for (const [field, reference] of Object.entries(row.references)) {
    const resolution = resolveField(field, reference, row.id, context);
    ids[field] = null;
    if (resolution === undefined || resolution.state === "none") continue;
    if (resolution.state === "found") ids[field] = resolution.id;
    else if (resolution.state === "made") ids[field] = make(reference.kind, resolution, context, made);
    else report(resolution, field, reference, row, file, kind, context);
  }
  return kind === "lineItems" && ids["opportunity"] == null ? undefined : ids;
}

type FieldResolution = Resolution | { readonly state: "cyclic"; readonly text: string };

function resolveField(
  field: string,
  reference: RowReference,
  id: RecordId,
  { tree, resolver }: ResolveContext,
): FieldResolution | undefined {
  return field === "parent" && tree !== undefined ? tree.parentOf(id) : resolver.resolve(reference);
}

function make(
  kind: NamedKind,
  { id, name }: { readonly id: RecordId; readonly name: string },
  { resolver }: ResolveContext,
  made: MadeNames,
): RecordId {
  const names = made.get(kind) ?? new Map<RecordId, string>();
  made.set(kind, names.set(id, name));
  resolver.remember(kind, id, name);
  return id;
}

function report(
  resolution: Exclude<FieldResolution, { readonly state: "found" | "made" | "none" }>,
  field: string,
  reference: RowReference,
  row: ReadRow,
  file: RecognisedFile,
  kind: ImportKind,
  { tally, products }: ResolveContext,
): void {
  const { state, text } = resolution;
  if (state !== "cyclic" && !(reference.kind === "products" && products.none)) {
    tally.addUnmatched(reference.kind, text, file.name, row.line);
  }
  // An export without its users or without a product catalogue would list every one of its rows here.
  if (state === "unknown" && (field === "owner" || (field === "product" && products.none))) return;
  const code =
    state === "cyclic" ? "cyclic-parent" : state === "ambiguous" ? "ambiguous-name" : UNKNOWN[field]!;
  const effect = field === "opportunity" ? "row" : "value";
  tally.addProblem(toProblem(file, kind, row.line, code, effect, text, reference.column));
}

export function toProblem(
  file: RecognisedFile,
  kind: ImportKind,
  line: number,
  code: ProblemCode,
  effect: ImportProblem["effect"],
  value: string,
  column: string | undefined,
  detail?: string,
): ImportProblem {
  const texts = toProblemText(code, cut(value), detail);
  return {
    file: file.name,
    kind,
    line,
    code,
    effect,
    value: cut(value),
    ...(column === undefined ? {} : { column }),
    ...texts,
  };
}
