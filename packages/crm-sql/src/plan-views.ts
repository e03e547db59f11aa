import { createHash } from "node:crypto";
import type { Entity, FieldKind } from "@sweetspot/plan-model";

/** Tables whose names a view must not take. */
const TAKEN = new Set(["plan_scope", "plan_record", "plan_reference", "plan_change", "plan_commit"]);

export interface PlanViews {
  readonly statements: readonly string[];
  /** Equal exactly for equal statements. */
  readonly fingerprint: string;
}

/**
 * One typed, commented view for each entity of the plan model (`plan_cell`, `plan_area` …): what a report reads.
 * Columns come from the declaration alone. Live records only; tenant and scope are columns to filter by.
 *
 * @throws Error when two declarations, or one and a table of the store, claim the same name
 */
export function planViews(entities: readonly Entity[]): PlanViews {
  const statements = entities.flatMap(viewOf);
  return { statements, fingerprint: createHash("sha256").update(statements.join(";\n")).digest("hex") };
}

function viewOf(entity: Entity): string[] {
  const view = `plan_${toSnake(entity.name)}`;
  if (TAKEN.has(view)) throw new Error(`The entity "${entity.name}" needs another name: ${view} is a table.`);
  const columns = Object.entries(entity.fields).flatMap(([field, kind]) => columnsOf(field, kind));
  const select = [
    "tenant",
    "case when scope = 'library' then null else substr(scope, 9) end as account",
    "id as record_id",
    ...columns.map((column) => `${column.expression} as ${quote(column.name)}`),
    "revision",
    "created_by",
    "created_at",
    "updated_by",
    "updated_at",
  ];
  return [
    `create view ${view} as select ${select.join(", ")} from plan_record where type = ${literal(entity.name)} and not removed`,
    `comment on view ${view} is ${literal(entity.help)}`,
    ...columns.map((column) => `comment on column ${view}.${quote(column.name)} is ${literal(column.help)}`),
  ];
}

interface Column {
  readonly name: string;
  readonly expression: string;
  readonly help: string;
}

function columnsOf(field: string, kind: FieldKind): Column[] {
  const name = RESERVED.has(toSnake(field)) ? `${toSnake(field)}_` : toSnake(field);
  const json = `fields -> ${literal(field)}`;
  const text = `fields ->> ${literal(field)}`;
  const column = (expression: string, suffix = ""): Column => ({
    name: `${name}${suffix}`,
    expression,
    help: kind.help,
  });
  // A record of an older declaration may hold another kind of value: it reads as null and never breaks a report.
  const guarded = (type: string, expression: string): string =>
    `case when jsonb_typeof(${json}) = '${type}' then ${expression} end`;
  switch (kind.kind) {
    case "number":
      return [column(guarded("number", `(${text})::numeric`))];
    case "flag":
      return [column(guarded("boolean", `(${text})::boolean`))];
    case "date":
      return [column(`case when ${text} ~ '^\\d{4}-\\d\\d-\\d\\d$' then (${text})::date end`)];
    case "instant":
      return [column(`case when ${text} ~ '^\\d{4}-\\d\\d-\\d\\dT.*Z$' then (${text})::timestamptz end`)];
    case "money":
      return [
        column(guarded("object", `(${json} ->> 'amount')::numeric`)),
        column(`${json} ->> 'currency'`, "_currency"),
      ];
    case "list":
      return [column(json)];
    case "text":
    case "choice":
    case "reference":
    case "crm-reference":
      return [column(text)];
  }
}

/** Columns every view has; a field of the same name steps aside. */
const RESERVED = new Set([
  "tenant",
  "account",
  "record_id",
  "revision",
  "created_by",
  "created_at",
  "updated_by",
  "updated_at",
]);

const toSnake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll("-", "_");
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
