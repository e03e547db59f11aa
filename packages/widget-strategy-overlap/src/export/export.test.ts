import { toPlanLabels } from "@sweetspot/plan-model";
import { createTranslator } from "@sweetspot/widget-kit";
import { expect, test } from "vitest";
import { toLevelRows } from "../board/level-rows.model.ts";
import { catalogs } from "../locales.ts";
import { demoBoard } from "../messages/demo-board.fixture.ts";
import type { Text } from "../workspace/use-text.ts";
import { drawBoard } from "./board-picture.ts";
import { toBoardTable } from "./board-table.model.ts";
import { wrap } from "./picture-shapes.ts";

const reading = demoBoard("foodRetailer");
const t = createTranslator(catalogs, "en").t as Text;
const format = { date: (day: string) => day } as Parameters<typeof toBoardTable>[1]["format"];

test("the table says of each insight what the board shows: its place, what it meets, and its verdict", () => {
  const table = toBoardTable(reading, { t, labels: toPlanLabels("en"), format, personOf: () => "Ana" });
  expect(table.rows).toHaveLength(reading.insights.length);
  for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
  const line = (words: string) => table.rows.find(({ cells }) => String(cells[3]).includes(words))?.cells;
  expect(line("Malaysia")?.slice(0, 6)).toEqual([
    "Group",
    "us",
    "Strategy",
    "New plant in Malaysia for the markets of South-East Asia.",
    "not relevant here",
    "",
  ]);
  expect(line("Halve")?.[5]).toMatch(/^Innovation for energy efficiency/);
  expect(line("Halve")?.[6]).toMatch(/Romania/);
});

const picture = drawBoard(
  toLevelRows(reading, {
    proposals: [],
    kept: new Set(),
    limitOf: () => Infinity,
    personOf: () => undefined,
  }),
  {
    title: "Strategy overlap",
    customer: "Haver",
    provider: "Us",
    verdict: (verdict) => verdict,
    question: "Open question",
  },
);

test("the picture shows every level and every insight, inside its frame", () => {
  const words = picture.shapes.flatMap(({ text }) => (text === undefined ? [] : [text])).join(" ");
  for (const { fields } of reading.insights)
    expect(words).toContain(fields.statement.split(" ", 3).join(" "));
  for (const { fields } of reading.board.levels) expect(words).toContain(fields.name);
  for (const { tag, attributes } of picture.shapes)
    if (tag === "rect") {
      expect(Number(attributes["x"]) + Number(attributes["width"])).toBeLessThanOrEqual(picture.width);
      expect(Number(attributes["y"]) + Number(attributes["height"])).toBeLessThanOrEqual(picture.height);
    }
});

test("a question is drawn in place of the insight it asks for", () => {
  const asked = drawBoard(
    toLevelRows(demoBoard("gasProducer"), {
      proposals: [],
      kept: new Set(),
      limitOf: () => Infinity,
      personOf: () => undefined,
    }),
    { title: "", customer: "", provider: "", verdict: () => "", question: "Open question" },
  );
  expect(asked.shapes.filter(({ text }) => text === "Open question")).toHaveLength(5);
});

test("lines break at words, long words anywhere, and what is too long ends with three dots", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("Donaudampfschifffahrt", 8)).toEqual(["Donaudam", "pfschiff", "fahrt"]);
  const long = wrap("word ".repeat(400), 20, 3);
  expect(long).toHaveLength(3);
  expect(long[2]).toMatch(/…$/);
});
