import type { SummaryLabel, SummaryPreview, SummaryTone } from "@sweetspot/contract";
import { progressOf } from "../model/parts.model.ts";
import { type SpotEntry, titleOf } from "../model/spots.model.ts";
import { clip } from "../model/writing.model.ts";
import { type StoryTask, tasksAbout } from "../model/tasks.model.ts";

/** More sweet spots are no picture on a card any more. */
const ROWS = 8;
const STEP = 26;
const NAME = 196;
const BOX = 18;
const GAP = 4;

/** One line a sweet spot, four boxes a line: filled where the part is written. Layout without colours. Pure. */
export function drawPreview(spots: readonly SpotEntry[], tasks: readonly StoryTask[]): SummaryPreview {
  const paths: Record<SummaryTone, string> = { strong: "", present: "", weak: "", none: "", outline: "" };
  const labels: SummaryLabel[] = [];
  spots.slice(0, ROWS).forEach((spot, row) => {
    const y = row * STEP;
    labels.push({ x: 0, y: y + 14, text: clip(titleOf(spot), 32), anchor: "start" });
    const [group] = spot.groups;
    const told = group && progressOf(group.told, tasksAbout(tasks, group.told.id));
    for (let part = 0; part < 4; part += 1) {
      const box = `M${NAME + part * (BOX + GAP)} ${y}h${BOX}v${BOX}h${-BOX}z`;
      const state = told?.[part]?.state ?? "missing";
      paths[state === "done" ? "strong" : state === "look" ? "weak" : "outline"] += box;
    }
  });
  return {
    width: NAME + 4 * (BOX + GAP),
    height: Math.min(ROWS, spots.length) * STEP,
    layers: (Object.entries(paths) as [SummaryTone, string][])
      .filter(([, path]) => path !== "")
      .map(([tone, path]) => ({ tone, path })),
    labels,
    leftOut: Math.max(0, spots.length - ROWS),
  };
}
