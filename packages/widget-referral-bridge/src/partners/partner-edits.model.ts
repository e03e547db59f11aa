import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { fitText, type PatchOf, referralPartner, searchProfile } from "@sweetspot/plan-model";

export type NewId = (type: string) => RecordId;
export type PartnerPatch = PatchOf<typeof referralPartner>;
export type ProfilePatch = PatchOf<typeof searchProfile>;

const edit = (name: string, type: string, id: RecordId, fields: PlanFields): PlanEdit => ({
  name,
  scope: "library",
  puts: [{ id, type, fields }],
  removes: [],
});

const oneLine = (text: string, max: number): string => fitText(text.replaceAll(/\s+/g, " ").trim(), max);

export function addPartner(name: string, owner: RecordId, newId: NewId) {
  const fitted = oneLine(name, referralPartner.fields.name.max);
  if (fitted === "") return undefined;
  const id = newId(referralPartner.name);
  return {
    id,
    edit: edit("partner-added", referralPartner.name, id, { name: fitted, status: "to-win", owner }),
  };
}

export function addProfile(name: string, newId: NewId) {
  const fitted = oneLine(name, searchProfile.fields.name.max);
  if (fitted === "") return undefined;
  const id = newId(searchProfile.name);
  return { id, edit: edit("profile-added", searchProfile.name, id, { name: fitted, whom: fitted }) };
}

/** Empty texts clear their field; a name that is required stays as it was. */
export const changePartner = (id: RecordId, patch: PartnerPatch): PlanEdit | undefined =>
  changed("partner-changed", referralPartner, id, patch);

export const changeProfile = (id: RecordId, patch: ProfilePatch): PlanEdit | undefined =>
  changed("profile-changed", searchProfile, id, patch);

function changed(
  name: string,
  entity: typeof referralPartner | typeof searchProfile,
  id: RecordId,
  patch: PartnerPatch | ProfilePatch,
): PlanEdit | undefined {
  const required: ReadonlySet<string> = new Set(
    Object.entries(entity.fields).flatMap(([field, { required: must }]) => (must ? [field] : [])),
  );
  const kept = Object.entries(patch)
    .map(([field, value]) => [field, isBlank(value) ? null : value] as const)
    .filter(([field, value]) => value !== null || !required.has(field));
  return kept.length === 0 ? undefined : edit(name, entity.name, id, Object.fromEntries(kept) as PlanFields);
}

const isBlank = (value: unknown): boolean =>
  (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);

/** A line is a phrase; empty lines and doubles are nothing. */
export const toPhrases = (text: string): readonly string[] => {
  const { max, of } = searchProfile.fields.triggerPhrases;
  const lines = text.split("\n").map((line) => oneLine(line, of.max));
  return [...new Set(lines.filter((line) => line !== ""))].slice(0, max);
};

export const removePartner = (id: RecordId): PlanEdit => ({
  name: "partner-removed",
  scope: "library",
  puts: [],
  removes: [id],
});

export const removeProfile = (id: RecordId): PlanEdit => ({
  name: "profile-removed",
  scope: "library",
  puts: [],
  removes: [id],
});
