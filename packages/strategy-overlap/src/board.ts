import type { RecordId } from "@sweetspot/contract";
import type { dismissedMatch, FieldsOf, insight as insightEntity, insightLink } from "@sweetspot/plan-model";
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
}

export function createBoard(input: BoardInput): Board {
  const levels = inOrder(input.levels);
  const insightById = new Map(input.insights.map((entry) => [entry.id, entry]));
  const byLevel = groupBy(input.insights, ({ fields }) => fields.level);
  const cells = groupBy(inOrder(input.insights), ({ fields }) => cellKey(fields));
  const gaps = groupBy(input.gaps ?? [], ({ fields }) =>
    fields.level === undefined
      ? ""
      : cellKey({ level: fields.level, side: fields.side ?? "customer", kind: fields.kind ?? "strategy" }),
  );
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
      const entry = insightById.get(id);
      return entry ? [entry] : [];
    });

  const readingOf = (id: RecordId): Reading | undefined => {
    const entry = insightById.get(id);
    if (!entry) return undefined;
    const other = entry.fields.side === "customer" ? "provider" : "customer";
    const isMet = (spotsByInsight.get(id) ?? []).some((spot) =>
      sideOf(spot, other).some((one) => insightById.has(one)),
    );
    if (isMet) return "matched";
    return entry.fields.side === "customer" ? "open-need" : "not-relevant";
  };
  const spotsOn = (level: RecordId): Spot[] => spots.filter(({ fields }) => fields.level === level);

  return {
    levels,
    level: (id) => levels.find((level) => level.id === id),
    insight: (id) => insightById.get(id),
    insightsIn: (cell) => cells.get(cellKey(cell)) ?? [],
    gapsIn: (cell) => gaps.get(cellKey(cell)) ?? [],
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
    countsOf: (level) => {
      const counts = { customer: 0, provider: 0, matched: 0, "open-need": 0, "not-relevant": 0 };
      for (const { id, fields } of byLevel.get(level) ?? []) {
        counts[fields.side] += 1;
        counts[readingOf(id) ?? "matched"] += 1;
      }
      return {
        customer: counts.customer,
        provider: counts.provider,
        gaps: (input.gaps ?? []).filter(({ fields }) => fields.level === level && !fields.answer).length,
        spots: spotsOn(level).length,
        openNeeds: counts["open-need"],
        notRelevant: counts["not-relevant"],
      };
    },
  };
}

/** The insights of one side in a sweet spot. */
export const sideOf = ({ fields }: Spot, side: Side): readonly RecordId[] =>
  (side === "customer" ? fields.customerInsights : fields.providerInsights) ?? [];

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const cellKey = ({ level, side, kind }: Cell): string => `${level} ${side} ${kind}`;

const pairKey = (customer: RecordId, provider: RecordId): string => JSON.stringify([customer, provider]);
