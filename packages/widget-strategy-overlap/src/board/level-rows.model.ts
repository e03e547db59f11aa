import type { RecordId } from "@sweetspot/contract";
import { INSIGHT_KINDS } from "@sweetspot/plan-model";
import {
  type Level,
  type LevelCounts,
  type MatchSuggestion,
  type Reading,
  type Side,
  sideOf,
} from "@sweetspot/strategy-overlap";
import { type CardConflict, conflictsIn, newestMessages, peopleOn } from "./row-facts.model.ts";
import { toSpotTitle } from "../lane/spot-title.model.ts";
import type {
  BoardReading,
  GapRecord,
  InsightRecord,
  MemberRecord,
  MessageRecord,
  SpotRecord,
} from "../workspace/board-reading.model.ts";

/** One card where it is drawn. An insight in several sweet spots has one card; elsewhere it is only named. */
export interface CardPlace {
  readonly key: string;
  readonly insight: InsightRecord;
  readonly reading: Reading;
  /** What it is in conflict with, in the words of the other; the first where there are several. */
  readonly conflict: CardConflict | undefined;
  readonly named: boolean;
  /** Name of the person it is about, on either side. */
  readonly person: string | undefined;
}

export interface SpotPlace {
  readonly spot: SpotRecord;
  readonly title: string;
  /** The newest of its core messages. */
  readonly message: MessageRecord | undefined;
}

/** What stands beside each other: matched by somebody, suggested, or alone. */
export type BoardRow =
  | {
      readonly kind: "spot";
      readonly key: string;
      readonly place: SpotPlace;
      readonly customer: readonly CardPlace[];
      readonly provider: readonly CardPlace[];
    }
  | {
      readonly kind: "proposal";
      readonly key: string;
      readonly proposal: MatchSuggestion;
      readonly customer: readonly CardPlace[];
      readonly provider: readonly CardPlace[];
    }
  | {
      readonly kind: "alone";
      readonly key: string;
      readonly customer: readonly CardPlace[];
      readonly provider: readonly CardPlace[];
      readonly gaps: readonly { readonly side: Side; readonly gap: GapRecord }[];
    };

export interface LevelRows {
  readonly level: Level;
  readonly counts: LevelCounts;
  readonly rows: readonly BoardRow[];
  /** Rows and cards left out for now. */
  readonly more: { readonly spots: number; readonly customer: number; readonly provider: number };
  /** On a level of persons: those something is known of, in the order of their names. */
  readonly people: readonly MemberRecord[];
}

export interface RowOptions {
  /** Shown as rows of their own, so that both are seen side by side. */
  readonly proposals: readonly MatchSuggestion[];
  /** Cards of one half, and sweet spots, shown on a level; the rest waits for "show more". */
  readonly limitOf: (level: RecordId, list: "spots" | Side) => number;
  readonly personOf: (insight: InsightRecord) => string | undefined;
  /** Shown whatever the limit: somebody has just written them. */
  readonly kept: ReadonlySet<RecordId>;
}

/** Cards of one half drawn at first. */
export const FIRST_SHOWN = 12;
export const SHOWN_MORE = 40;

/** The board as it is drawn, level by level from the top. Pure. */
export function toLevelRows(reading: BoardReading, options: RowOptions): readonly LevelRows[] {
  const known = toKnown(reading, options);
  return reading.board.levels.map((level) => rowsOn(reading, level, known));
}

/** What all levels are drawn with. */
export const toKnown = (reading: BoardReading, options: RowOptions): KnownOfRows => ({
  ...options,
  conflicts: conflictsIn(reading),
  messages: newestMessages(reading.messages),
});

export interface KnownOfRows extends RowOptions {
  readonly conflicts: ReadonlyMap<RecordId, CardConflict>;
  readonly messages: ReadonlyMap<RecordId, MessageRecord>;
}

