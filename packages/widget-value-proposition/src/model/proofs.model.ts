import { foldText, type IsoDate, type RecordId } from "@sweetspot/contract";
import type { KeptProof, StoryReading } from "./reading.model.ts";

/** Can a proof be told today? `soon`: for ninety days more at most. A proof is good on its last day. */
export type ProofLife = "valid" | "soon" | "expired" | "open-ended";

const SOON_DAYS = 90;
const DAY = 86_400_000;

export function lifeOf({ record }: KeptProof, today: IsoDate): ProofLife {
  const { validUntil } = record.fields;
  if (validUntil === undefined) return "open-ended";
  if (validUntil < today) return "expired";
  return Date.parse(validUntil) - Date.parse(today) <= SOON_DAYS * DAY ? "soon" : "valid";
}

/** How much of its life is gone, from 0 to 1; undefined where it has no end, or nobody said when it began. */
export function ageOf({ record }: KeptProof, today: IsoDate): number | undefined {
  const { provenOn, validUntil } = record.fields;
  if (provenOn === undefined || validUntil === undefined) return undefined;
  const whole = Date.parse(validUntil) - Date.parse(provenOn);
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, (Date.parse(today) - Date.parse(provenOn)) / whole));
}

/** Is it worth telling? Not where it has run out, nor where it is for us only. */
export const isTellable = (kept: KeptProof, today: IsoDate): boolean =>
  lifeOf(kept, today) !== "expired" && kept.record.fields.permission !== "internal-only";

/** May it go out by itself, in a mail or on paper? Only where somebody has said yes: "ask first" is not yet. */
export const mayLeave = (kept: KeptProof, today: IsoDate): boolean =>
  kept.record.fields.permission === "granted" && isTellable(kept, today);

export interface ProofQuery {
  readonly text: string;
  /** Offerings the proposition is about: their proofs come first. */
  readonly offerings?: readonly RecordId[];
  readonly nameOf?: (person: RecordId) => string;
}

/** Proofs that hold every word asked for, those for the offerings first, then what can be told, then by name. */
export function findProofs(story: StoryReading, query: ProofQuery, today: IsoDate): readonly KeptProof[] {
  const words = foldText(query.text).split(/\s+/u).filter(Boolean);
  const about = new Set(query.offerings ?? []);
  const rank = (kept: KeptProof): number =>
    (kept.record.fields.offerings?.some((id) => about.has(id)) === true ? 0 : 2) +
    (isTellable(kept, today) ? 0 : 1);
  return story.proofs
    .filter(({ record: { fields } }) => {
      const offerings = fields.offerings?.map(
        (id) => story.offerings.find((one) => one.id === id)?.fields.name ?? "",
      );
      const owner = fields.owner === undefined ? "" : (query.nameOf?.(fields.owner) ?? "");
      const text = foldText([fields.name, fields.statement, owner, ...(offerings ?? [])].join(" "));
      return words.every((word) => text.includes(word));
    })
    .toSorted(
      (one, other) => rank(one) - rank(other) || (one.record.fields.name < other.record.fields.name ? -1 : 1),
    );
}

/** The proofs a proposition rests on, in its order; those that are gone are left out. */
export const proofsOf = (
  story: StoryReading,
  proposition: { readonly fields: { readonly proofs?: readonly RecordId[] } },
): readonly KeptProof[] =>
  (proposition.fields.proofs ?? []).flatMap(
    (id) => story.proofs.find(({ record }) => record.id === id) ?? [],
  );
