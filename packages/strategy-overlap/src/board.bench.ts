import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { INSIGHT_KINDS, insight, recordsOf, strategyLevel, sweetSpot } from "@sweetspot/plan-model";
import { createBoard } from "./board.ts";
import { removeInsights } from "./board-edits.ts";
import { createMatchSuggester } from "./suggest-matches.ts";

/** Prints one JSON line: what one interaction with a board of 6 levels × 400 insights costs beside drawing it. */
const RUNS = 25;
const [LEVELS, INSIGHTS, SPOTS] = [6, 400, 100];

/** Numerical Recipes' generator: the same numbers on every machine. */
let state = 42;
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** Few words, so that most statements share some: worse than any real board. */
const WORDS = Array.from(
  { length: 60 },
  (_, index) => `topic${String.fromCodePoint(97 + (index % 26))}${index}`,
);

const records = new Map<RecordId, PlanRecord>();
const add = (id: string, type: string, fields: PlanRecord["fields"]): void => {
  const by = "member" as RecordId;
  const at = "2026-01-01T00:00:00Z";
  const key = id as RecordId;
  records.set(key, {
    id: key,
    type,
    fields,
    revision: 1,
    schema: 1,
    createdBy: by,
    createdAt: at,
    updatedBy: by,
    updatedAt: at,
  });
};
for (let level = 0; level < LEVELS; level += 1) {
  add(`l${level}`, "strategy-level", { name: `Level ${level}`, kind: "company", order: level });
  for (let place = 0; place < INSIGHTS; place += 1)
    add(`l${level}i${place}`, "insight", {
      level: `l${level}`,
      side: place % 2 === 0 ? "customer" : "provider",
      kind: INSIGHT_KINDS[place % 3] ?? "strategy",
      statement: Array.from({ length: 12 }, () => WORDS[random(WORDS.length)]).join(" "),
      order: place,
    });
  for (let place = 0; place < SPOTS; place += 1)
    add(`l${level}s${place}`, "sweet-spot", {
      level: `l${level}`,
      customerInsights: [`l${level}i${2 * place}`],
      providerInsights: [`l${level}i${2 * place + 1}`],
      order: place,
    });
}

function boardWithReadings() {
  const all = [...records.values()];
  const board = createBoard({
    levels: recordsOf(strategyLevel, all),
    insights: recordsOf(insight, all),
    spots: recordsOf(sweetSpot, all),
  });
  for (const { id } of recordsOf(insight, all)) board.readingOf(id);
  for (const { id } of board.levels) board.countsOf(id);
  return board;
}

function p95(run: () => unknown): number {
  for (let warm = 0; warm < 5; warm += 1) run();
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  }).toSorted((one, other) => one - other);
  return Math.round((times[Math.floor(RUNS * 0.95)] ?? 0) * 100) / 100;
}

const board = boardWithReadings();
const suggest = createMatchSuggester();
const figure = (name: string, value: number, aim?: string) => ({
  name,
  value,
  unit: "ms",
  ...(aim === undefined ? {} : { aim }),
});

console.log(
  JSON.stringify({
    bench: "strategy-board",
    figures: [
      figure("board of 2,400 insights with readings and counters, p95", p95(boardWithReadings), "<= 16.7"),
      figure(
        "removing an insight with what hangs on it, p95",
        p95(() => removeInsights(records, ["l0i5" as RecordId])),
        "<= 16.7",
      ),
      figure(
        "suggestions again after an edit, p95",
        p95(() => suggest(board)),
      ),
    ],
  }),
);
