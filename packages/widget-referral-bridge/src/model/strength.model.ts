import type { RelationPath, RelationReason } from "@sweetspot/contract";

/** How surely two people know each other, in four words. */
export const LIKELIHOODS = ["very-likely", "probably", "perhaps", "hardly"] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

/** From 0 to 1. A seat on one small board is very likely, one employer probably, one chamber perhaps. */
export function likelihoodOf(strength: number): Likelihood {
  if (strength >= 0.55) return "very-likely";
  if (strength >= 0.33) return "probably";
  return strength >= 0.12 ? "perhaps" : "hardly";
}

export const WAY_GRADES = ["strong", "good", "fair", "faint"] as const;
export type WayGrade = (typeof WAY_GRADES)[number];

/** Each link makes a way weaker: two very likely ones make a strong way. */
export function gradeOf(strength: number): WayGrade {
  if (strength >= 0.3) return "strong";
  if (strength >= 0.15) return "good";
  return strength >= 0.05 ? "fair" : "faint";
}

/** Bars from 1 to 4, to see at a glance. */
export const barsOf = (grade: WayGrade): number => WAY_GRADES.length - WAY_GRADES.indexOf(grade);

/** Go-betweens: the people of a way who are neither ours nor the target. */
export const goBetweensOf = ({ links }: Pick<RelationPath, "links">): number => Math.max(0, links.length - 1);

/** Factors that change nothing are worth a word, but not a number. */
export const isTelling = ({ factor, reason }: RelationReason): boolean =>
  reason === "relation" || factor < 0.995;
