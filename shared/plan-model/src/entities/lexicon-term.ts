import { defineEntity } from "../entity.ts";
import { list, reference, text } from "../field-kinds.ts";

export const lexiconTerm = defineEntity({
  name: "lexicon-term",
  help: "A word of the customer’s own, and the words of ours it should replace.",
  scopes: ["plan"],
  schema: 1,
  title: "term",
  fields: {
    term: text({ help: "The word the customer uses.", max: 120, required: true }),
    ourWords: list(text({ help: "A word or phrase of ours.", max: 120 }), {
      help: "Words of ours for the same thing, not to be used here.",
      max: 50,
    }),
    meaning: text({ help: "What the customer means by it.", max: 500 }),
    note: reference("voice-note", { help: "Where the customer said it." }),
    language: text({ help: "Language of the word, as a code: en, de, id.", max: 35 }),
  },
});
