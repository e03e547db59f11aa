import { type GridState, readBarriers, sumTotals, toScale } from "./evidence.ts";
import type { Grid, GridInput } from "./grid.ts";
import { buildRows } from "./grid-matrix.ts";
import { createGridView } from "./grid-view.ts";
import { toLevelCode } from "./level.ts";
import { DEFAULT_RULES } from "./rules.ts";
import { createTree } from "./tree.ts";

/**
 * Computes levels, roll-ups, evidence and suggestions (method §7) of a grid. Areas whose parent is missing, in another
 * perspective or part of a circle stand at the top.
 *
 * @throws Error when an area or offering is given twice.
 */
export function createGrid(input: GridInput): Grid {
  const areas = createTree(input.areas, "area", (child, parent) => child.perspective === parent.perspective);
  const offerings = createTree(input.offerings, "offering");
  const perspectives = [...new Set(input.areas.map((area) => area.perspective))];
  const numbers = new Map(perspectives.map((perspective, index) => [perspective, index]));
  const perspectiveOf = input.areas.map((area) => numbers.get(area.perspective) as number);
  const roots: number[][] = perspectives.map(() => []);
  areas.parent.forEach((parent, area) => {
    if (parent < 0) roots[perspectiveOf[area] as number]?.push(area);
  });

  const scale = toScale(input.rules ?? DEFAULT_RULES);
  const codeOf = (area: number, offering: number): number =>
    toLevelCode(input.levelOf(areas.ids[area] as string, offerings.ids[offering] as string));
  const rows = buildRows({ areas, offerings }, codeOf, scale.weights);
  const state: GridState = {
    areas,
    offerings,
    rows,
    scale,
    perspectiveOf,
    roots,
    barred: readBarriers(areas, perspectiveOf, input.barriers ?? []),
    totals: sumTotals({ offerings, roots, rows, scale }),
  };
  return createGridView(state, numbers);
}
