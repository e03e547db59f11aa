import type { RecordId, SummaryLabel, SummaryPreview, SummaryTone } from "@sweetspot/contract";
import { INSIGHT_KINDS } from "@sweetspot/plan-model";
import { type Board, type Side, sideOf, type Spot } from "@sweetspot/strategy-overlap";

/** More than these are no picture on a card any more. */
const LEVELS = 6;
const ROWS = 5;
const BAR = 112;
const LANE = 64;
const BAR_HEIGHT = 9;
const STEP = 13;
const HEAD = 18;
const GAP = 12;

/** Two halves with the sweet spots between them, level by level: layout without colours. Pure. */
export function drawPreview(board: Board): SummaryPreview {
  const paths: Record<SummaryTone, string> = { strong: "", present: "", weak: "", none: "", outline: "" };
  const labels: SummaryLabel[] = [];
  let leftOut = Math.max(0, board.levels.length - LEVELS);
  let y = 0;
  for (const level of board.levels.slice(0, LEVELS)) {
    labels.push({ x: 0, y: y + 12, text: clip(level.fields.name), anchor: "start" });
    const top = y + HEAD;
    const customer = insightsOf(board, level.id, "customer");
    const provider = insightsOf(board, level.id, "provider");
    const spots = board.spotsOn(level.id);
    const rows = Math.max(1, ...[customer, provider, spots].map((list) => Math.min(ROWS, list.length)));
    leftOut += [customer, provider, spots].reduce((sum, list) => sum + Math.max(0, list.length - ROWS), 0);
    customer.slice(0, ROWS).forEach((id, row) => {
      paths[board.readingOf(id) === "matched" ? "present" : "weak"] += bar(0, top + row * STEP, BAR);
    });
    provider.slice(0, ROWS).forEach((id, row) => {
      paths[board.readingOf(id) === "matched" ? "present" : "none"] += bar(BAR + LANE, top + row * STEP, BAR);
    });
    spots.slice(0, ROWS).forEach((spot, row) => {
      const middle = top + row * STEP;
      paths.strong += bar(BAR + 14, middle, LANE - 28);
      paths.outline += linesOf(spot, { customer, provider, middle, top });
    });
    y = top + rows * STEP + GAP;
  }
  return {
    width: BAR * 2 + LANE,
    height: y,
    layers: (Object.entries(paths) as [SummaryTone, string][])
      .filter(([, path]) => path !== "")
      .map(([tone, path]) => ({ tone, path })),
    labels,
    leftOut,
  };
}

interface Place {
  readonly customer: readonly RecordId[];
  readonly provider: readonly RecordId[];
  readonly middle: number;
  readonly top: number;
}

function linesOf(spot: Spot, { customer, provider, middle, top }: Place): string {
  const half = BAR_HEIGHT / 2;
  const toLine = (ids: readonly RecordId[], all: readonly RecordId[], from: number, to: number): string =>
    ids
      .map((id) => all.indexOf(id))
      .filter((row) => row >= 0 && row < ROWS)
      .map((row) => `M${from} ${top + row * STEP + half}L${to} ${middle + half}`)
      .join("");
  return (
    toLine(sideOf(spot, "customer"), customer, BAR, BAR + 14) +
    toLine(sideOf(spot, "provider"), provider, BAR + LANE, BAR + LANE - 14)
  );
}

const insightsOf = (board: Board, level: RecordId, side: Side): RecordId[] =>
  INSIGHT_KINDS.flatMap((kind) => board.insightsIn({ level, side, kind })).map(({ id }) => id);

const bar = (x: number, y: number, width: number): string => `M${x} ${y}h${width}v${BAR_HEIGHT}h${-width}z`;

const clip = (text: string): string => {
  const letters = [...text];
  return letters.length <= 36 ? text : `${letters.slice(0, 35).join("")}…`;
};
