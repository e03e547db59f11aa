import type { PlanEdit, RecordId } from "@sweetspot/contract";
import type { PlanReading } from "@sweetspot/white-space-plan";
import { filled } from "./area-edits.model.ts";
import { type NewId, planEdit, type Put, putOf } from "./edit.ts";

/** One line of an outline and the line above it that it belongs to. */
export interface OutlineLine {
  readonly name: string;
  /** Index of the parent in the list; undefined at the top. */
  readonly parent: number | undefined;
}

const LONGEST = 120;

/** Reads one name per line; a line that stands further in, by blanks, tabs or "-" signs, belongs to the one above. */
export function parseOutline(text: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const open: { readonly depth: number; readonly index: number }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, indent = "", name = ""] = /^([\s\-–•*]*)(.*?)\s*$/u.exec(line) ?? [];
    if (name === "") continue;
    const depth = indent.replaceAll("\t", "  ").length;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    lines.push({ name: name.slice(0, LONGEST), parent: open.at(-1)?.index });
    open.push({ depth, index: lines.length - 1 });
  }
  return lines;
}

export interface Start {
  /** The perspective the areas belong to; a new one of this name where `perspective` is undefined. */
  readonly perspective: RecordId | undefined;
  readonly perspectiveName: string;
  readonly areas: readonly OutlineLine[];
  readonly offerings: readonly OutlineLine[];
}

/** Areas and offerings typed as outlines, in one step. Undefined where there is nothing to add. */
export function addOutlines(plan: PlanReading, start: Start, newId: NewId): PlanEdit | undefined {
  const { areas, offerings } = start;
  if (areas.length + offerings.length === 0) return undefined;
  const perspective = start.perspective ?? newId("perspective");
  const lastOrder = (orders: readonly (number | undefined)[]): number =>
    orders.reduce<number>((last, order) => Math.max(last, order ?? 0), 0);
  const puts: Put[] = [];
  if (start.perspective === undefined && areas.length > 0)
    puts.push(
      putOf("perspective", perspective, {
        name: start.perspectiveName.trim(),
        order: 1 + lastOrder(plan.perspectives.map((item) => item.fields.order)),
      }),
    );
  const place = (type: "area" | "offering", lines: readonly OutlineLine[], after: number): void => {
    const ids = lines.map(() => newId(type));
    lines.forEach((line, index) => {
      const parent = line.parent === undefined ? undefined : ids[line.parent];
      puts.push(
        putOf(
          type,
          ids[index] as RecordId,
          filled({
            ...(type === "area" ? { perspective } : {}),
            name: line.name,
            parent: parent ?? null,
            order: after + index + 1,
          }),
        ),
      );
    });
  };
  place("area", areas, lastOrder(plan.areas.map((area) => area.fields.order)));
  place("offering", offerings, lastOrder(plan.offerings.map(({ record }) => record.fields.order)));
  return planEdit(areas.length > 0 ? "area-added" : "offering-added", puts);
}
