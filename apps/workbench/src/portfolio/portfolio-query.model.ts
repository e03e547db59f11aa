import {
  PORTFOLIO_FILTERS,
  PORTFOLIO_GROUPS,
  PORTFOLIO_SORTS,
  type PortfolioQuery,
  toRecordId,
} from "@sweetspot/contract";

/** `undefined` takes a part of the query away. */
export type QueryChange = { readonly [Name in keyof PortfolioQuery]?: PortfolioQuery[Name] | undefined };

/** The query as it stands in the address, so that a view can be bookmarked and sent. */
export function toQueryText(query: QueryChange): string {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === "" || value === false ? [] : [[name, String(value)]],
    ),
  ).toString();
}

/** What an address asks for; parts that make no sense are left out. */
export function fromQueryText(text: string): PortfolioQuery {
  const given = new URLSearchParams(text);
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === given.get(name));
  const sort = one("sort", PORTFOLIO_SORTS);
  const group = one("group", PORTFOLIO_GROUPS);
  const only = one("only", PORTFOLIO_FILTERS);
  const search = given.get("search") ?? "";
  const without = given.get("without") ?? "";
  return {
    ...(search === "" ? {} : { search }),
    ...(sort === undefined ? {} : { sort }),
    ...(given.get("reversed") === "true" ? { reversed: true } : {}),
    ...(group === undefined ? {} : { group }),
    ...(only === undefined ? {} : { only }),
    ...(without === "" ? {} : { without: toRecordId(without) }),
  };
}
