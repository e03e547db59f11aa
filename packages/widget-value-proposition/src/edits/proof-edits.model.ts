import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { type PatchOf, proof } from "@sweetspot/plan-model";
import type { KeptProof, PropositionRecord } from "../model/reading.model.ts";
import { clip } from "../model/writing.model.ts";
import { type NewId, planEdit, putOf } from "./edit.ts";
import { toName } from "./proposition-edits.model.ts";

/** Proofs a proposition may rest on. */
export const MOST_PROOFS = 20;

export type ProofFields = PatchOf<typeof proof>;

/**
 * Rests a proposition on a fact. Where the fourth part is still blank, it begins with the fact as it may be told; what is
 * for us only never gets there.
 */
export function takeProof(proposition: PropositionRecord, { record }: KeptProof): PlanEdit | undefined {
  const before = proposition.fields.proofs ?? [];
  if (before.includes(record.id) || before.length >= MOST_PROOFS) return undefined;
  const told = record.fields.permission === "internal-only" ? "" : record.fields.statement;
  return planEdit("proof-taken", [
    putOf("value-proposition", proposition.id, withProof(proposition, record.id, told)),
  ]);
}

export const dropProof = (proposition: PropositionRecord, gone: RecordId): PlanEdit =>
  planEdit("proof-dropped", [
    putOf("value-proposition", proposition.id, {
      proofs: (proposition.fields.proofs ?? []).filter((id) => id !== gone),
    }),
  ]);

/** A new fact, in the library or in this plan; undefined without a name or a statement. */
export function addProof(
  fields: ProofFields & { readonly name: string; readonly statement: string },
  scope: "plan" | "library",
  newId: NewId,
): PlanEdit | undefined {
  if (fields.name.trim() === "" || fields.statement.trim() === "") return undefined;
  return {
    ...planEdit("proof-added", [putOf("proof", newId("proof"), toFields(fields))]),
    scope,
  };
}

/** A fact proposed from the CRM's data, kept in this plan and taken for the proposition at once. */
export function keepCandidate(
  proposition: PropositionRecord,
  fields: ProofFields & { readonly name: string; readonly statement: string },
  newId: NewId,
): PlanEdit {
  const id = newId("proof");
  return planEdit("proof-taken", [
    putOf("proof", id, toFields(fields)),
    putOf("value-proposition", proposition.id, withProof(proposition, id, fields.statement)),
  ]);
}

/** Name and statement stay where they are cleared: a proof is nothing without them. */
export function changeProof(kept: KeptProof, change: ProofFields): PlanEdit | undefined {
  const blank = (["name", "statement"] as const).some(
    (name) => name in change && (change[name] ?? "").trim() === "",
  );
  if (blank) return undefined;
  return {
    ...planEdit("proof-changed", [putOf("proof", kept.record.id, change as PlanFields)]),
    scope: kept.origin,
  };
}

export const removeProof = (kept: KeptProof): PlanEdit => ({
  ...planEdit("proof-removed", [], [kept.record.id]),
  scope: kept.origin,
});

const toFields = (
  fields: ProofFields & { readonly name: string; readonly statement: string },
): PlanFields => {
  const set = Object.entries({
    ...fields,
    name: toName(fields.name),
    statement: toStatement(fields.statement),
  }).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return Object.fromEntries(set) as PlanFields;
};

const toStatement = (text: string): string => {
  const statement = text.trim();
  const { max } = proof.fields.statement;
  return statement.length <= max ? statement : clip(statement, max);
};

const withProof = (proposition: PropositionRecord, id: RecordId, statement: string): PlanFields => ({
  proofs: [...(proposition.fields.proofs ?? []), id],
  ...((proposition.fields.proof ?? "").trim() === "" && statement !== "" ? { proof: statement } : {}),
});