/** One level as it is drawn. */
export function rowsOn(reading: BoardReading, level: Level, known: KnownOfRows): LevelRows {
  const { board } = reading;
  const spots = board.spotsOn(level.id);
  const shown = spots.slice(0, known.limitOf(level.id, "spots"));
  const placed = new Set<RecordId>();
  const toCard = (insight: InsightRecord, key: string, named: boolean): CardPlace => ({
    key,
    insight,
    named,
    reading: board.readingOf(insight.id) ?? "matched",
    conflict: known.conflicts.get(insight.id),
    person: known.personOf(insight),
  });
  const cardsOf = (spot: SpotRecord, side: Side): CardPlace[] =>
    sideOf(spot, side).flatMap((id) => {
      const insight = reading.insight(id);
      if (!insight) return [];
      const named = insight.fields.level !== level.id || placed.has(id);
      placed.add(id);
      return [toCard(insight, named ? `${spot.id}/${id}` : id, named)];
    });
  const spotRows = shown.flatMap(({ id }): BoardRow[] => {
    const spot = reading.spot(id);
    if (!spot) return [];
    const customer = cardsOf(spot, "customer");
    const provider = cardsOf(spot, "provider");
    const message = known.messages.get(id);
    const place = { spot, title: toSpotTitle(spot, message, customer[0]?.insight), message };
    return [{ kind: "spot", key: id, place, customer, provider }];
  });
  const later = new Set(
    spots.slice(shown.length).flatMap((spot) => [...sideOf(spot, "customer"), ...sideOf(spot, "provider")]),
  );
  const left = (side: Side): InsightRecord[] =>
    INSIGHT_KINDS.flatMap((kind) => board.insightsIn({ level: level.id, side, kind })).flatMap(({ id }) => {
      const insight = placed.has(id) || later.has(id) ? undefined : reading.insight(id);
      return insight ? [insight] : [];
    });
  const alone = { customer: left("customer"), provider: left("provider") };
  const proposals = known.proposals.filter((proposal) => proposal.level === level.id);
  const proposed = new Set(proposals.flatMap(({ customer, provider }) => [customer, provider]));
  const proposalRows = proposals.flatMap((proposal): BoardRow[] => {
    const [customer, provider] = [reading.insight(proposal.customer), reading.insight(proposal.provider)];
    if (!customer || !provider) return [];
    const key = `proposal/${customer.id}/${provider.id}`;
    const card = (insight: InsightRecord): CardPlace => {
      const named = placed.has(insight.id);
      placed.add(insight.id);
      return toCard(insight, named ? `${key}/${insight.id}` : insight.id, named);
    };
    return [{ kind: "proposal", key, proposal, customer: [card(customer)], provider: [card(provider)] }];
  });
  const rest = (side: Side) => {
    const all = alone[side].filter(({ id }) => !proposed.has(id));
    const limit = known.limitOf(level.id, side);
    const cards = all.filter(({ id }, index) => index < limit || known.kept.has(id));
    return {
      cards: cards.map((insight) => toCard(insight, insight.id, false)),
      more: all.length - cards.length,
    };
  };
  const [customer, provider] = [rest("customer"), rest("provider")];
  const gaps = (["customer", "provider"] as const).flatMap((side) =>
    INSIGHT_KINDS.flatMap((kind) => board.gapsIn({ level: level.id, side, kind })).flatMap(
      ({ id, fields }) => {
        const gap = fields.answer === undefined ? reading.gap(id) : undefined;
        return gap ? [{ side, gap }] : [];
      },
    ),
  );
  return {
    level,
    counts: board.countsOf(level.id),
    rows: [
      ...spotRows,
      ...proposalRows,
      {
        kind: "alone",
        key: `alone/${level.id}`,
        customer: customer.cards,
        provider: provider.cards,
        gaps,
      },
    ],
    more: { spots: spots.length - shown.length, customer: customer.more, provider: provider.more },
    people: level.fields.kind === "person" ? peopleOn(reading, level.id) : [],
  };
}
