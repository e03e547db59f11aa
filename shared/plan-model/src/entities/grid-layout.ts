import { toRecordId } from "@sweetspot/contract";
import { defineEntity } from "../entity.ts";
import { list, reference } from "../field-kinds.ts";

export const gridLayout = defineEntity({
  name: "grid-layout",
  help: "How one account's white-space grid arranges the company's offerings.",
  scopes: ["plan"],
  schema: 1,
  fields: {
    offeringOrder: list(reference("offering", { help: "An offering.", within: "any" }), {
      help: "Offerings in the order chosen for this account; those not named follow in the library's order.",
      max: 1000,
    }),
    hiddenOfferings: list(reference("offering", { help: "An offering.", within: "any" }), {
      help: "Offerings not shown for this account.",
      max: 1000,
    }),
  },
});

/** Each plan has one layout. */
export const GRID_LAYOUT_ID = toRecordId("grid-layout");
