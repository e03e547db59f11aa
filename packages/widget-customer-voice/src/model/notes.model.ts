import { foldText, type Opportunity, type PlanRecord, type RecordId } from "@sweetspot/contract";
import {
  buyingCentreMember,
  type FieldsOf,
  type RecordOf,
  recordsOf,
  VOICE_TOPICS,
  voiceNote,
} from "@sweetspot/plan-model";

export type NoteFields = FieldsOf<typeof voiceNote>;
export type Topic = NoteFields["topic"];
export type Voice = NoteFields["voice"];

/** One note with whose voice it counts for. */
export interface Note {
  readonly id: RecordId;
  readonly fields: NoteFields;
  /**
   * `customer`: he said it himself. `confirmed`: heard from outside, and he has confirmed it. `market`: heard from
   * outside only, and kept apart from his own words.
   */
  readonly heard: "customer" | "confirmed" | "market";
  /** Who said it, where it was somebody of the buying centre. */
  readonly speaker: string | undefined;
  readonly deal: Opportunity | undefined;
  readonly createdAt: string;
}

/** All notes, newest first within each voice: by the day it was said, otherwise by when it was noted. */
export function readNotes(
  records: ReadonlyMap<RecordId, PlanRecord>,
  opportunities: readonly Opportunity[],
): readonly Note[] {
  return recordsOf(voiceNote, records.values())
    .map((record): Note => {
      const { id, fields, createdAt } = record;
      const [speaker] = recordsOf(
        buyingCentreMember,
        fields.member === undefined ? [] : [records.get(fields.member)].filter((one) => one !== undefined),
      );
      return {
        id,
        fields,
        heard: heardOf(record),
        speaker: speaker?.fields.name,
        deal: opportunities.find((deal) => deal.id === fields.opportunity),
        createdAt,
      };
    })
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? 1 : dayOf(one) > dayOf(other) ? -1 : 0));
}

const dayOf = ({ fields, createdAt }: Note): string => fields.sourceDate ?? createdAt;

const heardOf = ({ fields }: Pick<RecordOf<typeof voiceNote>, "fields">): Note["heard"] =>
  fields.voice === "customer" ? "customer" : fields.confirmedAt === undefined ? "market" : "confirmed";

/** One of the method's four fields, its two voices kept apart. */
export interface TopicNotes {
  readonly topic: Topic;
  /** The customer's own words, and what he has confirmed. */
  readonly customer: readonly Note[];
  readonly market: readonly Note[];
}

export const byTopic = (notes: readonly Note[]): readonly TopicNotes[] =>
  VOICE_TOPICS.map((topic) => {
    const here = notes.filter(({ fields }) => fields.topic === topic);
    return {
      topic,
      customer: here.filter(({ heard }) => heard !== "market"),
      market: here.filter(({ heard }) => heard === "market"),
    };
  });

/** Notes with every word in statement, speaker or source, ignoring case and accents. */
export function findNotes(notes: readonly Note[], text: string): readonly Note[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return notes;
  return notes.filter(({ fields, speaker, deal }) => {
    const hay = foldText([fields.statement, speaker, fields.source, deal?.name].filter(Boolean).join(" "));
    return words.every((word) => hay.includes(word));
  });
}
