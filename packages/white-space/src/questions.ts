import type { GridCell } from "./grid.ts";

/** Why is the area white, and who tells us? (method §7: asked where the evidence is too little for a suggestion.) */
export type Question = "no-need" | "competitor" | "never-proposed";

const ALL: readonly Question[] = ["no-need", "competitor", "never-proposed"];

/** What the assessment of a cell answers already. */
export interface KnownAnswers {
  readonly absenceReason?: string;
  readonly competitor?: string;
  readonly proposed?: "yes" | "no" | "unknown";
}

/**
 * The questions still open for a none or weak leaf cell below the threshold; none for any other cell. A stated reason
 * for absence answers the first two, "unknown" answers nothing.
 */
export function questionsFor(
  cell: Pick<GridCell, "level" | "leaf" | "suggestion">,
  known: KnownAnswers = {},
): Question[] {
  if (!cell.leaf || cell.suggestion || (cell.level !== "none" && cell.level !== "weak")) return [];
  const whyKnown = known.absenceReason !== undefined || Boolean(known.competitor);
  const proposalKnown = known.proposed === "yes" || known.proposed === "no";
  return ALL.filter((question) => (question === "never-proposed" ? !proposalKnown : !whyKnown));
}
