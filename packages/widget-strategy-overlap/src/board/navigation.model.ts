import type { Side } from "@sweetspot/strategy-overlap";
import type { LevelRows } from "./level-rows.model.ts";

export type Step = "up" | "down" | "left" | "right" | "first" | "last";

/** Key of the button that adds an insight to a half of a level. */
export const addKey = (level: string, side: Side): string => `add/${side}/${level}`;

interface Line {
  readonly customer: readonly string[];
  readonly lane: readonly string[];
  readonly provider: readonly string[];
}

const COLUMNS = ["customer", "lane", "provider"] as const;
type Column = (typeof COLUMNS)[number];

/** Where the arrow keys lead from a card. Made anew when the rows change. */
export interface Navigation {
  /** Where Tab comes in first. */
  readonly first: string | undefined;
  has(key: string): boolean;
  /** Undefined where there is nothing in that direction. */
  step(from: string, step: Step): string | undefined;
}

/** Up and down stay in a half, through all levels; left and right go over to what stands beside. */
export function createNavigation(levels: readonly LevelRows[], writable: boolean): Navigation {
  const lines = levels.flatMap(({ level, rows }) =>
    rows.map((row): Line => {
      if (row.kind !== "alone")
        return {
          customer: row.customer.map(({ key }) => key),
          lane: [row.key],
          provider: row.provider.map(({ key }) => key),
        };
      const half = (side: Side): string[] => [
        ...row[side].map(({ key }) => key),
        ...row.gaps.filter((one) => one.side === side).map(({ gap }) => gap.id),
        ...(writable ? [addKey(level.id, side)] : []),
      ];
      return { customer: half("customer"), lane: [], provider: half("provider") };
    }),
  );
  const places = new Map<string, { line: number; column: Column; index: number }>();
  const sequence: Record<Column, string[]> = { customer: [], lane: [], provider: [] };
  lines.forEach((line, index) => {
    for (const column of COLUMNS)
      line[column].forEach((key, place) => {
        places.set(key, { line: index, column, index: place });
        sequence[column].push(key);
      });
  });
  const rank = new Map(COLUMNS.flatMap((column) => sequence[column].map((key, place) => [key, place])));
  const beside = (line: number, column: Column, index: number): string | undefined => {
    const here = lines[line]?.[column] ?? [];
    return here[Math.min(index, here.length - 1)];
  };
  return {
    first: sequence.customer[0] ?? sequence.provider[0],
    has: (key) => places.has(key),
    step: (from, step) => {
      const place = places.get(from);
      if (!place) return undefined;
      const all = sequence[place.column];
      const at = rank.get(from) ?? 0;
      switch (step) {
        case "up":
          return all[at - 1];
        case "down":
          return all[at + 1];
        case "first":
          return all[0];
        case "last":
          return all.at(-1);
        case "left":
        case "right": {
          const way = step === "right" ? 1 : -1;
          for (let column = COLUMNS.indexOf(place.column) + way; COLUMNS[column]; column += way) {
            const found = beside(place.line, COLUMNS[column] ?? "lane", place.index);
            if (found !== undefined) return found;
          }
          return undefined;
        }
      }
    },
  };
}
