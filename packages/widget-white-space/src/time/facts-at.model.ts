import type { IsoDate } from "@sweetspot/contract";
import type { CrmFacts } from "@sweetspot/white-space-plan";

/**
 * The CRM's facts as they stood at the end of a day, as far as dates tell: what closed later is left out, what was
 * owned then is owned. A CRM keeps no earlier amounts, names or owners, so those are today's.
 */
export function factsAt(facts: CrmFacts, day: IsoDate): CrmFacts {
  return {
    ...facts,
    deals: facts.deals.filter(
      ({ status, closeDate }) => status === "open" || closeDate === undefined || closeDate <= day,
    ),
    assets: facts.assets
      .filter(({ since }) => since === undefined || since <= day)
      .map((asset) =>
        asset.active || asset.until === undefined || asset.until < day ? asset : { ...asset, active: true },
      ),
  };
}
