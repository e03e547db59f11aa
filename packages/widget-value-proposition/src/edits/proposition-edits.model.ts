import type { PlanEdit, PlanFields, RecordId } from "@sweetspot/contract";
import { type PatchOf, PROPOSITION_PARTS, valueProposition } from "@sweetspot/plan-model";
import type { Part } from "@sweetspot/strategy-overlap";
import type { Audience, ToldGroup } from "../model/audience.model.ts";
import type { PropositionRecord } from "../model/reading.model.ts";
import { clip } from "../model/writing.model.ts";
import { type NewId, planEdit, putOf } from "./edit.ts";

const TYPE = "value-proposition";

/** Names are cut where they would not fit; the words they are made of stand whole elsewhere. */
const NAME_LENGTH = 120;

export const toName = (text: string): string => clip(text, NAME_LENGTH);

/** Begins the proposition of a sweet spot for one audience. */
export function startProposition(
  start: {
    readonly spot: RecordId;
    readonly audience: Audience;
    readonly name: string;
    readonly language: string;
    readonly order: number;
    /** The audience, where he is not in the buying centre yet: he comes into it with the same step. */
    readonly member?: PlanFields;
  },
  newId: NewId,
): PlanEdit {
  const { spot, audience, name, language, order, member } = start;
  const newcomer =
    member === undefined || audience.kind === "level"
      ? []
      : [putOf("buying-centre-member", audience.member, member)];
  const fields: PlanFields = { name: toName(name), sweetSpot: spot, language, order, ...toFields(audience) };
  return planEdit("proposition-started", [...newcomer, putOf(TYPE, newId(TYPE), fields)]);
}

const toFields = (audience: Audience): PlanFields =>
  audience.kind === "member" ? { member: audience.member } : { level: audience.level };

/** Writes one of the four parts; a blank text clears it. */
export const writePart = (proposition: RecordId, part: Part, text: string): PlanEdit =>
  planEdit(`${part === "addedValue" ? "added-value" : part}-written`, [
    putOf(TYPE, proposition, { [part]: text.trim() || null }),
  ]);

/** A blank name is no name: undefined. */
export const renameProposition = (proposition: RecordId, name: string): PlanEdit | undefined =>
  name.trim() === ""
    ? undefined
    : planEdit("proposition-renamed", [putOf(TYPE, proposition, { name: toName(name) })]);

export const changeProposition = (
  proposition: RecordId,
  change: Pick<PatchOf<typeof valueProposition>, "language" | "offerings">,
): PlanEdit => planEdit("proposition-changed", [putOf(TYPE, proposition, change as PlanFields)]);

/** Another wording: a copy to work on, beside the one that is told. */
export function addVariant(group: ToldGroup, from: PropositionRecord, name: string, newId: NewId): PlanEdit {
  const { proofs, offerings, language } = from.fields;
  const parts = Object.fromEntries(
    PROPOSITION_PARTS.flatMap((part) => (from.fields[part] === undefined ? [] : [[part, from.fields[part]]])),
  );
  const last = Math.max(...group.variants.map(({ fields }) => fields.order ?? 0));
  return planEdit("variant-added", [
    putOf(TYPE, newId(TYPE), {
      name: toName(name),
      sweetSpot: group.spot,
      variantOf: group.told.id,
      order: last + 1,
      ...toFields(group.audience),
      ...parts,
      ...(proofs === undefined ? {} : { proofs }),
      ...(offerings === undefined ? {} : { offerings }),
      ...(language === undefined ? {} : { language }),
    }),
  ]);
}

/** From now on this wording is told; the others stay as its variants. Undefined where it is told already. */
export function chooseVariant(group: ToldGroup, chosen: RecordId): PlanEdit | undefined {
  if (
    group.told.id === chosen &&
    group.variants.every((one) => one.id === chosen || one.fields.variantOf === chosen)
  )
    return undefined;
  return planEdit(
    "variant-chosen",
    group.variants.map(({ id }) => putOf(TYPE, id, { variantOf: id === chosen ? null : chosen })),
  );
}

/**
 * Removes one wording. Where it is the one that is told, the next takes its place, so that the audience keeps a
 * proposition as long as there is a wording.
 */
export function removeVariant(group: ToldGroup, gone: RecordId): PlanEdit {
  const left = group.variants.filter(({ id }) => id !== gone);
  const next = left[0];
  const puts =
    group.told.id === gone && next
      ? left.map(({ id }) => putOf(TYPE, id, { variantOf: id === next.id ? null : next.id }))
      : [];
  return planEdit("proposition-removed", puts, [gone]);
}

/** Puts the customer's word in the place of ours, wherever it stands in the text as found. */
export function swapWord(
  proposition: PropositionRecord,
  swap: { readonly found: string; readonly instead: string },
): PlanEdit | undefined {
  const words = swap.found.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "gu");
  const changes = PROPOSITION_PARTS.flatMap((part): [string, string][] => {
    const text = proposition.fields[part]?.normalize("NFC") ?? "";
    const swapped = text.replace(pattern, () => swap.instead);
    const fits = swapped.length <= valueProposition.fields[part].max;
    return swapped === text || !fits ? [] : [[part, swapped]];
  });
  return changes.length === 0
    ? undefined
    : planEdit("word-swapped", [putOf(TYPE, proposition.id, Object.fromEntries(changes))]);
}
