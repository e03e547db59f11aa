import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import { frameOf } from "./texts.ts";
import type { TextLanguage } from "./words/languages.ts";

export type Part = (typeof PROPOSITION_PARTS)[number];

export interface NarrativePart {
  readonly part: Part;
  /** What is said: a whole sentence as it was written, a few words inside their frame; empty where nothing was written. */
  readonly text: string;
}

export interface Narrative {
  /** All four, always in the order promise, added value, delivery, proof. */
  readonly parts: readonly NarrativePart[];
  readonly missing: readonly Part[];
  /** The parts that are there as one paragraph: plain text, never markup. */
  readonly text: string;
}

/** A value proposition as one short narrative, in the frames of a language (method §5–6). */
export function toNarrative(
  proposition: Readonly<Partial<Record<Part, string>>>,
  language: TextLanguage,
): Narrative {
  const parts = PROPOSITION_PARTS.map((part) => ({
    part,
    text: toSentence(part, proposition[part], language),
  }));
  return {
    parts,
    missing: parts.filter(({ text }) => text === "").map(({ part }) => part),
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join(" "),
  };
}

/** What a person may begin a part with. */
export const frameOfPart = (part: Part, language: TextLanguage): string => frameOf(part, language);

function toSentence(part: Part, written: string | undefined, language: TextLanguage): string {
  const words = (written ?? "").replaceAll(/\s+/gu, " ").trim();
  if (words === "") return "";
  if (/[.!?…]["”“»’)]?$/u.test(words)) return words;
  return frameOf(part, language).replace("{text}", () => words);
}
