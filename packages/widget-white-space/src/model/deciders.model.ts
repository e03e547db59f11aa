import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { buyingCentreMember, introduction, type RecordOf, recordsOf } from "@sweetspot/plan-model";

export type Decider = RecordOf<typeof buyingCentreMember>;
export type Sought = RecordOf<typeof introduction>;

/** Who decides about a cell, and whether somebody is on the way to him already. */
export interface CellDecider {
  readonly member: Decider;
  /** The introduction to him that is not over. */
  readonly introduction: Sought | undefined;
}

/** More than these are no help in a cell's panel. */
const SHOWN = 3;

/**
 * The people of the buying centre who decide: first those who decide a deal of the cell, then decision makers, then
 * sponsors; who left decides nothing any more.
 */
export function decidersOf(
  records: Iterable<PlanRecord>,
  deals: readonly RecordId[],
): readonly CellDecider[] {
  const all = [...records];
  const rank = ({ fields }: Decider): number => {
    if (fields.decides?.some((deal) => deals.includes(deal)) === true) return 0;
    return fields.role === "decision-maker" ? 1 : fields.role === "sponsor" ? 2 : 3;
  };
  const under = recordsOf(introduction, all).filter(
    ({ fields }) => fields.state !== "closed" && fields.state !== "not-usable",
  );
  return recordsOf(buyingCentreMember, all)
    .filter((member) => member.fields.leftOn === undefined && rank(member) < 3)
    .toSorted((one, other) => rank(one) - rank(other) || (one.fields.name < other.fields.name ? -1 : 1))
    .slice(0, SHOWN)
    .map((member) => ({
      member,
      introduction: under.find(({ fields }) =>
        member.fields.contact === undefined
          ? fields.target === member.id
          : fields.targetContact === member.fields.contact,
      ),
    }));
}
