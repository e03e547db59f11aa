import { LEVEL_ORDER, type Level } from "@sweetspot/white-space";
import { type GridFilter, NO_FILTER } from "../model/filter.model.ts";

type Flag = { [K in keyof GridFilter]: GridFilter[K] extends boolean ? K : never }[keyof GridFilter];

const FLAGS: readonly Flag[] = (Object.keys(NO_FILTER) as (keyof GridFilter)[]).filter(
  (key): key is Flag => NO_FILTER[key] === false,
);

/** A filter as the conditions of a saved view, `key=value`; what lets all through is not said. */
export const toConditions = (filter: GridFilter): string[] => [
  ...(filter.text.trim() === "" ? [] : [`text=${filter.text.trim().slice(0, 190)}`]),
  ...FLAGS.filter((flag) => filter[flag]).map((flag) => `${flag}=yes`),
  ...filter.levels.map((level) => `level=${level}`),
];

/** Back from conditions; what this version does not know lets all through. */
export function toFilter(conditions: readonly string[]): GridFilter {
  const pairs = conditions.map((condition): readonly [string, string] => {
    const at = condition.indexOf("=");
    return [condition.slice(0, Math.max(0, at)), condition.slice(at + 1)];
  });
  const isLevel = (value: string): value is Level => (LEVEL_ORDER as readonly string[]).includes(value);
  return {
    ...NO_FILTER,
    text: pairs.find(([key]) => key === "text")?.[1] ?? "",
    ...Object.fromEntries(FLAGS.map((flag) => [flag, pairs.some(([key]) => key === flag)])),
    levels: [...new Set(pairs.flatMap(([key, value]) => (key === "level" && isLevel(value) ? [value] : [])))],
  };
}
