import { toRecordId } from "@sweetspot/contract";
import { validateRecord } from "@sweetspot/plan-model";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addTerm, changeTerm, setOurWords } from "../edits/voice-edits.model.ts";
import { after, countingIds, toRecords } from "../voice.fixture.ts";
import { hasTerm, readLexicon, toTextLanguage, toWordList } from "./lexicon.model.ts";

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const term = ["lexicon-term", "t", { term: "cabinet", ourWords: ["plug-in system"], note: "n" }] as const;
const message = (id: string, statement: string) =>
  ["core-message", id, { sweetSpot: "s", level: "l", version: 1, statement }] as const;

describe("the lexicon", () => {
  test("names every text of ours that speaks our way, in any inflection, and the words found", () => {
    const records = toRecords([
      term,
      message("m1", "Two plug-in systems save energy."),
      message("m2", "Your cabinets save energy."),
      ["value-proposition", "v", { name: "V", sweetSpot: "s", promise: "One plug-in system for all." }],
    ]);
    const [entry] = readLexicon(records, "en", compare);
    expect(entry?.uses.map(({ record, found }) => [record, found])).toEqual([
      ["m1", "plug-in systems"],
      ["v", "plug-in system"],
    ]);
  });

  test("shows the note a word was heard in, and stands without it", () => {
    const note = [
      "voice-note",
      "n",
      { topic: "must-knows", voice: "customer", statement: "To us, cabinets." },
    ] as const;
    expect(readLexicon(toRecords([term, note]), "en", compare)[0]?.quote).toBe("To us, cabinets.");
    expect(readLexicon(toRecords([term]), "en", compare)[0]?.quote).toBeUndefined();
  });

  test("holds a word once, however it is written, and no empty one", () => {
    const entries = readLexicon(toRecords([term]), "en", compare);
    expect(hasTerm(entries, " CÁBINET ")).toBe(true);
    expect(hasTerm(entries, "cab")).toBe(false);
    expect(addTerm({ term: " ", language: "en" }, countingIds())).toBeUndefined();
    expect(changeTerm(toRecordId("t"), { term: "" })).toBeUndefined();
  });
});

describe("our words", () => {
  test("are listed by commas, semicolons or lines, each once", () => {
    expect(toWordList(" plug-in  system, Integral unit;\nPLUG-IN SYSTEM, ")).toEqual([
      "plug-in system",
      "Integral unit",
    ]);
    expect(setOurWords(toRecordId("t"), " , ").puts[0]?.fields).toEqual({ ourWords: null });
  });

  test("always fit into the plan, whatever was pasted", () => {
    expect(toWordList(`${"x".repeat(119)}🧊, y`)).toEqual(["x".repeat(119), "y"]);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200, unit: "grapheme" }), { maxLength: 80 }), (words) => {
        const records = after(toRecords([term]), setOurWords(toRecordId("t"), words.join(",")));
        expect([...records.values()].flatMap((record) => validateRecord(record, "plan"))).toEqual([]);
      }),
    );
  });
});

test("a text is read in the language it says, whatever the region", () => {
  expect(toTextLanguage("de-AT")).toBe("de");
  expect(toTextLanguage("fr")).toBeUndefined();
  expect(toTextLanguage(undefined)).toBeUndefined();
});
