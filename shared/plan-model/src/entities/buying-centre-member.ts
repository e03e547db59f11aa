import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, list, text } from "../field-kinds.ts";

/** Method §8, role matrix, from the least to the most. */
export const BUYING_ROLES = ["user", "recommender", "decision-maker", "sponsor"] as const;
export const BUYING_TYPES = ["department", "it", "commercial", "purchasing"] as const;

export const buyingCentreMember = defineEntity({
  name: "buying-centre-member",
  help: "A person at the customer who takes part in decisions: a contact of the CRM, or somebody still unknown.",
  scopes: ["plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({
      help: "Name as the CRM last gave it, or what is known of a person still unknown.",
      max: 120,
      required: true,
    }),
    contact: crmReference("contact", { help: "The contact in the CRM; empty while the person is unknown." }),
    account: crmReference("account", {
      help: "The account the contact stood at when last taken from the CRM; only there is his absence news.",
    }),
    position: text({ help: "Job title as the CRM last gave it, or as far as it is known.", max: 255 }),
    role: choice(BUYING_ROLES, { help: "Official part in the decision." }),
    unofficialRole: text({ help: "What the person really does for the decision.", max: 255 }),
    type: choice(BUYING_TYPES, { help: "Point of view from which the person looks at the topic." }),
    decides: list(crmReference("opportunity", { help: "An opportunity." }), {
      help: "Opportunities this person decides.",
      max: 100,
    }),
    lead: crmReference("team-member", { help: "The one of us who leads the relationship." }),
    source: text({ help: "Where we know the person from.", max: 255 }),
    leftOn: date({ help: "Since when the person is no longer there, as far as we know." }),
    notes: text({ help: "Internal notes; left out of what the customer gets.", max: 10_000 }),
  },
});
