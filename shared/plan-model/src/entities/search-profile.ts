import { defineEntity } from "../entity.ts";
import { list, reference, text } from "../field-kinds.ts";

/** Method, "Sales tools" (§5.5): sharp enough that a partner thinks of somebody at once. */
export const searchProfile = defineEntity({
  name: "search-profile",
  help: "Whom referral partners should think of: the company, the person, and what people say who need us.",
  scopes: ["library"],
  schema: 1,
  title: "name",
  fields: {
    name: text({ help: "What it is called in a list.", max: 120, required: true }),
    whom: text({ help: "Whom we look for, as one would tell a friend.", max: 1000, required: true }),
    triggerPhrases: list(text({ help: "A phrase.", max: 300 }), {
      help: "What somebody says who needs us.",
      max: 30,
    }),
    offerings: list(reference("offering", { help: "An offering.", within: "library" }), {
      help: "What of ours it is about.",
      max: 50,
    }),
    example: text({ help: "A customer for whom it went well, as it may be told.", max: 500 }),
  },
});
