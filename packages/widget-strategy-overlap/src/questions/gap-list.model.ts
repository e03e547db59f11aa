import type { IsoDate, RecordId } from "@sweetspot/contract";
import { area, cell, isRecordOf, knowledgeGap, offering, recordsOf } from "@sweetspot/plan-model";
import { QUESTION_BANK } from "@sweetspot/strategy-overlap";
import type { BoardReading, GapRecord, Records } from "../workspace/board-reading.model.ts";

/** One question with where it stands and how urgent it is. */
export interface ListedGap {
  readonly record: GapRecord;
  /** Level of the board, or the white-space cell, in words of the plan, the wider one first. */
  readonly where: readonly string[];
  readonly answered: boolean;
  readonly late: boolean;
  /** For a talk between two only, never for the phone or a round. */
  readonly oneToOne: boolean;
}

/** The questions one person of the customer's can answer; without a person those nobody is named for. */
export interface GapGroup {
  readonly member: RecordId | undefined;
  /** Undefined for those nobody is named for. */
  readonly name: string | undefined;
  readonly gaps: readonly ListedGap[];
}

/** Which of all questions a list shows. */
export interface GapFilter {
  /** Of this member of the team alone. */
  readonly owner?: RecordId | undefined;
  /** Those asked already, too. */
  readonly answered?: boolean;
  /** Words the question has. */
  readonly search?: string;
}

/**
 * All open questions of the account's plan, from every widget, for the next meeting: by the person who can answer, each
 * group with the most urgent first.
 */
export function listGaps(
  reading: BoardReading,
  library: Records,
  today: IsoDate,
  filter: GapFilter = {},
): readonly GapGroup[] {
  const whereOf = createPlaces(reading, library);
  const words = (filter.search ?? "").trim().toLocaleLowerCase();
  const listed = recordsOf(knowledgeGap, reading.records.values())
    .filter(({ fields }) => filter.answered === true || !isAnswered(fields.answer))
    .filter(({ fields }) => filter.owner === undefined || fields.owner === filter.owner)
    .filter(({ fields }) => words === "" || fields.question.toLocaleLowerCase().includes(words))
    .map((record): ListedGap => {
      const answered = isAnswered(record.fields.answer);
      const { due } = record.fields;
      return {
        record,
        where: whereOf(record),
        answered,
        late: !answered && due !== undefined && due < today,
        oneToOne: isOneToOne(record.fields.bankQuestion),
      };
    })
    .toSorted(byUrgency);
  const groups = new Map<RecordId | undefined, ListedGap[]>();
  for (const gap of listed) {
    const member = reading.member(gap.record.fields.member)?.id;
    groups.set(member, [...(groups.get(member) ?? []), gap]);
  }
  return [...groups]
    .map(([member, gaps]) => ({ member, name: reading.member(member)?.fields.name, gaps }))
    .toSorted((one, other) => Number(one.name === undefined) - Number(other.name === undefined));
}

export const countOpenGaps = (records: Records): number =>
  recordsOf(knowledgeGap, records.values()).filter(({ fields }) => !isAnswered(fields.answer)).length;

export const isAnswered = (answer: string | undefined): boolean => (answer ?? "").trim() !== "";

const ONE_TO_ONE = new Set(QUESTION_BANK.filter(({ oneToOne }) => oneToOne).map(({ key }) => key));

export const isOneToOne = (bankQuestion: string | undefined): boolean =>
  bankQuestion !== undefined && ONE_TO_ONE.has(bankQuestion);

/** Open before answered, then by day, those without one last, then as they were asked. */
function byUrgency(one: ListedGap, other: ListedGap): number {
  const rank = ({ answered, record }: ListedGap): string =>
    `${answered ? "1" : "0"} ${record.fields.due ?? "9999-99-99"} ${record.createdAt} ${record.id}`;
  return rank(one) < rank(other) ? -1 : 1;
}

function createPlaces({ board, records }: BoardReading, library: Records): (gap: GapRecord) => string[] {
  const nameOf = (id: RecordId): string[] => {
    const found = records.get(id) ?? library.get(id);
    return found && (isRecordOf(area, found) || isRecordOf(offering, found)) ? [found.fields.name] : [];
  };
  return ({ fields }) => {
    const level = fields.level === undefined ? undefined : board.level(fields.level);
    if (level) return [level.fields.name];
    const about = fields.cell === undefined ? undefined : records.get(fields.cell);
    return about && isRecordOf(cell, about)
      ? [...nameOf(about.fields.area), ...nameOf(about.fields.offering)]
      : [];
  };
}
