import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, list, reference, text } from "../field-kinds.ts";

export const MEETING_STATES = ["to-arrange", "arranged", "held", "cancelled"] as const;

/** Method §9: one row of the relationship plan. */
export const meetingSheet = defineEntity({
  name: "meeting-sheet",
  help: "One visit: whom we meet, who of us goes, why, what to say, what to ask and what to avoid.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    member: reference("buying-centre-member", { help: "Whom we meet.", required: true }),
    internalContact: crmReference("team-member", { help: "Who of us sees to it." }),
    colleagues: text({ help: "Others of us who go along and are no users of the CRM, by name.", max: 300 }),
    reason: text({ help: "Reason for the meeting.", max: 500 }),
    messages: list(reference("core-message", { help: "A core message." }), {
      help: "Core messages to place.",
      max: 20,
    }),
    keyMessages: text({ help: "Key messages in other words, or for this visit only.", max: 2000 }),
    questions: list(reference("knowledge-gap", { help: "A knowledge gap." }), {
      help: "What to ask: knowledge gaps to close.",
      max: 100,
    }),
    avoid: text({ help: "Topics to avoid.", max: 2000 }),
    meetingDate: date({ help: "When we meet." }),
    status: choice(MEETING_STATES, { help: "How far it is." }),
    statusNote: text({ help: "The status in words.", max: 500 }),
    statusDate: date({ help: "From when the status is." }),
    result: text({ help: "What came of the meeting, besides the answers.", max: 4000 }),
  },
});
