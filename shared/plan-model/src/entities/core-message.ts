import { defineEntity } from "../entity.ts";
import { choice, number, reference, text } from "../field-kinds.ts";
import { ANSWERS } from "./cell.ts";

/** Method §3. Earlier wordings are in the store’s history; `version` counts the ones that readers had to learn. */
export const coreMessage = defineEntity({
  name: "core-message",
  help: "A sweet spot told in the customer’s words: how what we offer supports his strategy.",
  scopes: ["plan"],
  schema: 1,
  title: "statement",
  fields: {
    sweetSpot: reference("sweet-spot", { help: "The sweet spot it tells.", required: true }),
    level: reference("strategy-level", { help: "The level it speaks to.", required: true }),
    member: reference("buying-centre-member", { help: "The person it speaks to, if one." }),
    statement: text({ help: "The message, in the customer’s words.", max: 2000, required: true }),
    version: number({ help: "Counts the wordings, from 1.", min: 1, max: 9999, required: true }),
    remembered: choice(ANSWERS, { help: "Is this the statement the contact should remember?" }),
    passedOn: choice(ANSWERS, { help: "Could the contact pass it on to his boss?" }),
    language: text({ help: "Language of the message, as a code: en, de, id.", max: 35 }),
    order: number({
      help: "Place among the messages of its level, ascending.",
      min: -1e9,
      max: 1e9,
      scale: 6,
    }),
  },
});
