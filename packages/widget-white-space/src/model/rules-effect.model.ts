import type { Level, WhiteSpaceRules } from "@sweetspot/white-space";
import { createGridModel, type GridModelInput } from "@sweetspot/white-space-plan";

/** What other rules would change in the grid in view. */
export interface RulesEffect {
  /** Cells whose derived level would differ, by what they are and what they would be. */
  readonly moves: readonly { readonly from: Level; readonly to: Level; readonly count: number }[];
  /** Suggestions that would come, and those that would go. */
  readonly gained: number;
  readonly lost: number;
}

/** Compares the grid under its own rules with the same grid under others. Levels set by hand stay as they are. */
export function compareRules(input: GridModelInput, rules: WhiteSpaceRules): RulesEffect {
  const before = createGridModel(input);
  const after = createGridModel({ ...input, plan: { ...input.plan, rules } });
  const counts = new Map<string, { from: Level; to: Level; count: number }>();
  let gained = 0;
  let lost = 0;
  for (const area of before.areas.leaves)
    for (const offering of before.offerings.leaves) {
      const one = before.grid.cell(area.id, offering.id);
      const other = after.grid.cell(area.id, offering.id);
      gained += Number(!one.suggestion && other.suggestion !== undefined);
      lost += Number(one.suggestion !== undefined && !other.suggestion);
      if (one.level === other.level) continue;
      const key = `${one.level}>${other.level}`;
      const found = counts.get(key) ?? { from: one.level, to: other.level, count: 0 };
      counts.set(key, { ...found, count: found.count + 1 });
    }
  return { moves: [...counts.values()].toSorted((one, other) => other.count - one.count), gained, lost };
}
