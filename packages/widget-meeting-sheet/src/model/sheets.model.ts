import { foldText, type IsoDate, type PlanRecord, type RecordId } from "@sweetspot/contract";
import {
  buyingCentreMember,
  type FieldsOf,
  knowledgeGap,
  meetingSheet,
  type RecordOf,
  recordsOf,
} from "@sweetspot/plan-model";
import { addMonths } from "./months.model.ts";

export type SheetRecord = RecordOf<typeof meetingSheet>;
export type SheetFields = FieldsOf<typeof meetingSheet>;
export type MemberRecord = RecordOf<typeof buyingCentreMember>;
export type GapRecord = RecordOf<typeof knowledgeGap>;
export type MeetingState = NonNullable<SheetFields["status"]>;

/** One visit with what a rep should know of it before he opens it. */
export interface Visit {
  readonly id: RecordId;
  readonly fields: SheetFields;
  readonly member: MemberRecord | undefined;
  readonly status: MeetingState;
  /** Still ahead of us: to be arranged or arranged. */
  readonly ahead: boolean;
  /** Its day has passed, and nobody said whether it took place. */
  readonly overdue: boolean;
  /** Questions asked that have no answer yet. */
  readonly unanswered: number;
  readonly questions: number;
  /** An open task: nobody of ours leads the relationship. */
  readonly leadMissing: boolean;
  /** Dated more than a year ahead: a plan that far is a wish (method §9). */
  readonly tooFar: boolean;
}

/** All visits: those ahead by their day, those without one last; then those behind us, newest first. */
export function readVisits(records: ReadonlyMap<RecordId, PlanRecord>, today: IsoDate): readonly Visit[] {
  const latest = addMonths(today, LONGEST_MONTHS);
  return recordsOf(meetingSheet, records.values())
    .map(({ id, fields }): Visit => {
      const [member] = recordsOf(buyingCentreMember, found(records, [fields.member]));
      const gaps = recordsOf(knowledgeGap, found(records, fields.questions ?? []));
      const status = fields.status ?? "to-arrange";
      const ahead = status === "to-arrange" || status === "arranged";
      const date = fields.meetingDate;
      return {
        id,
        fields,
        member,
        status,
        ahead,
        overdue: ahead && date !== undefined && date < today,
        questions: gaps.length,
        unanswered: gaps.filter((gap) => !isAnswered(gap)).length,
        leadMissing:
          member !== undefined && member.fields.lead === undefined && member.fields.leftOn === undefined,
        tooFar: ahead && date !== undefined && date > latest,
      };
    })
    .toSorted(byDay);
}

export const isAnswered = ({ fields }: Pick<GapRecord, "fields">): boolean =>
  (fields.answer ?? "").trim() !== "";

export const found = (records: ReadonlyMap<RecordId, PlanRecord>, ids: readonly RecordId[]): PlanRecord[] =>
  ids.flatMap((id) => records.get(id) ?? []);

function byDay(one: Visit, other: Visit): number {
  if (one.ahead !== other.ahead) return one.ahead ? -1 : 1;
  const [left, right] = [one.fields.meetingDate, other.fields.meetingDate];
  if (left === right) return one.id < other.id ? -1 : 1;
  if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
  return (left < right ? -1 : 1) * (one.ahead ? 1 : -1);
}

/** Method §9: a relationship plan looks at least so far ahead … */
export const SHORTEST_MONTHS = 3;
/** … and no further than this. */
export const LONGEST_MONTHS = 12;

export interface PlanReach {
  /** Day of the last dated visit ahead; undefined while none is dated. */
  readonly until: IsoDate | undefined;
  readonly enough: boolean;
  /** The day the plan should reach to at least. */
  readonly wanted: IsoDate;
}

/** How far the plan looks ahead. Overdue visits look back. */
export function reachOf(visits: readonly Visit[], today: IsoDate): PlanReach {
  const wanted = addMonths(today, SHORTEST_MONTHS);
  const until = visits
    .filter(({ ahead, overdue, tooFar }) => ahead && !overdue && !tooFar)
    .flatMap(({ fields }) => fields.meetingDate ?? [])
    .toSorted()
    .at(-1);
  return { until, enough: until !== undefined && until >= wanted, wanted };
}

/** People who decide and whom nobody plans to meet; in the order given. */
export function withoutVisit(
  members: readonly MemberRecord[],
  visits: readonly Visit[],
): readonly MemberRecord[] {
  const planned = new Set(visits.filter(({ ahead }) => ahead).map(({ fields }) => fields.member));
  return members.filter(
    ({ id, fields }) =>
      fields.leftOn === undefined &&
      !planned.has(id) &&
      (fields.role === "decision-maker" || fields.role === "sponsor" || (fields.decides?.length ?? 0) > 0),
  );
}

export const FOCUSES = ["mine", "overdue", "unanswered"] as const;
export type Focus = (typeof FOCUSES)[number];

export function isIn(visit: Visit, focus: Focus, user: RecordId): boolean {
  switch (focus) {
    case "mine":
      return visit.ahead && visit.fields.internalContact === user;
    case "overdue":
      return visit.overdue;
    case "unanswered":
      return visit.status === "held" && visit.unanswered > 0;
  }
}

/** Visits with every word in person, reason or messages, ignoring case and accents. */
export function findVisits(visits: readonly Visit[], text: string): readonly Visit[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return visits;
  return visits.filter(({ fields, member }) => {
    const hay = foldText(
      [member?.fields.name, member?.fields.position, fields.reason, fields.keyMessages]
        .filter(Boolean)
        .join(" "),
    );
    return words.every((word) => hay.includes(word));
  });
}
