import { defineEntity } from "../entity.ts";
import { LONGEST_RELATION_ID } from "./introduction.ts";
import { choice, crmReference, date, list, reference, text } from "../field-kinds.ts";

export const PARTNER_STATES = ["to-win", "active", "resting"] as const;

/** Method, "Sales tools" (§5.5): five to ten of them are enough. */
export const referralPartner = defineEntity({
  name: "referral-partner",
  help: "A person who meets many who could need us, and recommends us to them.",
  scopes: ["library"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "Name of the person.", max: 120, required: true }),
    person: text({ help: "The same person, as the relations know him.", max: LONGEST_RELATION_ID }),
    contact: crmReference("contact", { help: "The same person in the CRM, if there." }),
    multiplies: text({ help: "Whom the partner meets who could need us.", max: 500 }),
    owner: crmReference("team-member", { help: "Who of us keeps in touch." }),
    status: choice(PARTNER_STATES, { help: "How far the partnership is." }),
    lastContact: date({ help: "When we last talked." }),
    searchProfiles: list(reference("search-profile", { help: "A search profile.", within: "library" }), {
      help: "Whom the partner looks out for.",
      max: 10,
    }),
    notes: text({ help: "Internal notes.", max: 4000 }),
  },
});
