import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, list, reference, text } from "../field-kinds.ts";

export const PROOF_KINDS = ["reference-customer", "figure", "award", "certificate", "own-practice"] as const;
export const PERMISSIONS = ["granted", "on-request", "internal-only"] as const;

export const proof = defineEntity({
  name: "proof",
  help: "A fact that shows a promise can be kept. The library holds the company’s; a plan may add its own.",
  scopes: ["library", "plan"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What it is called in a list.", max: 120, required: true }),
    statement: text({ help: "The fact, as it may be told.", max: 2000, required: true }),
    kind: choice(PROOF_KINDS, { help: "What kind of fact." }),
    owner: crmReference("team-member", { help: "Who answers for it." }),
    provenOn: date({ help: "When it was so." }),
    validUntil: date({ help: "Until when it may be used." }),
    permission: choice(PERMISSIONS, { help: "May it be told to a customer?" }),
    account: crmReference("account", { help: "The customer it was proven at." }),
    opportunity: crmReference("opportunity", { help: "The won opportunity behind it." }),
    offerings: list(reference("offering", { help: "An offering.", within: "any" }), {
      help: "Offerings it speaks for.",
      max: 100,
    }),
    link: text({ help: "Where it can be read.", max: 2000 }),
    notes: text({ help: "Internal notes; left out of what the customer gets.", max: 10_000 }),
  },
});
