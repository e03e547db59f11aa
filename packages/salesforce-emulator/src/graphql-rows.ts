import { type FieldNode, Kind, type SelectionSetNode, valueFromASTUntyped } from "graphql";
import { type Json, toComparison, toFilter, UnknownName } from "./order-and-filter.ts";
import { type Org, rowOf } from "./org.ts";
import type { Cell, Row } from "./org-rows.ts";
import type { FieldInfo, ObjectInfo } from "./schema.ts";
import type { Sight } from "./sight.ts";

/** Rows of a subquery [D query-limits], and rows reached by paging without `upperBound` [D paginate-use]. */
const MOST_ROWS = 2000;
const MOST_PAGED = 4000;

/** The request as a whole is wrong. */
export class Refusal extends Error {
  readonly type: string;
  constructor(type: "InvalidSyntax" | "ValidationError" | "OperationNotSupported", message: string) {
    super(message);
    this.type = type;
  }
}

export type RowReader = ReturnType<typeof createRowReader>;
type Entry = readonly [string, unknown];

export function createRowReader(
  org: Org,
  sight: Sight,
  user: string,
  variables: Readonly<Record<string, Json>>,
) {
  const seen = new Set<FieldNode>();

  const argumentsOf = (field: FieldNode): Readonly<Record<string, Json | undefined>> =>
    Object.fromEntries(
      (field.arguments ?? []).map((one) => [
        one.name.value,
        valueFromASTUntyped(one.value, variables) as Json,
      ]),
    );

  /** A list of rows; of one parent where `of` is given. Fields `@optional` vanish where the user may not see them. */
  function connection(field: FieldNode, of?: { readonly object: ObjectInfo; readonly row: Row }): Entry[] {
    seen.add(field);
    const child = of?.object.children.find((one) => one.name === field.name.value);
    const object = sight.object(of ? (child?.object ?? "") : field.name.value);
    if (!object) return missing(field);
    const { first = 10, after, where, orderBy, upperBound, scope } = argumentsOf(field);
    const start = toStart(after);
    refuseBadPage(Number(first), upperBound, start);
    const filter = toFilter(org, sight, object, where);
    const rows = sight
      .rows(object)
      .filter((row) => (of && child ? row[child.field] === of.row.Id : true) && filter(row))
      .filter((row) => scope !== "MINE" || row["OwnerId"] === user)
      .toSorted(toComparison(sight, object, orderBy));
    const page = rows.slice(start, start + Number(first));
    const end = start + page.length;
    const edges = page.map((row, index) => ({ cursor: toCursor(start + index), row }));
    const parts: Readonly<Record<string, (part: FieldNode) => unknown>> = {
      edges: (part) =>
        edges.map((edge) =>
          Object.fromEntries(
            fieldsOf(part.selectionSet).map((one) => [
              keyOf(one),
              one.name.value === "node" ? record(one, object, edge.row) : edge.cursor,
            ]),
          ),
        ),
      pageInfo: () => ({
        hasNextPage: end < rows.length,
        endCursor: page.length === 0 ? null : toCursor(end - 1),
      }),
      totalCount: () => rows.length,
    };
    // An empty list is checked against the schema just the same.
    if (edges.length === 0) checkNode(field, object);
    return [
      [
        keyOf(field),
        Object.fromEntries(
          fieldsOf(field.selectionSet).map((part) => [keyOf(part), parts[part.name.value]?.(part)]),
        ),
      ],
    ];
  }

  function checkNode(field: FieldNode, object: ObjectInfo): void {
    const node = fieldsOf(field.selectionSet)
      .find((part) => part.name.value === "edges")
      ?.selectionSet?.selections.find((one) => one.kind === Kind.FIELD && one.name.value === "node");
    if (node?.kind === Kind.FIELD) record(node, object, { Id: "" });
  }

  function record(node: FieldNode, object: ObjectInfo, row: Row): Record<string, unknown> {
    return Object.fromEntries(fieldsOf(node.selectionSet).flatMap((field) => cell(field, object, row)));
  }

  function cell(field: FieldNode, object: ObjectInfo, row: Row): readonly Entry[] {
    const name = field.name.value;
    if (name === "Id") return [[keyOf(field), row.Id]];
    if (object.children.some((child) => child.name === name)) return connection(field, { object, row });
    const reference = object.fields.find((one) => one.relationship === name);
    if (reference?.to) {
      const target = sight.object(reference.to);
      if (!target || !sight.field(object, reference.name)) return missing(field);
      const parent = rowOf(org, target.name, row[reference.name]);
      if (!parent) record(field, target, { Id: "" });
      return [
        [keyOf(field), parent && sight.isVisible(target.name, parent) ? record(field, target, parent) : null],
      ];
    }
    const info = sight.field(object, name);
    if (!info) return missing(field);
    return [[keyOf(field), valueOf(field, info, row[name] ?? null)]];
  }

  return { connection, argumentsOf, subqueries: () => seen.size };
}

/** A picklist's label is what the value says; how numbers and dates read in a locale is not emulated. */
function valueOf(field: FieldNode, info: FieldInfo, value: Cell): Record<string, Cell> {
  const wrapper: Readonly<Record<string, Cell>> = {
    value,
    displayValue: info.type.endsWith("picklist") ? value : null,
  };
  const asked = fieldsOf(field.selectionSet);
  if (asked.length === 0 || asked.some((one) => !(one.name.value in wrapper)))
    throw new Refusal(
      "ValidationError",
      `A field is asked for by value or displayValue: ${field.name.value}.`,
    );
  return Object.fromEntries(asked.map((one) => [keyOf(one), wrapper[one.name.value] ?? null]));
}

function missing(field: FieldNode): Entry[] {
  if (field.directives?.some((directive) => directive.name.value === "optional")) return [];
  throw new UnknownName(field.name.value);
}

export const fieldsOf = (selection: SelectionSetNode | undefined): FieldNode[] =>
  (selection?.selections ?? []).map((one) => {
    if (one.kind === Kind.FIELD) return one;
    throw new Refusal("OperationNotSupported", "Fragments are not emulated.");
  });

export const keyOf = (field: FieldNode): string => (field.alias ?? field.name).value;

/** The documented cursors are "v1:" and a row number in base64 [D paginate-use]. */
const toCursor = (row: number): string => btoa(`v1:${row}`);

function toStart(after: Json | undefined): number {
  if (after == null) return 0;
  const row = /^v1:(\d+)$/.exec(decode(String(after)))?.[1];
  if (row === undefined) throw new Refusal("ValidationError", "The cursor is none of this API.");
  return Number(row) + 1;
}

function decode(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

/** With an upper bound a page has 200 to 2,000 rows [D paginate-use-upperbound]; without one paging ends at 4,000. */
function refuseBadPage(first: number, upperBound: Json | undefined, start: number): void {
  const least = upperBound === undefined ? 1 : 200;
  if (!Number.isInteger(first) || first < least || first > MOST_ROWS)
    throw new Refusal("ValidationError", `first has to be ${least} to ${MOST_ROWS}.`);
  if (start >= (upperBound === undefined ? MOST_PAGED : Number(upperBound)))
    throw new Refusal("ValidationError", "Paging ends here; ask with a greater upperBound.");
}
