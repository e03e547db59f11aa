import type { Field } from "./field.ts";
import type { RecordId } from "./record-id.ts";

/** Reps read and plan; admins also keep the company's library and rules. */
export type TeamRole = "rep" | "admin";

/** A person of ours. */
export interface TeamMember {
  readonly id: RecordId;
  readonly name: string;
  readonly email: Field<string>;
  readonly role: TeamRole;
  readonly active: boolean;
}
