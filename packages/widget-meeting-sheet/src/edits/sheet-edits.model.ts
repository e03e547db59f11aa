import type { IsoDate, PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { buyingCentreMember, fitText, knowledgeGap, meetingSheet, type PatchOf } from "@sweetspot/plan-model";
import type { MeetingState } from "../model/sheets.model.ts";

export type NewId = (type: string) => RecordId;
export type SheetPatch = PatchOf<typeof meetingSheet>;
type Put = PlanEdit["puts"][number];

const edit = (name: string, puts: readonly Put[], removes: readonly RecordId[] = []): PlanEdit => ({
  name,
  scope: "plan",
  puts,
  removes,
});

const put = (type: string, id: RecordId, fields: PlanFields): Put => ({ id, type, fields });

/** Whom a visit is to: somebody of the buying centre, or somebody who comes into it by being visited. */
export type Visited = { readonly member: RecordId } | { readonly fields: PlanFields };

function admit(visited: Visited, newId: NewId): { readonly member: RecordId; readonly puts: readonly Put[] } {
  if ("member" in visited) return { member: visited.member, puts: [] };
  const member = newId(buyingCentreMember.name);
  return { member, puts: [put(buyingCentreMember.name, member, visited.fields)] };
}

export interface VisitBegin {
  /** Who of us sees to it: the lead where there is one, otherwise who plans it. */
  readonly internalContact: RecordId;
  /** Open questions meant for the person. */
  readonly questions: readonly RecordId[];
  readonly on: IsoDate;
}

/** A new sheet, with the person's own open questions on it already. */
export function planVisit(
  visited: Visited,
  { internalContact, questions, on }: VisitBegin,
  newId: NewId,
): { readonly edit: PlanEdit; readonly sheet: RecordId } {
  const { member, puts } = admit(visited, newId);
  const sheet = newId(meetingSheet.name);
  const fields: PlanFields = {
    member,
    internalContact,
    status: "to-arrange",
    statusDate: on,
    ...(questions.length > 0 ? { questions: questions.slice(0, meetingSheet.fields.questions.max) } : {}),
  };
  return { sheet, edit: edit("visit-planned", [...puts, put(meetingSheet.name, sheet, fields)]) };
}

/** The visit is to somebody else. */
export function changePerson(sheet: RecordId, visited: Visited, newId: NewId): PlanEdit {
  const { member, puts } = admit(visited, newId);
  return edit("visit-changed", [...puts, put(meetingSheet.name, sheet, { member })]);
}

/** Empty texts clear their field. */
export function changeSheet(sheet: RecordId, patch: SheetPatch): PlanEdit {
  const fields = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [
      name,
      typeof value === "string" && value.trim() === "" ? null : value,
    ]),
  ) as PlanFields;
  return edit("visit-changed", [put(meetingSheet.name, sheet, fields)]);
}

/** A status is of a day. */
export const setStatus = (sheet: RecordId, status: MeetingState, on: IsoDate): PlanEdit =>
  edit("visit-status-set", [put(meetingSheet.name, sheet, { status, statusDate: on })]);

export const removeSheet = (sheet: RecordId): PlanEdit => edit("visit-removed", [], [sheet]);

/** Puts a message on the sheet or takes it off; the message itself stays. */
export const toggleMessage = (
  sheet: RecordId,
  messages: readonly RecordId[],
  message: RecordId,
): PlanEdit | undefined => toggled("visit-messages-set", "messages", sheet, messages, message);

/** Puts a question on the sheet or takes it off; the question stays open. */
export const toggleQuestion = (
  sheet: RecordId,
  questions: readonly RecordId[],
  question: RecordId,
): PlanEdit | undefined => toggled("visit-questions-set", "questions", sheet, questions, question);

/** Asks a question one place earlier; undefined for the first. */
export function moveUp(
  sheet: RecordId,
  questions: readonly RecordId[],
  question: RecordId,
): PlanEdit | undefined {
  const place = questions.indexOf(question);
  if (place < 1) return undefined;
  const next = questions.toSpliced(place, 1).toSpliced(place - 1, 0, question);
  return edit("visit-questions-set", [put(meetingSheet.name, sheet, { questions: next })]);
}

function toggled(
  name: string,
  field: "messages" | "questions",
  sheet: RecordId,
  ids: readonly RecordId[],
  id: RecordId,
): PlanEdit | undefined {
  const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  if (next.length > meetingSheet.fields[field].max) return undefined;
  return edit(name, [put(meetingSheet.name, sheet, { [field]: next.length > 0 ? next : null })]);
}

/** A question nobody wrote down before: it is kept as a gap of the plan, not on the sheet alone. */
export function askNew(
  sheet: { readonly id: RecordId; readonly member: RecordId; readonly questions: readonly RecordId[] },
  text: string,
  owner: RecordId | undefined,
  newId: NewId,
): PlanEdit | undefined {
  const question = fitText(text.replaceAll(/\s+/g, " ").trim(), knowledgeGap.fields.question.max);
  if (question === "" || sheet.questions.length >= meetingSheet.fields.questions.max) return undefined;
  const id = newId(knowledgeGap.name);
  return edit("question-asked", [
    put(knowledgeGap.name, id, {
      question,
      member: sheet.member,
      ...(owner === undefined ? {} : { owner }),
    }),
    put(meetingSheet.name, sheet.id, { questions: [...sheet.questions, id] }),
  ]);
}

/** Never two leads: who leads is one field of the person. */
export const setLead = (member: RecordId, lead: RecordId): PlanEdit =>
  edit("lead-set", [put(buyingCentreMember.name, member, { lead })]);

/** A question of the bank for this person; its answer will stand on the level it asks about. */
export function askFromBank(
  sheet: { readonly id: RecordId; readonly member: RecordId; readonly questions: readonly RecordId[] },
  question: { readonly key: string; readonly text: string },
  { owner, level }: { readonly owner: RecordId | undefined; readonly level: RecordId | undefined },
  newId: NewId,
): PlanEdit | undefined {
  const asked = askNew(sheet, question.text, owner, newId);
  if (!asked) return undefined;
  const about: PlanFields = {
    bankQuestion: question.key,
    ...(level === undefined ? {} : { level, side: "customer", kind: "strategy" }),
  };
  return {
    ...asked,
    puts: asked.puts.map((one) =>
      one.type === knowledgeGap.name ? { ...one, fields: { ...one.fields, ...about } } : one,
    ),
  };
}
