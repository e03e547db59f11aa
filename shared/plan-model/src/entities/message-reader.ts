import { type RecordId, toRecordId } from "@sweetspot/contract";
import { toPart } from "../derived-id.ts";
import { defineEntity } from "../entity.ts";
import { crmReference, instant, number, reference, text } from "../field-kinds.ts";

export const messageReader = defineEntity({
  name: "message-reader",
  help: "Somebody of ours who must know a core message, in sales or outside it, and whether he has confirmed knowing it.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    message: reference("core-message", { help: "The message.", required: true }),
    teamMember: crmReference("team-member", { help: "Who must know it." }),
    name: text({ help: "Who must know it, where the person is no user of the CRM.", max: 120 }),
    department: text({ help: "Where the person works: service, maintenance, project management.", max: 120 }),
    confirmedVersion: number({
      help: "The wording the person confirmed knowing; an older one than the message’s means: again.",
      min: 1,
      max: 9999,
    }),
    confirmedAt: instant({ help: "When it was confirmed." }),
  },
});

/** A team member stands once on a message’s list. */
export const messageReaderId = (message: RecordId, teamMember: RecordId): RecordId =>
  toRecordId(`message-reader:${toPart(message)}:${toPart(teamMember)}`);
