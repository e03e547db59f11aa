import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, instant, reference, text } from "../field-kinds.ts";
import { SOURCE_KINDS } from "./insight-choices.ts";

/** Method §4: the four fields, and whose voice it is. */
export const VOICE_TOPICS = ["value-created", "challenges", "must-knows", "wins-and-losses"] as const;
export const VOICES = ["customer", "market"] as const;

export const voiceNote = defineEntity({
  name: "voice-note",
  help: "Something the customer said himself, or the market says of him. The two are kept apart until the customer confirms.",
  scopes: ["plan"],
  schema: 1,
  title: "statement",
  fields: {
    topic: choice(VOICE_TOPICS, { help: "Which of the four fields it belongs to.", required: true }),
    voice: choice(VOICES, { help: "Said by the customer, or heard from outside.", required: true }),
    statement: text({
      help: "What was said, as close to the words as possible.",
      max: 10_000,
      required: true,
    }),
    member: reference("buying-centre-member", { help: "Who said it." }),
    opportunity: crmReference("opportunity", { help: "The deal won or lost it is about." }),
    sourceKind: choice(SOURCE_KINDS, { help: "What kind of source it comes from." }),
    source: text({ help: "Who told us, or where it stands.", max: 255 }),
    sourceLink: text({ help: "Address of the source.", max: 2000 }),
    sourceDate: date({ help: "When it was said or published." }),
    confirmedBy: crmReference("team-member", { help: "To whom the customer confirmed it." }),
    confirmedAt: instant({ help: "When the customer confirmed it." }),
  },
});
