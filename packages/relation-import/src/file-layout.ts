import { ImportFileError } from "@sweetspot/crm-import/reading";
import { type Field, fieldNames, findField } from "./fields.ts";
import type { RelationKind } from "./relation-sink.port.ts";

/** What the columns of a CSV file are. */
export interface FileLayout {
  readonly kind: RelationKind;
  readonly header: readonly string[];
  /** The field of each column; undefined where it is passed over. */
  readonly fields: readonly (Field | undefined)[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The sign that parts the columns: the one the header line has most of. */
export function findDelimiter(headerLine: string): string {
  const counts = DELIMITERS.map((sign) => headerLine.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/**
 * What kind of records a file holds, by its columns; where those fit people and bodies alike, by its name.
 *
 * @throws ImportFileError `no-header` or `incomplete-mapping`, naming the columns that are missing
 */
export function findLayout(file: string, header: readonly string[]): FileLayout {
  const kind = findKind(file, header);
  const fields = header.map((name) => findField(kind, name));
  // Of two columns for one field the first counts.
  const first = fields.map((field, at) =>
    field !== undefined && fields.indexOf(field) === at ? field : undefined,
  );
  const missing = requiredFields(kind).filter((names) => !names.some((name) => first.includes(name)));
  if (missing.length > 0)
    throw new ImportFileError(
      "incomplete-mapping",
      file,
      `${file} looks like ${NAMES[kind]}, but has no column ${missing
        .map((names) => names.join(" or "))
        .join(" and no column ")}. Columns of ${NAMES[kind]}: ${fieldNames(kind).join(", ")}.`,
    );
  return { kind, header, fields: first };
}

const NAMES: Readonly<Record<RelationKind, string>> = {
  people: "a list of people",
  bodies: "a list of bodies",
  ties: "a list of ties",
};

function requiredFields(kind: RelationKind): readonly (readonly Field[])[] {
  if (kind === "ties") return [["person", "otherBody"]];
  return kind === "people" ? [["key"], ["name", "familyName"]] : [["key"], ["name"]];
}

function findKind(file: string, header: readonly string[]): RelationKind {
  const has = (kind: RelationKind, ...fields: readonly Field[]): boolean =>
    header.some((name) => {
      const field = findField(kind, name);
      return field !== undefined && fields.includes(field);
    });
  if (has("ties", "person", "otherPerson", "otherBody") && has("ties", "body", "otherPerson")) return "ties";
  if (!has("people", "name", "familyName"))
    throw new ImportFileError(
      "no-header",
      file,
      `${file} does not begin with a line of column names that are those of people, bodies or ties. ${[
        "people",
        "bodies",
        "ties",
      ]
        .map((kind) => `${kind}: ${fieldNames(kind as RelationKind).join(", ")}`)
        .join("; ")}.`,
    );
  if (has("people", "givenName", "familyName", "birthDate")) return "people";
  if (has("bodies", "people", "insolvent", "register")) return "bodies";
  if (/org|bod(?:y|ies)|compan|firm|institution|association|perusahaan/iu.test(file)) return "bodies";
  return "people";
}
