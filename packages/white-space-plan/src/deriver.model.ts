import type { DerivedLevels } from "@sweetspot/white-space";
import { deriveFor, type DeriveInput } from "./crm-facts.model.ts";

export type Derive = (input: DeriveInput) => DerivedLevels;

/**
 * Derives levels, and answers with the last result while nothing it depends on has changed. A level set by hand
 * changes no derived level, so the records of the CRM are not counted again with every key.
 */
export function createDeriver(): Derive {
  let lastKey: readonly unknown[] = [];
  let last: DerivedLevels | undefined;
  return (input) => {
    const key = keyOf(input);
    const same = key.length === lastKey.length && key.every((part, index) => part === lastKey[index]);
    if (!last || !same) {
      last = deriveFor(input);
      lastKey = key;
    }
    return last;
  };
}

/** Records keep their identity until they change, so comparing what they hold by reference is enough. */
function keyOf({ plan, facts, areas, offerings, today }: DeriveInput): readonly unknown[] {
  // Weights and threshold concern suggestions only.
  const { recentMonths, fadingMonths, strongDeals, strongShare, assetsCount } = plan.rules;
  const areaRecords = new Map(plan.areas.map((area) => [area.id, area.fields]));
  const offeringRecords = new Map(plan.offerings.map(({ record }) => [record.id, record.fields]));
  return [
    facts,
    today,
    recentMonths,
    fadingMonths,
    strongDeals,
    strongShare,
    assetsCount,
    areas.leaves.length,
    ...areas.leaves.flatMap((leaf) => [leaf.id, areaRecords.get(leaf.record)]),
    ...offerings.leaves.flatMap((leaf) => [leaf.id, offeringRecords.get(leaf.record)]),
  ];
}
