import type { PlanRecord, RecordId } from "@sweetspot/contract";
import {
  area,
  cell,
  coreMessage,
  isRecordOf,
  knowledgeGap,
  offering,
  type RecordOf,
  recordsOf,
  strategyLevel,
} from "@sweetspot/plan-model";
import { QUESTION_BANK } from "@sweetspot/strategy-overlap";
import { found, type GapRecord, isAnswered, type Visit } from "./sheets.model.ts";

export type MessageRecord = RecordOf<typeof coreMessage>;
type Records = ReadonlyMap<RecordId, PlanRecord>;

/** A question that may be asked at a visit, with what helps to choose it. */
export interface Question {
  readonly gap: GapRecord;
  readonly answered: boolean;
  /** Meant for the very person visited. */
  readonly forPerson: boolean;
  /** For a talk between two only. */
  readonly oneToOne: boolean;
  /** Where the answer will stand: a level of the strategy comparison, or area and offering; empty for nowhere yet. */
  readonly place: readonly string[];
  /** Other visits ahead that ask it too. */
  readonly askedElsewhere: number;
}

export interface Preparation {
  /** In the order of the sheet. */
  readonly questions: readonly Question[];
  /** Open questions of the whole plan that are not on the sheet: the person's own first. */
  readonly offered: readonly Question[];
  readonly messages: readonly MessageRecord[];
  /** The person's own first, then those of the others. */
  readonly offeredMessages: readonly MessageRecord[];
}

/** What a visit can say and ask, from all widgets of the plan. */
export function prepare(
  visit: Visit,
  visits: readonly Visit[],
  records: Records,
  library: Records,
): Preparation {
  const others = visits.filter(({ id, ahead }) => ahead && id !== visit.id);
  const toQuestion = (gap: GapRecord): Question => ({
    gap,
    answered: isAnswered(gap),
    forPerson: gap.fields.member === visit.fields.member,
    oneToOne: gap.fields.bankQuestion !== undefined && ONE_TO_ONE.has(gap.fields.bankQuestion),
    place: placeOf(gap, records, library),
    askedElsewhere: others.filter(({ fields }) => fields.questions?.includes(gap.id)).length,
  });
  const chosen = visit.fields.questions ?? [];
  const messages = visit.fields.messages ?? [];
  const isOwn = ({ fields }: MessageRecord): boolean => fields.member === visit.fields.member;
  return {
    questions: recordsOf(knowledgeGap, found(records, chosen)).map(toQuestion),
    offered: recordsOf(knowledgeGap, records.values())
      .filter((gap) => !chosen.includes(gap.id) && !isAnswered(gap))
      .map(toQuestion)
      .toSorted((one, other) => rankOf(one) - rankOf(other)),
    messages: recordsOf(coreMessage, found(records, messages)),
    offeredMessages: recordsOf(coreMessage, records.values())
      .filter(({ id }) => !messages.includes(id))
      .toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one))),
  };
}

/** The person's own questions first, those of another person last. */
const rankOf = ({ forPerson, gap }: Question): number =>
  forPerson ? 0 : gap.fields.member === undefined ? 1 : 2;

const ONE_TO_ONE = new Set(QUESTION_BANK.filter(({ oneToOne }) => oneToOne).map(({ key }) => key));

function placeOf({ fields }: GapRecord, records: Records, library: Records): readonly string[] {
  const level = fields.level === undefined ? undefined : records.get(fields.level);
  if (level && isRecordOf(strategyLevel, level)) return [level.fields.name];
  const about = fields.cell === undefined ? undefined : records.get(fields.cell);
  if (!about || !isRecordOf(cell, about)) return [];
  return [about.fields.area, about.fields.offering].flatMap((id) => {
    const named = records.get(id) ?? library.get(id);
    return named && (isRecordOf(area, named) || isRecordOf(offering, named)) ? [named.fields.name] : [];
  });
}
