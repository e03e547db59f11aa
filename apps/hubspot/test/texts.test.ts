import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { createReading, formatMessage, toLanguage } from "../src/common/texts.ts";
import { CARD_TEXTS, SETTINGS_TEXTS, SUMMARY_TEXTS } from "../src/common/widgets.gen.ts";

const root = path.resolve(import.meta.dirname, "..");
const keysIn = (language: string): string[] =>
  Object.keys(
    JSON.parse(readFileSync(path.join(root, "locales", `${language}.json`), "utf8")) as Record<
      string,
      string
    >,
  );

test("the three languages say the same things, and nothing that no card says", () => {
  expect(keysIn("de")).toEqual(keysIn("en"));
  expect(keysIn("id")).toEqual(keysIn("en"));
  const folder = path.join(root, "src/common");
  const source = readdirSync(folder)
    .filter((name) => !name.endsWith(".gen.ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .join("\n");
  const built =
    /^(card\.problem|card\.problem-title|settings\.state|settings\.rights|settings\.storage|settings\.field)\.|^settings\.mapping-(unknown|wrong-kind|saved|reset-done)$/;
  const said = new Set([...source.matchAll(/"((?:card|settings)\.[\w.-]+)"/g)].map(([, key]) => key));
  for (const key of keysIn("en")) if (!built.test(key)) expect([...said]).toContain(key);
  for (const key of said) expect(keysIn("en")).toContain(key);
});

test("a user reads the nearest of our languages", () => {
  expect(["de-AT", "de_CH", "id-ID", "in", "fr", undefined].map(toLanguage)).toEqual([
    "de",
    "de",
    "id",
    "id",
    "en",
    "en",
  ]);
  expect(createReading("no such locale!").language).toBe("en");
});

test("plurals, numbers, money and days are those of the user’s language", () => {
  const german = createReading("de-DE", CARD_TEXTS, SETTINGS_TEXTS, SUMMARY_TEXTS);
  expect(german.say("card.left-out", { count: 1 })).toBe("Im Bild fehlt 1 Zeile oder Spalte.");
  expect(german.say("card.left-out", { count: 1200 })).toBe("Im Bild fehlen 1.200 Zeilen oder Spalten.");
  expect(german.money({ amount: 1_200_000, currency: "EUR" })).toMatch(/^1,2\sMio\.\s€$/);
  expect(german.day("2026-11-22")).toBe("22.11.2026");
  expect(german.say("white-space:summary.covered", { covered: 2, possible: 5 })).toContain("2 von 5");
  expect(createReading("id").say("card.left-out", { count: 3 })).toBe("card.left-out");
});

test("a day stays the same day wherever the user is", () => {
  vi.stubEnv("TZ", "America/Los_Angeles");
  expect(createReading("en-US").day("2026-01-01")).toBe("Jan 1, 2026");
  expect(createReading("en-US").day("2026-01-01T03:00:00.000Z")).toBe("Dec 31, 2025");
  vi.unstubAllEnvs();
});

test("a choice by exact number, by word and by default", () => {
  const message = [["n", "plural", { "0": "none", one: ["#", " step"], other: ["#", " steps"] }]] as const;
  expect([0, 1, 7].map((n) => formatMessage(message, { n }, "en"))).toEqual(["none", "1 step", "7 steps"]);
  const select = [["who", "select", { her: "she", other: "they" }]] as const;
  expect(["her", "x"].map((who) => formatMessage(select, { who }, "en"))).toEqual(["she", "they"]);
});
