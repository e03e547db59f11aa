import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import type { Part } from "@sweetspot/strategy-overlap";
import type { PropositionRecord } from "./reading.model.ts";
import type { StoryTask } from "./tasks.model.ts";

/** A part is written, missing, or written and in need of another look. */
export type PartState = "done" | "missing" | "look";

export interface PartProgress {
  readonly part: Part;
  readonly state: PartState;
}

/** How far the four parts are; tasks about a proof or its absence stand at the fourth. */
export function progressOf(
  { fields }: PropositionRecord,
  tasks: readonly StoryTask[],
): readonly PartProgress[] {
  const proofOpen = tasks.some(({ kind }) => kind.startsWith("proof-") || kind === "promise-without-proof");
  return PROPOSITION_PARTS.map((part) => {
    const written = (fields[part] ?? "").trim() !== "";
    const state = !written ? "missing" : part === "proof" && proofOpen ? "look" : "done";
    return { part, state };
  });
}

export const isWhole = (progress: readonly PartProgress[]): boolean =>
  progress.every(({ state }) => state === "done");
