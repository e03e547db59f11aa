import type { RecordId } from "@sweetspot/contract";
import type { dismissedMatch, FieldsOf, insight as insightEntity, insightLink } from "@sweetspot/plan-model";
import { type BoardCells, createCells } from "./board-cells.ts";
import { type Entry, type Gap, type Insight, inOrder, type Level, type Spot } from "./entry.ts";

export type Side = FieldsOf<typeof insightEntity>["side"];
export type Kind = FieldsOf<typeof insightEntity>["kind"];

/** All records of one plan that the board is made of. */
export interface BoardInput {
  readonly levels: readonly Level[];
  readonly insights: readonly Insight[];
  readonly spots: readonly Spot[];
  readonly gaps?: readonly Gap[];
  readonly links?: readonly Entry<typeof insightLink>[];
  readonly dismissed?: readonly Entry<typeof dismissedMatch>[];
}

/** Which records stand in one cell of the board. */
export interface Cell {
  readonly level: RecordId;
  readonly side: Side;
  readonly kind: Kind;
}

/** What an insight reads: met by the other side; ours and met by nobody; the customer's and met by nobody. */
export type Reading = "matched" | "not-relevant" | "open-need";

export interface LevelCounts {
  readonly customer: number;
  readonly provider: number;
  readonly gaps: number;
  readonly spots: number;
  readonly openNeeds: number;
  readonly notRelevant: number;
}

/** The strategy board: levels × kinds × sides, with what overlaps (method §2). Made anew for new records. */
export interface Board {
  /** From the top. */
  readonly levels: readonly Level[];
  level(id: RecordId): Level | undefined;
  insight(id: RecordId): Insight | undefined;
  insightsIn(cell: Cell): readonly Insight[];
  /** Open and answered questions that stand in a cell in place of insights; without a side or kind they ask for the customer's strategy. */
  gapsIn(cell: Cell): readonly Gap[];
  /** In the order of levels, then of their own. */
  readonly spots: readonly Spot[];
  spotsOn(level: RecordId): readonly Spot[];
  spotsOf(insight: RecordId): readonly Spot[];
  readingOf(insight: RecordId): Reading | undefined;
  /** Upwards: the insights this one serves. */
  whyOf(insight: RecordId): readonly Insight[];
  /** Downwards: the insights that serve this one. */
  meaningOf(insight: RecordId): readonly Insight[];
  /** Insights in conflict with this one, on any level, with the explanation. */
  conflictsOf(
    insight: RecordId,
  ): readonly { readonly link: RecordId; readonly insight: Insight; readonly explanation?: string }[];
  isDismissed(customer: RecordId, provider: RecordId): boolean;
  isMatched(customer: RecordId, provider: RecordId): boolean;
  countsOf(level: RecordId): LevelCounts;
  /** Where everything stands; what a board after the next edit begins with. */
  readonly cells: BoardCells;
}

/** The board before an edit, and the lists it was made of. Lists in which nothing has changed are the same objects. */
export interface BoardBefore {
  readonly board: Board;
  readonly input: BoardInput;
}

