import { type FieldNode, Kind, parse, type SelectionSetNode, valueFromASTUntyped } from "graphql";
import { type Json, toComparison, toFilter, UnknownName } from "./order-and-filter.ts";
import type { Org } from "./org.ts";
import { rowOf } from "./org.ts";
import type { Row } from "./org-rows.ts";
import type { ObjectInfo } from "./schema.ts";
import type { Sight } from "./sight.ts";

export interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, Json>>;
}

export interface GraphqlAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    message: string;
    path?: readonly string[];
    extensions: { ErrorType: string };
  }[];
}

/** Subqueries of a query, and rows of a subquery [D query-limits]. */
const MOST_SUBQUERIES = 10;
const MOST_ROWS = 2000;
/** Rows reached by paging without `upperBound` [D paginate-use]. */
const MOST_PAGED = 4000;

class Refusal extends Error {
  readonly type: string;
  constructor(type: "InvalidSyntax" | "ValidationError" | "OperationNotSupported", message: string) {
    super(message);
    this.type = type;
  }
}

/** HTTP says 200 whatever happens here [D query-status]. */
export function answerGraphql(org: Org, sight: Sight, user: string, request: GraphqlRequest): GraphqlAnswer {
  try {
    return { data: run(org, sight, user, request), errors: [] };
  } catch (failure) {
    const type =
      failure instanceof Refusal
        ? failure.type
        : failure instanceof UnknownName
          ? "ValidationError"
          : undefined;
    if (type === undefined || !(failure instanceof Error)) throw failure;
    const message =
      failure instanceof UnknownName ? `Field '${failure.message}' is undefined` : failure.message;
    return { data: null, errors: [{ message, extensions: { ErrorType: type } }] };
  }
}

function run(org: Org, sight: Sight, user: string, { query, operationName, variables = {} }: GraphqlRequest) {
  const document = parseDocument(query);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(
    (one) => operationName === undefined || one.name?.value === operationName,
  );
  if (!operation || operation.operation !== "query")
    throw new Refusal("OperationNotSupported", "There is no such query in the document.");
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? [])
    if (type.kind === Kind.NON_NULL_TYPE && !defaultValue && variables[variable.name.value] == null)
      throw new Refusal("ValidationError", `Variable '${variable.name.value}' has no value.`);
  const reader = createRowReader(org, sight, variables);
  const data = fieldsOf(operation.selectionSet).map((family) => {
    if (family.name.value !== "uiapi") throw new Refusal("ValidationError", "Only uiapi is emulated.");
    return [keyOf(family), readUiApi(family, sight, user, reader)] as const;
  });
  if (reader.subqueries() > MOST_SUBQUERIES)
    throw new Refusal(
      "ValidationError",
      `A query has at most ${MOST_SUBQUERIES} subqueries; this one has ${reader.subqueries()}.`,
    );
  return Object.fromEntries(data);
}

function parseDocument(query: string) {
  try {
    return parse(query);
  } catch (failure) {
    throw new Refusal("InvalidSyntax", String(failure));
  }
}

function readUiApi(node: FieldNode, sight: Sight, user: string, reader: RowReader): Record<string, unknown> {
  const entries = fieldsOf(node.selectionSet).map((field): [string, unknown] => {
    const key = keyOf(field);
    if (field.name.value === "currentUser") return [key, { Id: user }];
    if (field.name.value === "query")
      return [key, Object.fromEntries(fieldsOf(field.selectionSet).flatMap((one) => reader.connection(one)))];
    if (field.name.value === "objectInfos") {
      const { apiNames = [] } = reader.argumentsOf(field);
      // What the GraphQL API answers for an object that is not there is not known: null [?].
      return [
        key,
        (apiNames as readonly string[]).map((name) => (sight.object(name) ? { ApiName: name } : null)),
      ];
    }
    throw new Refusal("ValidationError", `Field '${field.name.value}' in type 'UIAPI' is undefined`);
  });
  return Object.fromEntries(entries);
}

type RowReader = ReturnType<typeof createRowReader>;
type Entry = readonly [string, unknown];

function createRowReader(org: Org, sight: Sight, variables: Readonly<Record<string, Json>>) {
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
    const { first = 10, after, where, orderBy, upperBound } = argumentsOf(field);
    const start = toStart(after);
    refuseBadPage(Number(first), upperBound, start);
    const filter = toFilter(org, sight, object, where);
    const rows = sight
      .rows(object)
      .filter((row) => (of && child ? row[child.field] === of.row.Id : true) && filter(row))
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
    const value = row[name] ?? null;
    return [
      [keyOf(field), { value, displayValue: info.type === "picklist" || value === null ? value : null }],
    ];
  }

  return { connection, argumentsOf, subqueries: () => seen.size };
}

function missing(field: FieldNode): Entry[] {
  if (field.directives?.some((directive) => directive.name.value === "optional")) return [];
  throw new UnknownName(field.name.value);
}

const fieldsOf = (selection: SelectionSetNode | undefined): FieldNode[] =>
  (selection?.selections ?? []).map((one) => {
    if (one.kind === Kind.FIELD) return one;
    throw new Refusal("OperationNotSupported", "Fragments are not emulated.");
  });

const keyOf = (field: FieldNode): string => (field.alias ?? field.name).value;

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
