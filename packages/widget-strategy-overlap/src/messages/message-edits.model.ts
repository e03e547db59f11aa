import type { IsoInstant, PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { coreMessage, messageReader, messageReaderId } from "@sweetspot/plan-model";
import type { NewId, TextLanguage } from "@sweetspot/strategy-overlap";
import type { MessageRecord } from "../workspace/board-reading.model.ts";
import type { Reader, Told } from "./told.model.ts";

type Put = PlanEdit["puts"][number];

const planEdit = (name: string, puts: readonly Put[], removes: readonly RecordId[] = []): PlanEdit => ({
  name,
  scope: "plan",
  puts,
  removes,
});

const change = (name: string, { id }: { readonly id: RecordId }, fields: PlanFields): PlanEdit =>
  planEdit(name, [{ id, type: coreMessage.name, fields }]);

/** Where a message belongs, and in which language it is meant. */
export interface MessagePlace {
  readonly spot: RecordId;
  readonly level: RecordId;
  readonly language: TextLanguage;
}

/** A further message of a sweet spot, after those that are there. Undefined for no words. */
export function addMessage(
  told: Told,
  { spot, level, language }: MessagePlace,
  statement: string,
  newId: NewId,
): PlanEdit | undefined {
  const words = toStatement(statement);
  if (words === "") return undefined;
  const places = (told.spot(spot)?.messages ?? []).map(({ record }) => record.fields.order ?? 0);
  return planEdit("message-added", [
    {
      id: newId(coreMessage.name),
      type: coreMessage.name,
      fields: {
        sweetSpot: spot,
        level,
        statement: words,
        version: 1,
        language,
        order: Math.max(-1, ...places) + 1,
      },
    },
  ]);
}

/** The same message without its slip of the pen: nobody has to learn it anew. A new wording is `rewordMessage`. */
export function correctMessage(message: MessageRecord, statement: string): PlanEdit | undefined {
  const words = toStatement(statement);
  return words === "" || words === message.fields.statement
    ? undefined
    : change("message-corrected", message, { statement: words });
}

/** What the author found when he asked himself the two control questions (method §3). */
export const checkMessage = (
  message: MessageRecord,
  question: "remembered" | "passedOn",
  answer: "yes" | "no",
): PlanEdit => change("message-checked", message, { [question]: answer });

/** Whom the message speaks to, and in which language: another level, or one person; null for nobody in particular. */
export const directMessage = (
  message: MessageRecord,
  to: {
    readonly level?: RecordId;
    readonly member?: RecordId | null;
    readonly language?: TextLanguage;
  },
): PlanEdit => change("message-directed", message, { ...to });

/** With its readers: they cannot be without it, and the workspace sees to that. */
export const removeMessage = ({ id }: { readonly id: RecordId }): PlanEdit =>
  planEdit("message-removed", [], [id]);

/** Somebody who must know a message: one of the team, or a person who is no user of the CRM. */
export type NewReader =
  | { readonly teamMember: RecordId }
  | { readonly name: string; readonly department?: string };

/** Puts people on the lists of messages; who stands there already is passed over. */
export function addReaders(
  told: Told,
  messages: readonly RecordId[],
  people: readonly NewReader[],
  newId: NewId,
): PlanEdit | undefined {
  const puts = messages.flatMap((message) => {
    const known = told.message(message)?.readers ?? [];
    return people
      .filter((person) => !known.some((reader) => isSame(reader, person)))
      .flatMap((person): Put[] => {
        const fields = toFields(person);
        if (fields === undefined) return [];
        const id =
          "teamMember" in person ? messageReaderId(message, person.teamMember) : newId(messageReader.name);
        return [{ id, type: messageReader.name, fields: { message, ...fields } }];
      });
  });
  return puts.length === 0 ? undefined : planEdit("reader-added", puts);
}

export const removeReader = ({ id }: Reader): PlanEdit => planEdit("reader-removed", [], [id]);

/** The person knows the wording of today; a later one will ask again. */
export const confirmReader = ({ id }: Reader, version: number, at: IsoInstant): PlanEdit =>
  planEdit("message-confirmed", [
    { id, type: messageReader.name, fields: { confirmedVersion: version, confirmedAt: at } },
  ]);

/** One person knows all the messages he is asked to know. Undefined where he does already. */
export function confirmAll(told: Told, teamMember: RecordId, at: IsoInstant): PlanEdit | undefined {
  const puts = told.levels
    .flatMap(({ spots }) => spots.flatMap(({ messages }) => messages))
    .flatMap(({ record, readers }) =>
      readers
        .filter((reader) => reader.teamMember === teamMember && reader.knowing !== "knows")
        .map((reader) => confirmReader(reader, record.fields.version, at).puts[0] ?? []),
    )
    .flat();
  return puts.length === 0 ? undefined : planEdit("message-confirmed", puts);
}

export const withdrawConfirmation = ({ id }: Reader): PlanEdit =>
  planEdit("confirmation-withdrawn", [
    { id, type: messageReader.name, fields: { confirmedVersion: null, confirmedAt: null } },
  ]);

/** One line of plain text: what is pasted from elsewhere often brings its line ends along. */
export const toStatement = (text: string): string =>
  cut(text.replaceAll(/\s+/g, " ").trim(), coreMessage.fields.statement.max);

const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const isHalf = (text.codePointAt(max - 1) ?? 0) > 0xff_ff;
  return text.slice(0, isHalf ? max - 1 : max);
};

const isSame = (reader: Reader, person: NewReader): boolean =>
  "teamMember" in person
    ? reader.teamMember === person.teamMember
    : fold(reader.name) === fold(person.name) && fold(reader.department) === fold(person.department);

const fold = (text: string | undefined): string => (text ?? "").trim().toLocaleLowerCase();

function toFields(person: NewReader): PlanFields | undefined {
  if ("teamMember" in person) return { teamMember: person.teamMember };
  const name = person.name.trim();
  const department = person.department?.trim() ?? "";
  return name === "" ? undefined : { name, ...(department === "" ? {} : { department }) };
}