/** @param before makes the rules of one edited insight of thousands quick: what it did not touch is taken from there */
export function createBoard(input: BoardInput, before?: BoardBefore): Board {
  const levels = inOrder(input.levels);
  const gaps = input.gaps ?? NO_GAPS;
  const cells = createCells(input.insights, gaps, before?.board.cells);
  const spots = levels.flatMap(({ id }) => inOrder(input.spots.filter(({ fields }) => fields.level === id)));
  const spotsByInsight = new Map<RecordId, Spot[]>();
  for (const spot of spots)
    for (const id of new Set([...sideOf(spot, "customer"), ...sideOf(spot, "provider")]))
      spotsByInsight.set(id, [...(spotsByInsight.get(id) ?? []), spot]);
  const links = input.links ?? [];
  const dismissed = new Set(
    (input.dismissed ?? []).map(({ fields }) => pairKey(fields.customerInsight, fields.providerInsight)),
  );
  const found = (ids: readonly RecordId[]): Insight[] =>
    ids.flatMap((id) => {
      const entry = cells.insight(id);
      return entry ? [entry] : [];
    });

  const readingOf = (id: RecordId): Reading | undefined => {
    const entry = cells.insight(id);
    if (!entry) return undefined;
    const other = entry.fields.side === "customer" ? "provider" : "customer";
    const isMet = (spotsByInsight.get(id) ?? []).some((spot) =>
      sideOf(spot, other).some((one) => cells.insight(one) !== undefined),
    );
    if (isMet) return "matched";
    return entry.fields.side === "customer" ? "open-need" : "not-relevant";
  };
  const spotsOn = (level: RecordId): Spot[] => spots.filter(({ fields }) => fields.level === level);
  const count = (level: RecordId): LevelCounts => {
    const counts = { customer: 0, provider: 0, matched: 0, "open-need": 0, "not-relevant": 0 };
    for (const { id, fields } of cells.insightsOn(level)) {
      counts[fields.side] += 1;
      counts[readingOf(id) ?? "matched"] += 1;
    }
    return {
      customer: counts.customer,
      provider: counts.provider,
      gaps: cells.gapsOn(level).filter(({ fields }) => !fields.answer).length,
      spots: spotsOn(level).length,
      openNeeds: counts["open-need"],
      notRelevant: counts["not-relevant"],
    };
  };
  const known = before && countsBefore(before, input, cells);
  const counted = new Map(levels.map(({ id }) => [id, known?.get(id) ?? count(id)]));

  return {
    levels,
    level: (id) => levels.find((level) => level.id === id),
    cells,
    insight: cells.insight,
    insightsIn: cells.insightsIn,
    gapsIn: cells.gapsIn,
    spots,
    spotsOn,
    spotsOf: (id) => spotsByInsight.get(id) ?? [],
    readingOf,
    whyOf: (id) =>
      found(
        links
          .filter(({ fields }) => fields.kind === "serves" && fields.lower === id)
          .map(({ fields }) => fields.upper),
      ),
    meaningOf: (id) =>
      found(
        links
          .filter(({ fields }) => fields.kind === "serves" && fields.upper === id)
          .map(({ fields }) => fields.lower),
      ),
    conflictsOf: (id) =>
      links
        .filter(({ fields }) => fields.kind === "conflicts" && (fields.lower === id || fields.upper === id))
        .flatMap(({ id: link, fields }) =>
          found([fields.lower === id ? fields.upper : fields.lower]).map((insight) => ({
            link,
            insight,
            ...(fields.explanation === undefined ? {} : { explanation: fields.explanation }),
          })),
        ),
    isDismissed: (customer, provider) => dismissed.has(pairKey(customer, provider)),
    isMatched: (customer, provider) =>
      (spotsByInsight.get(customer) ?? []).some((spot) => sideOf(spot, "provider").includes(provider)),
    countsOf: (level) => counted.get(level) ?? count(level),
  };
}

/**
 * The counts an edit left as they were: those of the levels it did not touch, where insights still meet in the same sweet
 * spots. A function of its own, so that no board holds on to the one before it.
 */
function countsBefore(
  { board, input }: BoardBefore,
  { spots, gaps }: BoardInput,
  { changed }: BoardCells,
): ReadonlyMap<RecordId, LevelCounts> {
  if (!changed || input.spots !== spots || input.gaps !== gaps) return new Map();
  const same = board.levels.filter(({ id }) => !changed.has(id));
  return new Map(same.map(({ id }) => [id, board.countsOf(id)]));
}

/** The insights of one side in a sweet spot. */
export const sideOf = ({ fields }: Spot, side: Side): readonly RecordId[] =>
  (side === "customer" ? fields.customerInsights : fields.providerInsights) ?? [];

const NO_GAPS: readonly Gap[] = [];

const pairKey = (customer: RecordId, provider: RecordId): string => JSON.stringify([customer, provider]);
