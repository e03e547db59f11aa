import type { MatchReason } from "@sweetspot/relation-book";
import type { MatchKind, MatchRecord, Proposal } from "../relations-client.ts";

/** One line of two records side by side. */
export interface ComparedField {
  readonly field: ComparedName;
  readonly one: string;
  readonly other: string;
  readonly verdict: "same" | "partly" | "different" | "unknown";
}

const FIELDS = {
  people: ["name", "givenName", "familyName", "title", "city", "birthDate"],
  bodies: ["name", "register", "place", "people", "insolvent"],
} as const;
export type ComparedName = (typeof FIELDS)[MatchKind][number];

/** Reasons that judge a field; what no reason judges is compared as it is written. */
const JUDGED_BY: Readonly<Partial<Record<ComparedName, readonly MatchReason["reason"][]>>> = {
  name: ["name-conflict", "name-spelling", "name-initials", "name-part-missing", "name-order"],
  city: ["city"],
  birthDate: ["birth-date"],
  title: ["title"],
  register: ["register"],
  place: ["place"],
};

/** What both records say, field by field; what neither says is left out. */
export function compareRecords(kind: MatchKind, proposal: Proposal): readonly ComparedField[] {
  const { oneRecord, otherRecord, reasons } = proposal;
  return FIELDS[kind].flatMap((field) => {
    const [one, other] = [textOf(oneRecord, field), textOf(otherRecord, field)];
    return one === "" && other === ""
      ? []
      : [{ field, one, other, verdict: judge(field, { one, other, reasons }) }];
  });
}

const textOf = (record: MatchRecord | undefined, field: ComparedName): string =>
  String((record as Readonly<Record<string, unknown>> | undefined)?.[field] ?? "");

function judge(
  field: ComparedName,
  { one, other, reasons }: { readonly one: string; readonly other: string } & Pick<Proposal, "reasons">,
): ComparedField["verdict"] {
  if (one === "" || other === "") return "unknown";
  if (one === other) return "same";
  const judged = reasons.filter(({ reason }) => JUDGED_BY[field]?.includes(reason));
  if (judged.some(({ verdict }) => verdict === "different")) return "different";
  if (judged.some(({ verdict }) => verdict === "partly" || verdict === "unknown")) return "partly";
  if (judged.length > 0 || reasons.some(({ reason }) => reason === field)) return "same";
  return fold(one) === fold(other) ? "same" : "different";
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** Nothing is certain: a score is never rounded up to 100 %. */
export const toShownScore = (score: number): number => Math.floor(score * 100) / 100;

/** How much a reason says: bits of evidence in words. */
export function weightWord(weight: number): "much" | "some" | "little" {
  const bits = Math.abs(weight);
  if (bits >= 7) return "much";
  return bits >= 3 ? "some" : "little";
}

/** What speaks for one and what against, the weightiest first; what says nothing is left out. */
export function weighReasons(reasons: readonly MatchReason[]): {
  readonly pro: readonly MatchReason[];
  readonly contra: readonly MatchReason[];
} {
  const told = reasons
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return {
    pro: told.filter(({ weight }) => weight > 0),
    contra: told.filter(({ weight }) => weight < 0),
  };
}

/** Reasons of which the words depend on the verdict. */
const BY_VERDICT = new Set<MatchReason["reason"]>([
  "name",
  "city",
  "birth-date",
  "register",
  "place",
  "legal-form",
]);

/** The end of the key of a reason's sentence. */
export const reasonKey = ({ reason, verdict, weight }: MatchReason): string => {
  if (!BY_VERDICT.has(reason)) return reason;
  if (verdict === "unknown") return `${reason}.${weight < 0 ? "different" : "same"}`;
  return `${reason}.${verdict === "partly" && reason !== "name" && reason !== "birth-date" ? "same" : verdict}`;
};

export interface MatchFilter {
  readonly search: string;
  /** Of one source only; of all without it. */
  readonly source: string;
  readonly likelihood: "all" | "likely" | "unlikely";
}

export const NO_FILTER: MatchFilter = { search: "", source: "", likelihood: "all" };
const LIKELY_FROM = 0.8;

/** @param fold makes texts alike that differ in case and accents alone */
export function filterProposals(
  proposals: readonly Proposal[],
  { search, source, likelihood }: MatchFilter,
  fold: (text: string) => string,
): readonly Proposal[] {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  return proposals.filter(({ oneRecord, otherRecord, score }) => {
    if (likelihood !== "all" && score >= LIKELY_FROM !== (likelihood === "likely")) return false;
    if (source !== "" && oneRecord?.source !== source && otherRecord?.source !== source) return false;
    if (words.length === 0) return true;
    const names = fold(`${oneRecord?.name ?? ""} ${otherRecord?.name ?? ""}`);
    return words.every((word) => names.includes(word));
  });
}
