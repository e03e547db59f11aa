import { type Desk, toAnswer, valueIn } from "./answers.ts";
import { badRequest } from "./failures.ts";
import type { HubspotRecord } from "./portal.ts";
import type { ObjectType } from "./schema.ts";

/** Results of one answer, and of one query [D search the crm]. */
const MOST_RESULTS = 200;
const LAST_RESULT = 10_000;
/** What one search may ask [D changelog: expanded filtering; the smaller of two statements]. */
const MOST_GROUPS = 5;
const MOST_FILTERS = 6;

interface Filter {
  readonly propertyName?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly highValue?: string;
}

type Sort = string | { readonly propertyName: string; readonly direction?: string };

export interface SearchBody {
  readonly filterGroups?: readonly { readonly filters?: readonly Filter[] }[];
  readonly sorts?: readonly Sort[];
  readonly properties?: readonly string[];
  readonly limit?: number;
  readonly after?: string;
}

/** Finds what the index knows: records changed a moment ago may be missing, those merged or archived are. */
export function searchRecords(desk: Desk, type: ObjectType, body: SearchBody): Response {
  const { filterGroups = [], sorts = [], limit = 10, after = "0" } = body;
  const start = Number(after);
  if (!Number.isInteger(start) || start < 0) return badRequest("after must be a number.");
  if (limit < 1 || limit > MOST_RESULTS) return badRequest(`limit must be between 1 and ${MOST_RESULTS}.`);
  if (start + limit > LAST_RESULT) return badRequest("A query has at most 10000 results.");
  if (
    filterGroups.length > MOST_GROUPS ||
    filterGroups.some(({ filters = [] }) => filters.length > MOST_FILTERS)
  )
    return badRequest("Too many filters.");
  if (sorts.length > 1) return badRequest("Only one sort is allowed.");
  const { portal, sight } = desk;
  const names = [
    ...filterGroups.flatMap(({ filters = [] }) => filters.map((filter) => filter.propertyName ?? "")),
    ...sorts.map((sort) => toSort(sort).name),
  ];
  const unknown = names.find((name) => !portal.definitions[type].has(name) || !sight.shows(type, name));
  if (unknown !== undefined) return badRequest(`There was a problem with the property "${unknown}".`);

  const found = [...portal.records[type].values()]
    .filter((record) => !record.archived && record.indexedAt <= desk.now() && sight.sees(type, record))
    .filter(
      (record) =>
        filterGroups.length === 0 ||
        filterGroups.some(({ filters = [] }) =>
          filters.every((filter) =>
            matches(valueIn(portal, type, record, filter.propertyName ?? ""), filter),
          ),
        ),
    )
    .toSorted(comparison(sorts[0]));
  const page = found.slice(start, start + limit);
  const end = start + page.length;
  return Response.json({
    total: found.length,
    results: page.map((record) => toAnswer(desk, type, record, { properties: body.properties })),
    ...(end < found.length ? { paging: { next: { after: String(end), link: `?after=${end}` } } } : {}),
  });
}

function matches(own: string | null, filter: Filter): boolean {
  const text = (own ?? "").toLowerCase();
  const value = (filter.value ?? "").toLowerCase();
  switch (filter.operator) {
    case "HAS_PROPERTY":
      return own !== null;
    case "NOT_HAS_PROPERTY":
      return own === null;
    case "EQ":
      return own !== null && text === value;
    case "NEQ":
      return text !== value;
    case "IN":
      return own !== null && (filter.values ?? []).some((one) => one.toLowerCase() === text);
    case "NOT_IN":
      return !(filter.values ?? []).some((one) => one.toLowerCase() === text);
    case "GT":
      return own !== null && order(text, value) > 0;
    case "GTE":
      return own !== null && order(text, value) >= 0;
    case "LT":
      return own !== null && order(text, value) < 0;
    case "LTE":
      return own !== null && order(text, value) <= 0;
    case "CONTAINS_TOKEN":
      return containsToken(text, value);
    default:
      return false;
  }
}

/** Words as the index has them; `*` stands for any letters of one word. It knows case, not accents [?]. */
function containsToken(text: string, pattern: string): boolean {
  const expression = new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`))
      .join(".*")}$`,
    "su",
  );
  return text.split(/[^\p{L}\p{N}]+/u).some((token) => token !== "" && expression.test(token));
}

const order = (one: string, other: string): number => {
  const [left, right] = [Number(one), Number(other)];
  if (one !== "" && other !== "" && !Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return one < other ? -1 : one > other ? 1 : 0;
};

function toSort(sort: Sort): { readonly name: string; readonly descending: boolean } {
  if (typeof sort !== "string")
    return { name: sort.propertyName, descending: sort.direction === "DESCENDING" };
  return { name: sort.replace(/^-/, ""), descending: sort.startsWith("-") };
}

/** Without a sort: as they were created. Values without case, those that are missing last. */
function comparison(sort: Sort | undefined): (one: HubspotRecord, other: HubspotRecord) => number {
  if (sort === undefined) return () => 0;
  const { name, descending } = toSort(sort);
  const keyOf = (record: HubspotRecord) => record.properties[name]?.toLowerCase();
  return (one, other) => {
    const [left, right] = [keyOf(one), keyOf(other)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return (descending ? -1 : 1) * order(left, right) || order(one.id, other.id);
  };
}
