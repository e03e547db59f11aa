/** How far an offering has got in a customer's area (method §7). */
export type Level = "strong" | "present" | "weak" | "none" | "not-possible";

/** All levels, highest first. */
export const LEVEL_ORDER: readonly Level[] = ["strong", "present", "weak", "none", "not-possible"];

/**
 * Levels as numbers that grow with the level, so that a roll-up is a plain maximum: "not possible" is the smallest, and a
 * parent is not possible only if all its children are.
 */
export type LevelCode = 0 | 1 | 2 | 3 | 4;

const BY_CODE: readonly Level[] = ["not-possible", "none", "weak", "present", "strong"];

export const NOT_POSSIBLE = 0;
export const NONE = 1;
export const WEAK = 2;

export function toLevelCode(level: Level): LevelCode {
  switch (level) {
    case "not-possible":
      return 0;
    case "none":
      return 1;
    case "weak":
      return 2;
    case "present":
      return 3;
    case "strong":
      return 4;
  }
}

export const fromLevelCode = (code: number): Level => BY_CODE[code] ?? "none";

/** Roll-up rule: the highest level; without any level there is none. */
export const highestLevel = (levels: Iterable<Level>): Level => {
  let highest: LevelCode | undefined;
  for (const level of levels) {
    const code = toLevelCode(level);
    if (highest === undefined || code > highest) highest = code;
  }
  return fromLevelCode(highest ?? NONE);
};

/** Does the customer buy the offering here at all? These cells count as covered. */
export const isCovered = (level: Level): boolean => toLevelCode(level) >= WEAK;
