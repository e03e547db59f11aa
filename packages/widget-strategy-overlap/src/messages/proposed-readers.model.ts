import type { RecordId } from "@sweetspot/contract";
import { meetingSheet, recordsOf } from "@sweetspot/plan-model";
import type { BoardReading } from "../workspace/board-reading.model.ts";
import type { NewReader } from "./message-edits.model.ts";
import type { ToldMessage, Told } from "./told.model.ts";

/**
 * Who meets this customer and therefore has to know a message: the owner of the account, who leads a relationship, who
 * goes to a visit, and who stands on another message's list, people outside sales among them.
 */
export function proposeReaders(
  reading: BoardReading,
  told: Told,
  message: ToldMessage,
  owner: RecordId | undefined,
): readonly NewReader[] {
  const leads = reading.members.map(({ fields }) => fields.lead);
  const visitors = recordsOf(meetingSheet, reading.records.values()).map(
    ({ fields }) => fields.internalContact,
  );
  const others = told.levels
    .flatMap(({ spots }) => spots)
    .flatMap(({ messages }) => messages)
    .filter((one) => one !== message)
    .flatMap(({ readers }) => readers);
  const members = [owner, ...leads, ...visitors, ...others.map(({ teamMember }) => teamMember)].filter(
    (id) => id !== undefined,
  );
  const known = new Set(message.readers.map(({ teamMember }) => teamMember));
  const outside = new Map(
    others.flatMap(({ name, department }) =>
      name === undefined
        ? []
        : [
            [
              JSON.stringify([name, department]),
              { name, ...(department === undefined ? {} : { department }) },
            ],
          ],
    ),
  );
  for (const { name, department } of message.readers) outside.delete(JSON.stringify([name, department]));
  return [
    ...[...new Set(members)].filter((id) => !known.has(id)).map((teamMember) => ({ teamMember })),
    ...outside.values(),
  ];
}
