import type { RecordId } from "@sweetspot/contract";
import type { BoardReading, MemberRecord, MessageRecord } from "../workspace/board-reading.model.ts";

export interface CardConflict {
  readonly with: string;
  readonly explanation: string | undefined;
}

/** What each insight is in conflict with, in the words of the other; the first where there are several. */
export function conflictsIn({ links, insight }: BoardReading): ReadonlyMap<RecordId, CardConflict> {
  const found = new Map<RecordId, CardConflict>();
  for (const { fields } of links) {
    if (fields.kind !== "conflicts") continue;
    const [lower, upper] = [insight(fields.lower), insight(fields.upper)];
    if (!lower || !upper) continue;
    const { explanation } = fields;
    if (!found.has(lower.id)) found.set(lower.id, { with: upper.fields.statement, explanation });
    if (!found.has(upper.id)) found.set(upper.id, { with: lower.fields.statement, explanation });
  }
  return found;
}

/** The newest core message of each sweet spot. */
export function newestMessages(messages: readonly MessageRecord[]): ReadonlyMap<RecordId, MessageRecord> {
  const newest = new Map<RecordId, MessageRecord>();
  for (const message of messages) {
    const known = newest.get(message.fields.sweetSpot);
    if (!known || known.updatedAt < message.updatedAt) newest.set(message.fields.sweetSpot, message);
  }
  return newest;
}

/** The people something is known of on a level, by name. */
export function peopleOn({ insights, members }: BoardReading, level: RecordId): readonly MemberRecord[] {
  const about = new Set(
    insights.filter(({ fields }) => fields.level === level).map(({ fields }) => fields.member),
  );
  return members.filter(({ id }) => about.has(id));
}
