import { type FieldNode, Kind, parse } from "graphql";
import { createRowReader, fieldsOf, keyOf, Refusal, type RowReader } from "./graphql-rows.ts";
import { type Json, UnknownName } from "./order-and-filter.ts";
import type { Org } from "./org.ts";
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

/** Subqueries of a query [D query-limits]. */
const MOST_SUBQUERIES = 10;

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
  const text = operation.selectionSet.loc ? query.slice(operation.selectionSet.loc.start) : query;
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    if (!text.includes(`$${variable.name.value}`))
      throw new Refusal("ValidationError", `Variable '${variable.name.value}' is never used.`);
    if (type.kind === Kind.NON_NULL_TYPE && !defaultValue && variables[variable.name.value] == null)
      throw new Refusal("ValidationError", `Variable '${variable.name.value}' has no value.`);
  }
  const reader = createRowReader(org, sight, user, variables);
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
        (apiNames as readonly string[]).map((name) => {
          const info = sight.object(name);
          return info ? describeObject(field, info, sight) : null;
        }),
      ];
    }
    throw new Refusal("ValidationError", `Field '${field.name.value}' in type 'UIAPI' is undefined`);
  });
  return Object.fromEntries(entries);
}

/** Fields the user may not see are not there [?]. */
const describeObject = (node: FieldNode, object: ObjectInfo, sight: Sight): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(node.selectionSet).map((part) => [
      keyOf(part),
      part.name.value === "fields"
        ? object.fields
            .filter(({ name }) => sight.field(object, name))
            .map(({ name, label }) => ({ ApiName: name, label }))
        : object.name,
    ]),
  );
