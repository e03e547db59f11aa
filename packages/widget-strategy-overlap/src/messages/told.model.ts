import type { IsoInstant, RecordId } from "@sweetspot/contract";
import { messageReader, type RecordOf, recordsOf } from "@sweetspot/plan-model";
import { type Insight, sideOf, type Spot } from "@sweetspot/strategy-overlap";
import type { BoardReading, MessageRecord } from "../workspace/board-reading.model.ts";

/** `knows`: this wording; `knew`: an earlier one only; `open`: none yet. */
export type Knowing = "knows" | "knew" | "open";

/** Somebody of ours who must know a message. */
export interface Reader {
  readonly id: RecordId;
  /** Absent where the person is no user of the CRM. */
  readonly teamMember: RecordId | undefined;
  /** Absent for a team member: the CRM knows that name. */
  readonly name: string | undefined;
  readonly department: string | undefined;
  readonly knowing: Knowing;
  readonly confirmedVersion: number | undefined;
  readonly confirmedAt: IsoInstant | undefined;
}

/** One core message with what its author has to look after. */
export interface ToldMessage {
  readonly record: MessageRecord;
  readonly readers: readonly Reader[];
  readonly unaware: number;
  /** Both control questions answered with yes. */
  readonly checked: boolean;
}

/** One sweet spot and what is said about it, in a few words to call it by. */
export interface ToldSpot {
  readonly spot: Spot;
  readonly customer: readonly Insight[];
  readonly provider: readonly Insight[];
  readonly messages: readonly ToldMessage[];
}

export interface ToldLevel {
  readonly id: RecordId;
  readonly name: string;
  readonly spots: readonly ToldSpot[];
}

/** The core messages of a board, by level and sweet spot (method §3). */
export interface Told {
  readonly levels: readonly ToldLevel[];
  readonly count: number;
  /** How often somebody must still confirm a wording. */
  readonly unaware: number;
  spot(id: RecordId): ToldSpot | undefined;
  message(id: RecordId): ToldMessage | undefined;
}

export function readTold(reading: BoardReading): Told {
  const { board, records } = reading;
  const readers = groupBy(recordsOf(messageReader, records.values()), ({ fields }) => fields.message);
  const messages = inOrder(reading.messages).map((record): ToldMessage => {
    const { version, remembered, passedOn } = record.fields;
    const known = (readers.get(record.id) ?? []).map((reader) => toReader(reader, version));
    return {
      record,
      readers: known,
      unaware: known.filter(({ knowing }) => knowing !== "knows").length,
      checked: remembered === "yes" && passedOn === "yes",
    };
  });
  const bySpot = groupBy(messages, ({ record }) => record.fields.sweetSpot);
  const insights = (spot: Spot, side: "customer" | "provider"): Insight[] =>
    sideOf(spot, side).flatMap((id) => board.insight(id) ?? []);
  const levels = board.levels.map(({ id, fields }) => ({
    id,
    name: fields.name,
    spots: board.spotsOn(id).map((spot) => ({
      spot,
      customer: insights(spot, "customer"),
      provider: insights(spot, "provider"),
      messages: bySpot.get(spot.id) ?? [],
    })),
  }));
  const spots = new Map(levels.flatMap((level) => level.spots).map((one) => [one.spot.id, one]));
  const shown = [...spots.values()].flatMap((one) => one.messages);
  const byId = new Map(shown.map((one) => [one.record.id, one]));
  return {
    levels,
    count: shown.length,
    unaware: shown.reduce((sum, { unaware }) => sum + unaware, 0),
    spot: (id) => spots.get(id),
    message: (id) => byId.get(id),
  };
}

function toReader({ id, fields }: RecordOf<typeof messageReader>, version: number): Reader {
  const { teamMember, name, department, confirmedVersion, confirmedAt } = fields;
  return {
    id,
    teamMember,
    name,
    department,
    knowing: confirmedVersion === undefined ? "open" : confirmedVersion < version ? "knew" : "knows",
    confirmedVersion,
    confirmedAt,
  };
}

const inOrder = (messages: readonly MessageRecord[]): MessageRecord[] =>
  messages.toSorted(
    (one, other) =>
      (one.fields.order ?? Number.MAX_VALUE) - (other.fields.order ?? Number.MAX_VALUE) ||
      (one.id < other.id ? -1 : Number(one.id > other.id)),
  );

function groupBy<T>(items: readonly T[], keyOf: (item: T) => RecordId): ReadonlyMap<RecordId, readonly T[]> {
  const groups = new Map<RecordId, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
