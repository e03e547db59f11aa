import type { Contact } from "./contact.ts";
import type { IsoDate } from "./dates.ts";
import type { Field } from "./field.ts";
import type { Page } from "./page.ts";
import type { RecordId } from "./record-id.ts";

/**
 * A person's part in a deal or at an account: a contact's role in an opportunity, a contact who also works for another
 * account, one of our people on the account or deal team. What the records say themselves is not repeated: owners, and
 * a contact's own account unless the CRM keeps more about it, such as a role.
 */
export interface Involvement {
  readonly id: RecordId;
  /** One of theirs, told in full because he may live on another account; or the id of one of ours. */
  readonly person:
    | { readonly kind: "contact"; readonly contact: Contact }
    | { readonly kind: "team-member"; readonly teamMember: RecordId };
  readonly place:
    | { readonly kind: "account"; readonly account: RecordId }
    | { readonly kind: "opportunity"; readonly opportunity: RecordId };
  /** In the CRM's own words, in its order: "Decision Maker", an association's label. */
  readonly roles: Field<readonly string[]>;
  /** The one the CRM marks as first among those of its kind at this place. `empty` where it marks nobody. */
  readonly primary: Field<boolean>;
  /** False: former. `empty` where the CRM does not say. */
  readonly active: Field<boolean>;
  readonly since: Field<IsoDate>;
  readonly until: Field<IsoDate>;
}

/** `gaps` is the same on every page. */
export interface InvolvementPage extends Page<Involvement> {
  readonly gaps: readonly InvolvementGap[];
}

/** What this CRM keeps none of at all, so that nobody takes "not recorded" for "nobody". */
export type InvolvementGap = "no-account-contacts" | "no-deal-contacts" | "no-account-team" | "no-deal-team";

export const INVOLVEMENT_GAPS: readonly InvolvementGap[] = [
  "no-account-contacts",
  "no-deal-contacts",
  "no-account-team",
  "no-deal-team",
];

/** The gap that an involvement of this kind closes. */
export const gapOf = ({ person, place }: Pick<Involvement, "person" | "place">): InvolvementGap => {
  if (person.kind === "contact") return place.kind === "account" ? "no-account-contacts" : "no-deal-contacts";
  return place.kind === "account" ? "no-account-team" : "no-deal-team";
};
