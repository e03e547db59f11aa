import type { ReadOptions } from "@sweetspot/contract";
import { MOST_ROWS } from "./documents/subqueries.ts";
import type { Line } from "./line.ts";
import type { FurtherLineItems } from "./lists.ts";
import type { SalesforceConnection } from "./raw/graphql-response.ts";
import type { SalesforceLineItemRow, SalesforceOpportunityRow } from "./raw/rows.ts";
import { nodesOf } from "./records/fields.ts";

/** The line items that did not come with their deals, because a deal has more of them than one answer holds. */
export async function readFurtherLineItems(
  line: Line,
  deals: SalesforceConnection<SalesforceOpportunityRow>,
  options: ReadOptions,
): Promise<FurtherLineItems> {
  const long = nodesOf(deals).filter((deal) => deal.OpportunityLineItems?.pageInfo?.hasNextPage === true);
  if (long.length === 0) return new Map();
  const known = new Set(long.flatMap((deal) => nodesOf(deal.OpportunityLineItems).map((item) => item.Id)));
  const further = new Map<string, SalesforceLineItemRow[]>(long.map((deal) => [deal.Id, []]));
  let after: string | undefined | null = null;
  do {
    const variables = { opportunities: long.map((deal) => deal.Id), first: MOST_ROWS, after };
    const answer = await line.query("lineItems", variables, options);
    const page = answer.connection<SalesforceLineItemRow>("lineItems");
    for (const item of nodesOf(page))
      if (!known.has(item.Id)) further.get(item.OpportunityId?.value ?? "")?.push(item);
    after = page.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : undefined;
  } while (after);
  return further;
}
