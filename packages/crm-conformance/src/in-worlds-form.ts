import {
  type AccountOverview,
  CrmError,
  type CrmReader,
  type Field,
  type Opportunity,
  type Page,
  valueOf,
} from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";

/**
 * For the harness of a CRM of fixed fields. Two things the world has and no such CRM: attributes that only some records of
 * an object have (there all have the same fields), and ids of products that a deal names itself (there is no record for
 * them; the adapter makes them of the deal's id and ":product"). Both are brought into the world's form here, and nothing
 * else.
 */
export function inWorldsForm(world: CrmWorld, reader: CrmReader): CrmReader {
  const records = new Map([...world.accounts, ...world.opportunities].map((record) => [record.id, record]));
  const lines = new Map(
    world.opportunities.flatMap((deal) =>
      (valueOf(deal.lineItems) ?? [])
        .filter((line) => line.origin === "opportunity")
        .map((line) => [`${deal.id}:product`, line.id]),
    ),
  );

  function prune<T extends { id: Opportunity["id"]; attributes: Readonly<Record<string, Field<string>>> }>(
    item: T,
  ): T {
    const own = Object.keys(records.get(item.id)?.attributes ?? {});
    const dropped = Object.keys(item.attributes).filter((label) => !own.includes(label));
    if (dropped.some((label) => item.attributes[label]?.state === "known"))
      throw new CrmError("malformed", `${item.id} has an attribute its world does not know.`);
    const attributes = Object.fromEntries(
      Object.entries(item.attributes).filter(([label]) => own.includes(label)),
    );
    return { ...item, attributes };
  }

  const toDeal = (deal: Opportunity): Opportunity => {
    const found = valueOf(deal.lineItems)?.map((line) => ({ ...line, id: lines.get(line.id) ?? line.id }));
    return prune(found ? { ...deal, lineItems: { state: "known", value: found } } : deal);
  };
  const each = <T>(page: Page<T>, change: (item: T) => T): Page<T> => ({
    ...page,
    items: page.items.map(change),
  });

  return {
    ...reader,
    listAccounts: async (query, options) => each(await reader.listAccounts(query, options), prune),
    listFamily: async (account, options) => each(await reader.listFamily(account, options), prune),
    listOpportunities: async (account, options) =>
      each(await reader.listOpportunities(account, options), toDeal),
    async openAccount(account, options): Promise<AccountOverview> {
      const overview = await reader.openAccount(account, options);
      return {
        ...overview,
        account: prune(overview.account),
        family: each(overview.family, prune),
        opportunities: each(overview.opportunities, toDeal),
      };
    },
  };
}
