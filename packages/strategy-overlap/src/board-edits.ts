import { type PlanEdit, type PlanFields, type PlanRecord, type RecordId } from "@sweetspot/contract";
import {
  coreMessage,
  dismissedMatchId,
  insight as insightEntity,
  isRecordOf,
  sweetSpot,
  withConsequences,
} from "@sweetspot/plan-model";
import { sideOf } from "./board.ts";
import type { Spot } from "./entry.ts";

/** All records of one plan, as a session holds them. */
export type PlanRecords = ReadonlyMap<RecordId, PlanRecord>;

type Put = PlanEdit["puts"][number];

const edit = (name: string, puts: readonly Put[], removes: readonly RecordId[] = []): PlanEdit => ({
  name,
  scope: "plan",
  puts,
  removes,
});

const put = (type: string, id: RecordId, fields: PlanFields): Put => ({ id, type, fields });

/** Makes a sweet spot of what a person says belongs together, on the level of the customer's insight. */
export function matchInsights(
  records: PlanRecords,
  id: RecordId,
  customer: readonly RecordId[],
  provider: readonly RecordId[],
): PlanEdit | undefined {
  const level = customer.map((one) => records.get(one)?.fields["level"]).find((one) => one !== undefined);
  const isWhole = [...customer, ...provider].every((one) => records.get(one)?.type === insightEntity.name);
  if (level === undefined || provider.length === 0 || !isWhole) return undefined;
  const fields = { level, customerInsights: unique(customer), providerInsights: unique(provider) };
  return edit("insights-matched", [put(sweetSpot.name, id, fields)]);
}

/** A suggestion found wrong; it stays away until somebody takes this back. */
export const dismissMatch = (customer: RecordId, provider: RecordId, reason?: string): PlanEdit =>
  edit("match-dismissed", [
    put("dismissed-match", dismissedMatchId(customer, provider), {
      customerInsight: customer,
      providerInsight: provider,
      ...(reason === undefined ? {} : { reason }),
    }),
  ]);

/** Adds an insight to a sweet spot, on its own side; nothing where it is in already. */
export function joinSpot(records: PlanRecords, spot: RecordId, insight: RecordId): PlanEdit | undefined {
  const [one, other] = [records.get(spot), records.get(insight)];
  if (!one || !other || !isRecordOf(sweetSpot, one) || !isRecordOf(insightEntity, other)) return undefined;
  const name = listOf(other.fields.side);
  const ids = one.fields[name] ?? [];
  if (ids.includes(insight)) return undefined;
  return edit("insight-joined", [put(sweetSpot.name, spot, { [name]: [...ids, insight] })]);
}

/**
 * Takes an insight out of a sweet spot. With the last of a side the sweet spot goes, and with it what was told about it:
 * nothing is left pointing at nothing. Undo brings all of it back.
 */
export function leaveSpot(records: PlanRecords, spot: RecordId, insight: RecordId): PlanEdit | undefined {
  const found = spotsIn(records).find(({ id }) => id === spot);
  if (!found || !holds(found, insight)) return undefined;
  const { puts, gone } = withoutInsights([found], new Set([insight]));
  return removal("insight-left", records, gone, puts);
}

/** Removes insights with their links and dismissals, and takes them out of their sweet spots. */
export function removeInsights(records: PlanRecords, insights: readonly RecordId[]): PlanEdit {
  const going = new Set(insights);
  const { puts, gone } = withoutInsights(spotsIn(records), going);
  return removal("insight-removed", records, [...insights, ...gone], puts);
}

/** Removes a sweet spot with its messages and propositions; the insights stay. */
export const removeSpot = (records: PlanRecords, spot: RecordId): PlanEdit =>
  removal("sweet-spot-removed", records, [spot]);

/** Removes a level with all that stands on it. Refused by the view for the last two; here it just says what goes. */
export function removeLevel(records: PlanRecords, level: RecordId): PlanEdit {
  const standing = [...records.values()].filter(({ fields }) => fields["level"] === level);
  const spots = spotsIn(records);
  const insights = standing.filter(({ type }) => type === insightEntity.name).map(({ id }) => id);
  const onLevel = spots.filter(({ fields }) => fields.level === level).map(({ id }) => id);
  const left = spots.filter(({ id }) => !onLevel.includes(id));
  const { puts, gone } = withoutInsights(left, new Set(insights));
  return removal("level-removed", records, [level, ...insights, ...onLevel, ...gone], puts);
}

/**
 * Moves an insight to another level or kind. Its sweet spots stay: a match is a person's work. One that has all its
 * insights of the customer's on the new level now goes along.
 */
export function moveInsight(
  records: PlanRecords,
  insight: RecordId,
  to: { readonly level: RecordId; readonly kind: string; readonly order?: number },
): PlanEdit {
  const levelOf = (id: RecordId): unknown => (id === insight ? to.level : records.get(id)?.fields["level"]);
  const followers = spotsIn(records).filter(
    (spot) =>
      spot.fields.level !== to.level &&
      sideOf(spot, "customer").includes(insight) &&
      sideOf(spot, "customer").every((id) => levelOf(id) === to.level),
  );
  return edit("insight-moved", [
    put(insightEntity.name, insight, { ...to }),
    ...followers.map(({ id }) => put(sweetSpot.name, id, { level: to.level })),
  ]);
}

/** A new wording of a core message: its version rises, so that those who knew the old one are asked again. */
export function rewordMessage(
  records: PlanRecords,
  message: RecordId,
  statement: string,
): PlanEdit | undefined {
  const record = records.get(message);
  if (!record || !isRecordOf(coreMessage, record) || record.fields.statement === statement) return undefined;
  const version = record.fields.version + 1;
  return edit("message-reworded", [put(coreMessage.name, message, { statement, version })]);
}

function withoutInsights(
  spots: readonly Spot[],
  going: ReadonlySet<RecordId>,
): { readonly puts: readonly Put[]; readonly gone: readonly RecordId[] } {
  const hit = spots.filter((spot) => [...going].some((id) => holds(spot, id)));
  const rest = hit.map((spot) => ({
    id: spot.id,
    customerInsights: sideOf(spot, "customer").filter((id) => !going.has(id)),
    providerInsights: sideOf(spot, "provider").filter((id) => !going.has(id)),
  }));
  const isEmpty = (one: (typeof rest)[number]): boolean =>
    one.customerInsights.length === 0 || one.providerInsights.length === 0;
  return {
    puts: rest.filter((one) => !isEmpty(one)).map(({ id, ...fields }) => put(sweetSpot.name, id, fields)),
    gone: rest.filter(isEmpty).map(({ id }) => id),
  };
}

/** With all that cannot stand without what goes. */
const removal = (
  name: string,
  records: PlanRecords,
  removes: readonly RecordId[],
  puts: readonly Put[] = [],
): PlanEdit => withConsequences(edit(name, puts, unique(removes)), records);

const spotsIn = (records: PlanRecords): Spot[] =>
  [...records.values()].filter((record) => isRecordOf(sweetSpot, record));

const holds = (spot: Spot, insight: RecordId): boolean =>
  sideOf(spot, "customer").includes(insight) || sideOf(spot, "provider").includes(insight);

const listOf = (side: "customer" | "provider") =>
  side === "customer" ? ("customerInsights" as const) : ("providerInsights" as const);

const unique = (ids: readonly RecordId[]): RecordId[] => [...new Set(ids)];
