import { CrmError, foldText, type PortfolioQuery, type PortfolioSort } from "@sweetspot/contract";
import { type RawBuilder, sql } from "kysely";
import { likePart } from "../like-part.ts";
import type { PortfolioPlace } from "./refresh-portfolio.ts";

/** What a sort orders by, smallest first; `null` figures (not computed yet) come last. */
const SORTS: Readonly<Record<Exclude<PortfolioSort, "name">, RawBuilder<number>>> = {
  coverage: sql`coalesce(f.share, 2)`,
  gaps: sql`coalesce(-f.gaps, 1)::float8`,
  potential: sql`coalesce(-f.potential_sum, 1)`,
  "overdue-reviews": sql`coalesce(-f.overdue_reviews, 1)::float8`,
  "next-step": sql`coalesce(f.next_due - date '2000-01-01', 1e9)::float8`,
};

export const sortOf = ({ sort = "name", reversed = false }: PortfolioQuery): RawBuilder<number> => {
  const by = sort === "name" ? sql<number>`0::float8` : SORTS[sort];
  return reversed ? sql<number>`(-(${by}))` : sql<number>`(${by})`;
};

/** A value the role may not see is none. */
const seen = (place: PortfolioPlace, field: "owner" | "industry" | "country"): RawBuilder<string | null> =>
  sql`(case when ${place.access.visible("account", sql`a.id`, field)} then a.${sql.id(field)} end)`;

/** Orders the groups; undefined without any. */
export function groupOf(
  place: PortfolioPlace,
  { group }: PortfolioQuery,
): RawBuilder<string | null> | undefined {
  if (group === undefined) return undefined;
  if (group !== "owner") return seen(place, group);
  return sql`(select m.name from crm_team_member m where m.tenant = ${place.tenant} and m.id = ${seen(place, "owner")})`;
}

/** Which accounts match; `a` is the account, `f` its figures or nulls. */
export function matches(place: PortfolioPlace, query: PortfolioQuery): RawBuilder<boolean> {
  const words = foldText(query.search ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const conditions: RawBuilder<unknown>[] = [
    sql`a.tenant = ${place.tenant}`,
    place.access.visible("account", sql`a.id`),
    ...words.map((word) => sql`a.search_name like ${likePart(word)}`),
  ];
  for (const field of ["owner", "industry", "country"] as const) {
    const value = query[field];
    if (value !== undefined) conditions.push(sql`${seen(place, field)} = ${value}`);
  }
  if (query.without !== undefined)
    conditions.push(sql`f.account is not null and not f.levels ? ${query.without}`);
  if (query.only !== undefined) conditions.push(onlyThose(place, query.only));
  return sql`${sql.join(conditions, sql` and `)}`;
}

function onlyThose(place: PortfolioPlace, only: NonNullable<PortfolioQuery["only"]>): RawBuilder<unknown> {
  switch (only) {
    case "planned":
      return sql`f.plan <> ''`;
    case "unplanned":
      return sql`f.plan = ''`;
    case "overdue-reviews":
      return sql`f.overdue_reviews > 0`;
    case "overdue-steps":
      return sql`f.next_due < ${place.today}::date`;
    case "gaps":
      return sql`f.gaps > 0`;
    default:
      throw new CrmError("malformed", `There is no such filter: ${String(only)}.`);
  }
}
