import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { buyingCentreMember } from "@sweetspot/plan-model";
import type { NewId } from "@sweetspot/strategy-overlap";
import { type Person, toMemberFields } from "@sweetspot/widget-kit";

/** A person and what makes a member of him, where he is none yet. */
export interface Picked {
  readonly member: RecordId | undefined;
  readonly puts: PlanEdit["puts"];
}

/** Whoever something is known of belongs to the buying centre: a contact or somebody still unknown joins it. */
export function toMember(person: Person | undefined, newId: NewId): Picked {
  if (!person) return { member: undefined, puts: [] };
  if (person.kind === "member") return { member: person.member, puts: [] };
  const id = newId(buyingCentreMember.name);
  return { member: id, puts: [{ id, type: buyingCentreMember.name, fields: { ...toMemberFields(person) } }] };
}

/** The edit with those people added first. */
export const withPeople = (edit: PlanEdit | undefined, { puts }: Picked): PlanEdit | undefined =>
  edit && { ...edit, puts: [...puts, ...edit.puts] };
