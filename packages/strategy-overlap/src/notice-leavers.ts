import { type Contact, type RecordId, valueOf } from "@sweetspot/contract";
import type { buyingCentreMember } from "@sweetspot/plan-model";
import type { Entry } from "./entry.ts";

/** What the CRM now says of a person that the plan says otherwise. */
export interface MemberNotice {
  readonly member: RecordId;
  /** `gone`: no such contact, or none this user may see; `moved`: at another account; `changed`: another name or position. */
  readonly kind: "gone" | "moved" | "changed";
}

/**
 * People of the buying centre whose contact has changed in the CRM. To be told, never applied: a contact may be gone
 * because it was merged or is hidden from this user.
 *
 * @param contacts all contacts of the account's family; call it only when they have been read to the end
 * @param family ids of the account and all accounts below it
 */
export function noticeLeavers(
  members: readonly Entry<typeof buyingCentreMember>[],
  contacts: readonly Contact[],
  family: ReadonlySet<RecordId>,
): MemberNotice[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return members.flatMap(({ id, fields }): MemberNotice[] => {
    if (fields.contact === undefined || fields.leftOn !== undefined) return [];
    const contact = byId.get(fields.contact);
    if (!contact) return [{ member: id, kind: "gone" }];
    const account = valueOf(contact.account);
    if (account !== undefined && !family.has(account)) return [{ member: id, kind: "moved" }];
    const position = valueOf(contact.title);
    const isOther =
      contact.name !== fields.name || (position !== undefined && position !== (fields.position ?? ""));
    return isOther ? [{ member: id, kind: "changed" }] : [];
  });
}
