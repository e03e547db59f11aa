import type { PlanFields, PlanValue } from "@sweetspot/contract";
import { z } from "zod";

/** Bounds of what a request may carry. The plan model's own limits are narrower; these keep a server alive. */
const LONGEST_TEXT = 200_000;
const MOST_ENTRIES = 5000;
const DEEPEST = 6;
const FIELD_NAME = /^[\w.$ -]{1,120}$/;
/** Names that would reach an object's prototype. */
const DANGEROUS_NAMES = new Set(["__proto__", "constructor", "prototype"]);

const isFieldName = (name: string): boolean => FIELD_NAME.test(name) && !DANGEROUS_NAMES.has(name);

function isPlanValue(value: unknown, depth = 0): value is PlanValue {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "string") return value.length <= LONGEST_TEXT;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth >= DEEPEST) return false;
  if (Array.isArray(value))
    return value.length <= MOST_ENTRIES && value.every((entry) => isPlanValue(entry, depth + 1));
  const entries = Object.entries(value);
  return (
    entries.length <= MOST_ENTRIES &&
    entries.every(([name, entry]) => isFieldName(name) && isPlanValue(entry, depth + 1))
  );
}

const isPlanFields = (value: unknown): value is PlanFields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && isPlanValue(value);

export const planFields = z.custom<PlanFields>(isPlanFields, {
  error: `Fields are plain JSON: names of letters, digits, "_ . $ -"; texts up to ${LONGEST_TEXT} characters; ${DEEPEST} levels deep.`,
});
