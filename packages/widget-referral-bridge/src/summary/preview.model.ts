import type { SummaryLabel, SummaryPreview, SummaryTone } from "@sweetspot/contract";
import {
  following as followingStates,
  type Introduction,
  type IntroductionState,
  stateBefore,
} from "../introductions/introduction.model.ts";

/** More rows are no picture on a card any more. */
const ROWS = 6;
const NAME = 150;
const STEP = 30;
const ROW = 26;
const RADIUS = 6;
const LETTERS = 22;

/** The way every introduction goes. */
const STEPS: readonly IntroductionState[] = [
  "candidate",
  "asked",
  "agreed",
  "target-agreed",
  "made",
  "closed",
];

/** A row a person: the steps done are filled, the one in hand is outlined. Pure layout, no colours, no words. */
export function drawPreview(introductions: readonly Introduction[]): SummaryPreview {
  const rows = introductions.slice(0, ROWS);
  const paths: Record<SummaryTone, string> = { strong: "", present: "", weak: "", none: "", outline: "" };
  rows.forEach((one, line) => {
    const y = line * ROW + ROW / 2;
    const reached = reachedBy(one);
    // Where one of ours knows the person himself, nobody is asked for it.
    const following = STEPS.findIndex((step) => followingStates(one.fields)[0] === step);
    STEPS.forEach((_, index) => {
      const dot = dotAt(NAME + index * STEP + RADIUS, y);
      const tone: SummaryTone = index > reached ? "none" : one.overdue ? "weak" : "strong";
      paths[tone] += dot;
      if (index === following) paths.outline += dot;
    });
  });
  return {
    width: NAME + STEPS.length * STEP,
    height: Math.max(rows.length, 1) * ROW,
    layers: (Object.entries(paths) as [SummaryTone, string][])
      .filter(([, path]) => path !== "")
      .map(([tone, path]) => ({ tone, path })),
    labels: rows.map(toLabel),
    leftOut: introductions.length - rows.length,
  };
}

/** How far it got; what ended before is shown as far as it came. */
function reachedBy({ state, fields }: Introduction): number {
  const place = STEPS.indexOf(state === "not-usable" ? (stateBefore(fields) ?? "candidate") : state);
  return Math.max(place, 0);
}

const dotAt = (x: number, y: number): string =>
  `M${String(x - RADIUS)} ${String(y)}a${String(RADIUS)} ${String(RADIUS)} 0 1 0 ${String(RADIUS * 2)} 0a${String(RADIUS)} ${String(RADIUS)} 0 1 0 ${String(-RADIUS * 2)} 0z`;

const toLabel = ({ fields }: Introduction, line: number): SummaryLabel => ({
  x: NAME - 10,
  y: line * ROW + ROW / 2 + 4,
  text: clip(fields.targetName),
  anchor: "end",
});

const clip = (text: string): string => (text.length <= LETTERS ? text : `${text.slice(0, LETTERS - 1)}…`);
