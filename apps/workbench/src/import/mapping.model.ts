import type { ColumnMapping, FileMapping } from "@sweetspot/crm-import";
import { FIELDS_OF, KEEPS_ATTRIBUTES } from "@sweetspot/crm-import/mapping";

export type MappedKind = FileMapping["kind"];

/** What a column of such a file can mean. */
export function targetsOf(kind: MappedKind): readonly string[] {
  if (kind === "ignored") return ["ignored"];
  const fields = FIELDS_OF[kind].map((field) => field.name);
  return [...fields, ...(KEEPS_ATTRIBUTES.has(kind) ? ["attribute"] : []), "ignored"];
}

/** Does the column's meaning need the order of day and month, or the decimal sign? */
export function formatOf(kind: MappedKind, target: string): "dates" | "decimal" | undefined {
  if (kind === "ignored") return undefined;
  switch (FIELDS_OF[kind].find((field) => field.name === target)?.is) {
    case "date":
    case "instant":
      return "dates";
    case "number":
    case "money":
      return "decimal";
    default:
      return undefined;
  }
}

/** The mapping after the user has said what a column means. A meaning taken from another column leaves that one free. */
export function setTarget(mapping: FileMapping, index: number, target: string): FileMapping {
  const spare = mapping.kind !== "ignored" && KEEPS_ATTRIBUTES.has(mapping.kind) ? "attribute" : "ignored";
  const isUnique = target !== "attribute" && target !== "ignored";
  const columns = mapping.columns.map((column, at) => {
    if (at === index) return retarget(mapping.kind, column, target);
    return isUnique && column.target === target ? retarget(mapping.kind, column, spare) : column;
  });
  const hasId = columns.some((column) => column.target === "id");
  const hadId = mapping.columns.some((column) => column.target === "id");
  const key = hasId ? (hadId ? mapping.key : "id") : mapping.key === "id" ? "name" : mapping.key;
  return { ...mapping, columns, key };
}

function retarget(kind: MappedKind, column: ColumnMapping, target: string): ColumnMapping {
  const { header } = column;
  switch (formatOf(kind, target)) {
    case "dates":
      return { header, target, dates: column.dates ?? "ymd" };
    case "decimal":
      return { header, target, decimal: column.decimal ?? "." };
    default:
      return { header, target };
  }
}

/** The user has looked: what was assumed is now said. */
export function setFormat(
  mapping: FileMapping,
  index: number,
  format: Pick<ColumnMapping, "dates"> | Pick<ColumnMapping, "decimal">,
): FileMapping {
  const columns = mapping.columns.map((column, at) => {
    if (at !== index) return column;
    const { assumed, ...rest } = column;
    return assumed === undefined ? { ...column, ...format } : { ...rest, ...format };
  });
  return { ...mapping, columns };
}

/** Stages in the order of their outcome. */
export const STAGE_STATUSES = ["open", "won", "lost"] as const;

export const setStage = (
  mapping: FileMapping,
  stage: string,
  status: (typeof STAGE_STATUSES)[number],
): FileMapping => ({
  ...mapping,
  stages: { ...mapping.stages, [stage]: status },
});
