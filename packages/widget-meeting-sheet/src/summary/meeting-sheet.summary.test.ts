import { expect, test } from "vitest";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import { TODAY, toRecords } from "../visits.fixture.ts";
import { summary } from "./index.ts";

const compute = (...rows: Parameters<typeof toRecords>[0]) =>
  summary.compute({ plan: [...toRecords(rows).values()], library: [], today: TODAY });

const person = ["buying-centre-member", "p", { name: "Ada Ito" }] as const;

test("a card names whom we meet next and why, what is overdue and which answers are missing", () => {
  const found = compute(
    person,
    ["knowledge-gap", "g", { question: "Why?" }],
    ["meeting-sheet", "late", { member: "p", meetingDate: "2026-11-01" }],
    ["meeting-sheet", "next", { member: "p", meetingDate: "2026-12-01", reason: "A contract" }],
    ["meeting-sheet", "held", { member: "p", status: "held", questions: ["g"] }],
  );
  expect(found.headline).toEqual({ key: "summary.next", values: { name: "Ada Ito" } });
  expect(found.nextStep).toEqual({ text: "A contract", about: ["Ada Ito"], due: "2026-12-01" });
  expect(found.counts.map(({ value }) => value)).toEqual([2, 1, 1]);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test("every text a card can name exists in all languages", () => {
  const cards = [
    compute(),
    compute(person, ["meeting-sheet", "s", { member: "p" }]),
    compute(person, ["meeting-sheet", "s", { member: "p", status: "held" }]),
  ];
  expect(cards[0]?.state).toBe("empty");
  for (const { headline, counts } of cards)
    for (const key of [headline.key, ...counts.map((count) => count.key)])
      for (const texts of [en, de, id]) expect(Object.keys(texts)).toContain(key);
});
