import { POSSESSIONS } from "@sweetspot/plan-model";
import type { CellModel } from "./cell.model.ts";
import type { GridModel } from "./grid.model.ts";

/** In whose hands a cell is: ours, a competitor's, a partner's, or nobody's yet. */
export type Holder = (typeof POSSESSIONS)[number];

/** In whose hands the leaf cells at or beneath a cell are; those that are not possible count for nobody. */
export interface Holding {
  /** Who holds most of them, ours first where equal; undefined where nothing is possible. */
  readonly holder: Holder | undefined;
  /** Set by hand; of a roll-up never. */
  readonly byHand: boolean;
  readonly counts: Readonly<Record<Holder, number>>;
  /** The competitor's name, where one is known. */
  readonly name: string | undefined;
}

/**
 * Who holds a leaf cell: what somebody set by hand, then what the level says (bought is ours, however long ago), then
 * the competitor named as serving it or as the reason for its absence.
 */
export function holderOf(cell: CellModel): Holder | undefined {
  const fields = cell.record?.fields;
  if (cell.level === "not-possible") return undefined;
  if (fields?.possession !== undefined) return fields.possession;
  if (cell.level === "strong" || cell.level === "present") return "ours";
  if (fields?.competitor !== undefined || fields?.absenceReason === "competitor") return "competitor";
  return cell.level === "weak" ? "ours" : "open";
}

/** Counts holders over leaf areas × leaf offerings, by the ids of the grid's nodes. */
export function holdingOf(
  model: Pick<GridModel, "cell">,
  areas: readonly string[],
  offerings: readonly string[],
): Holding {
  const counts = { ours: 0, competitor: 0, partner: 0, open: 0 };
  let single: CellModel | undefined;
  for (const area of areas)
    for (const offering of offerings) {
      const cell = model.cell(area, offering);
      const holder = holderOf(cell);
      if (holder !== undefined) counts[holder] += 1;
      single = cell;
    }
  const alone = areas.length * offerings.length === 1 ? single?.record?.fields : undefined;
  const most = POSSESSIONS.toSorted((one, other) => counts[other] - counts[one])[0];
  const holder = most !== undefined && counts[most] > 0 ? most : undefined;
  return {
    holder,
    byHand: alone?.possession !== undefined,
    counts,
    name: holder === "competitor" ? alone?.competitor : undefined,
  };
}
