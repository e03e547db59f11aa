import { type Condition, parseQuery, type WhereClause } from "@jetstreamapp/soql-parser-js";
import { type Json, toComparison, toFilter } from "./order-and-filter.ts";
import { type Org, rowOf } from "./org.ts";
import type { Row } from "./org-rows.ts";
import type { ObjectInfo } from "./schema.ts";
import type { Sight } from "./sight.ts";

/** What the REST query resource says of a bad query. */
export class SoqlRefusal extends Error {
  readonly code: "MALFORMED_QUERY" | "INVALID_FIELD" | "INVALID_TYPE";
  constructor(code: SoqlRefusal["code"], message: string) {
    super(message);
    this.code = code;
  }
}

const OPERATORS: Readonly<Record<string, string>> = {
  "=": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
  LIKE: "like",
  IN: "in",
  "NOT IN": "nin",
};

/** Runs the subset of SOQL a third-party client needs to look at records: fields, parents, filters, order, limit. */
export function runSoql(org: Org, sight: Sight, text: string): Record<string, unknown>[] {
  const query = parse(text);
  const object = sight.object(query.sObject ?? "");
  if (!object) throw new SoqlRefusal("INVALID_TYPE", `sObject type '${query.sObject}' is not supported.`);
  const filter = toFilter(org, sight, object, toWhere(query.where));
  const orders = [query.orderBy ?? []].flat();
  const orderBy = Object.fromEntries(
    orders.flatMap((clause) =>
      "field" in clause
        ? [[clause.field, { order: clause.order ?? "ASC", nulls: clause.nulls ?? "FIRST" }]]
        : [],
    ),
  );
  const start = query.offset ?? 0;
  const rows = sight
    .rows(object)
    .filter(filter)
    .toSorted(toComparison(sight, object, orderBy));
  const paths = (query.fields ?? []).flatMap((field) =>
    field.type === "Field"
      ? [[field.field]]
      : field.type === "FieldRelationship"
        ? [[...field.relationships, field.field]]
        : [],
  );
  return rows
    .slice(start, start + (query.limit ?? rows.length))
    .map((row) => toRecord(org, sight, object, row, paths));
}

function parse(text: string) {
  try {
    return parseQuery(text);
  } catch (failure) {
    throw new SoqlRefusal("MALFORMED_QUERY", String(failure));
  }
}

/** The REST API's form of a record: plain values, parents inside, and where each came from. */
export function toRecord(
  org: Org,
  sight: Sight,
  object: ObjectInfo,
  row: Row,
  paths: readonly (readonly string[])[],
): Record<string, unknown> {
  const record: Record<string, unknown> = {
    attributes: { type: object.name, url: `/services/data/v66.0/sobjects/${object.name}/${row.Id}` },
  };
  for (const [name = "", ...rest] of paths) {
    if (rest.length === 0) {
      if (!sight.field(object, name)) throw new SoqlRefusal("INVALID_FIELD", `No such column '${name}'.`);
      record[name] = row[name] ?? null;
      continue;
    }
    const reference = object.fields.find((field) => field.relationship === name);
    const target = reference?.to && sight.object(reference.to);
    if (!reference || !target)
      throw new SoqlRefusal("INVALID_FIELD", `Didn't understand relationship '${name}'.`);
    const parent = rowOf(org, target.name, row[reference.name]);
    record[name] =
      parent && sight.isVisible(target.name, parent)
        ? { ...(record[name] as object | undefined), ...toRecord(org, sight, target, parent, [rest]) }
        : null;
  }
  return record;
}

/** The parser's tree of conditions in the form of GraphQL's filters. */
function toWhere(where: WhereClause | undefined): Json | undefined {
  if (!where?.left) return undefined;
  const left = toCondition(where.left as Condition);
  if (!("right" in where) || !where.right) return left;
  const right = toWhere(where.right) ?? {};
  return where.operator === "OR" ? { OR: [left, right] } : { AND: [left, right] };
}

function toCondition(condition: Condition): Json {
  if (!("field" in condition) || !("value" in condition) || !condition.operator)
    throw new SoqlRefusal("MALFORMED_QUERY", "This condition is not emulated.");
  const operator = OPERATORS[condition.operator];
  if (operator === undefined)
    throw new SoqlRefusal("MALFORMED_QUERY", `${condition.operator} is not emulated.`);
  const { value, literalType } = condition as { value: string | string[]; literalType?: string };
  const operand = Array.isArray(value) ? value.map((one) => toLiteral(one)) : toLiteral(value, literalType);
  const path = condition.field.split(".");
  return path.reduceRight<Json>((inner, name) => ({ [name]: inner }), { [operator]: operand });
}

function toLiteral(text: string, type?: string): Json {
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll(/\\(.)/gs, "$1");
  if (type === "NULL" || text.toLowerCase() === "null") return null;
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return Number.isNaN(Number(text)) ? text : Number(text);
}
