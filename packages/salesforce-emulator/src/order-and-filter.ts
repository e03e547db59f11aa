import type { Cell, Row } from "./org-rows.ts";
import { type Org, rowOf } from "./org.ts";
import type { ObjectInfo } from "./schema.ts";
import type { Sight } from "./sight.ts";

export type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Node = { readonly [name: string]: Json };

/** The document names a field or object this user's schema does not have. */
export class UnknownName extends Error {}

const isNode = (json: Json | undefined): json is Node =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** Is text like the pattern? Without regard to case, with regard to accents; `%` is any text, `_` any one sign. */
export function isLike(text: string, pattern: string): boolean {
  const source = pattern.replaceAll(/\\?[%_]|[.*+?^${}()|[\]\\]/g, (sign) => {
    if (sign === "%") return "[\\s\\S]*";
    if (sign === "_") return "[\\s\\S]";
    return sign.length === 2 ? sign.charAt(1) : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, "iu").test(text);
}

const fold = (value: Cell): Cell => (typeof value === "string" ? value.toLowerCase() : value);

function compare(one: Cell, other: Cell): number {
  const [a, b] = [fold(one), fold(other)];
  if (a === b) return 0;
  return (a as never) < (b as never) ? -1 : 1;
}

type Test = (value: Cell, operand: Json) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  eq: (value, operand) => compare(value, toCell(operand)) === 0,
  ne: (value, operand) => compare(value, toCell(operand)) !== 0,
  lt: (value, operand) => value !== null && compare(value, toCell(operand)) < 0,
  lte: (value, operand) => value !== null && compare(value, toCell(operand)) <= 0,
  gt: (value, operand) => value !== null && compare(value, toCell(operand)) > 0,
  gte: (value, operand) => value !== null && compare(value, toCell(operand)) >= 0,
  in: (value, operand) => Array.isArray(operand) && operand.some((one) => value === one),
  nin: (value, operand) => Array.isArray(operand) && !operand.some((one) => value === one),
  like: (value, operand) => typeof value === "string" && isLike(value, String(operand)),
};

/** Dates come as `{ value }`. */
const toCell = (json: Json): Cell => (isNode(json) ? ((json["value"] ?? null) as Cell) : (json as Cell));

/**
 * A filter as a question to a row. Relationships are followed whoever owns the record at the other end: filters look
 * through records the user may not see [?].
 */
export function toFilter(
  org: Org,
  sight: Sight,
  object: ObjectInfo,
  where: Json | undefined,
): (row: Row) => boolean {
  if (!isNode(where)) return () => true;
  const tests = Object.entries(where).map(([name, operand]): ((row: Row) => boolean) => {
    if (name === "AND" || name === "OR") {
      const inner = (operand as readonly Json[]).map((one) => toFilter(org, sight, object, one));
      return name === "AND"
        ? (row) => inner.every((one) => one(row))
        : (row) => inner.some((one) => one(row));
    }
    if (name === "NOT") {
      const inner = toFilter(org, sight, object, operand);
      return (row) => !inner(row);
    }
    const reference = object.fields.find((field) => field.relationship === name);
    if (reference?.to) {
      const target = sight.object(reference.to);
      if (!target || !sight.field(object, reference.name)) throw new UnknownName(name);
      const inner = toFilter(org, sight, target, operand);
      return (row) => {
        const parent = rowOf(org, target.name, row[reference.name]);
        return parent !== undefined && inner(parent);
      };
    }
    if (!sight.field(object, name)) throw new UnknownName(name);
    const tests = Object.entries(operand as Node).map(([operator, value]) => {
      const test = TESTS[operator];
      if (!test) throw new UnknownName(`${name}.${operator}`);
      return (row: Row) => test(row[name] ?? null, value);
    });
    return (row) => tests.every((test) => test(row));
  });
  return (row) => tests.every((test) => test(row));
}

/** English locale: by UTF-8 value without case; nulls first unless said otherwise [D order-schema, SOQL ORDER BY]. */
export function toComparison(
  sight: Sight,
  object: ObjectInfo,
  orderBy: Json | undefined,
): (one: Row, other: Row) => number {
  if (!isNode(orderBy)) return () => 0;
  const clauses = Object.entries(orderBy).map(([name, clause]) => {
    if (!sight.field(object, name)) throw new UnknownName(name);
    const { order = "ASC", nulls = "FIRST" } = isNode(clause) ? clause : {};
    return { name, sign: order === "DESC" ? -1 : 1, nulls: nulls === "LAST" ? 1 : -1 };
  });
  return (one, other) => {
    for (const { name, sign, nulls } of clauses) {
      const [a, b] = [one[name] ?? null, other[name] ?? null];
      if (a === null && b === null) continue;
      if (a === null || b === null) return a === null ? nulls : -nulls;
      const difference = compare(a, b) * sign;
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
