import { INSIGHT_KINDS, insight as insightEntity } from "@sweetspot/plan-model";
import {
  dismissMatch,
  joinSpot,
  type MatchSuggestion,
  matchInsights,
  removeInsights,
  removeSpot,
} from "@sweetspot/strategy-overlap";
import { newRecordId, usePlanLabels, useToast } from "@sweetspot/widget-kit";
import type { RecordId } from "@sweetspot/contract";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import type { Drop } from "./drop.model.ts";
import { liftInsight, nextState, placeInsight, setInsightState, stepInsight } from "./insight-edits.model.ts";

/** What can be done with cards, whichever way it is asked for: keys, pointer or panel. */
export interface BoardCommands {
  readonly remove: (insight: InsightRecord) => void;
  readonly removeSpot: (spot: RecordId) => void;
  readonly confirm: (insight: InsightRecord) => void;
  readonly setKind: (insight: InsightRecord, place: 0 | 1 | 2) => void;
  readonly shift: (insight: InsightRecord, by: 1 | -1) => void;
  readonly lift: (insight: InsightRecord, by: 1 | -1) => void;
  /** Makes a sweet spot of two insights of different sides. False where they are of one side, or matched already. */
  readonly match: (one: InsightRecord, other: InsightRecord) => boolean;
  readonly join: (spot: RecordId, insight: RecordId) => boolean;
  readonly drop: (insight: InsightRecord, drop: Drop) => void;
  readonly accept: (proposal: MatchSuggestion) => void;
  readonly dismiss: (proposal: MatchSuggestion) => void;
}

export function useBoardCommands({ reading, edit, author }: Workspace): BoardCommands {
  const t = useText();
  const toast = useToast();
  const labels = usePlanLabels();
  const { board, records } = reading;
  const match = (one: InsightRecord, other: InsightRecord): boolean => {
    const [customer, provider] = one.fields.side === "customer" ? [one, other] : [other, one];
    if (customer.fields.side === provider.fields.side || board.isMatched(customer.id, provider.id))
      return false;
    const done = edit(matchInsights(records, newRecordId("sweet-spot"), [customer.id], [provider.id]));
    if (done) toast({ text: t("lane.matched"), undo: true });
    return done;
  };
  const join = (spot: RecordId, insight: RecordId): boolean => {
    const done = edit(joinSpot(records, spot, insight));
    if (done) toast({ text: t("lane.joined"), undo: true });
    return done;
  };
  const move = (insight: InsightRecord, moved: ReturnType<typeof placeInsight>): void => {
    const level = moved?.puts.find(({ id }) => id === insight.id)?.fields["level"];
    if (!edit(moved) || level === insight.fields.level) return;
    const name = board.level(level as RecordId)?.fields.name ?? "";
    toast({ text: t("card.moved", { level: name }), undo: true });
  };
  const setKind = (insight: InsightRecord, kind: (typeof INSIGHT_KINDS)[number]): void => {
    if (insight.fields.kind === kind) return;
    edit(placeInsight(reading, insight, { level: insight.fields.level, kind }));
    toast({ text: t("card.kind-set", { kind: labels.choice(insightEntity, "kind", kind) }), undo: true });
  };
  return {
    remove: (insight) => {
      const spots = board.spotsOf(insight.id).length;
      if (edit(removeInsights(records, [insight.id])))
        toast({ text: t(spots > 0 ? "card.removed-with" : "card.removed"), undo: true });
    },
    removeSpot: (spot) => {
      if (edit(removeSpot(records, spot))) toast({ text: t("lane.parted"), undo: true });
    },
    confirm: (insight) => {
      if (insight.fields.side !== "customer") return;
      edit(setInsightState(insight.id, nextState(insight.fields.state), author()));
    },
    setKind: (insight, place) => setKind(insight, INSIGHT_KINDS[place]),
    shift: (insight, by) => void edit(stepInsight(reading, insight, by)),
    lift: (insight, by) => move(insight, liftInsight(reading, insight, by)),
    match,
    join,
    drop: (insight, drop) => {
      const target = (id: RecordId): InsightRecord | undefined => reading.insight(id);
      if (drop.kind === "match") {
        const other = target(drop.other);
        if (other) match(insight, other);
      } else if (drop.kind === "join") join(drop.spot, insight.id);
      else if (drop.kind === "level")
        move(insight, placeInsight(reading, insight, { level: drop.level, kind: insight.fields.kind }));
      else {
        const before = target(drop.card);
        if (before)
          move(
            insight,
            placeInsight(reading, insight, {
              level: before.fields.level,
              kind: before.fields.kind,
              before: before.id,
            }),
          );
      }
    },
    accept: ({ customer, provider }) => {
      const [one, other] = [reading.insight(customer), reading.insight(provider)];
      if (one && other) match(one, other);
    },
    dismiss: ({ customer, provider }) => {
      if (edit(dismissMatch(customer, provider))) toast({ text: t("lane.dismissed"), undo: true });
    },
  };
}
