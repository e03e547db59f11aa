import { describe, expect, it } from "vitest";
import { foldText, hasPhrase, toPhrase } from "./fold-text.ts";

const means = (text: string, term: string): boolean => hasPhrase(toPhrase(text), toPhrase(term));

describe("comparing text", () => {
  it.each([
    ["București", "BUCURESTI"],
    ["Małopolska", "malopolska"],
    ["Weiße  Straße ", "WEISSE STRASSE"],
    ["Øresund Fødevarer", "oresund fodevarer"],
    ["CO₂ racks", "co2 Racks"],
  ])("takes %j and %j for the same", (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });
});

describe("a term in a text", () => {
  it("is found as whole words, whatever stands between them", () => {
    expect(means("Plug-in cabinets, spare doors", "plug in cabinets")).toBe(true);
    expect(means("Wartung 2026/27", "wartung")).toBe(true);
    expect(means("cabinets plug-in", "plug-in cabinets")).toBe(false);
  });

  it("may go on at its end, but not begin inside a word", () => {
    expect(means("Recruiting STEM", "recruit")).toBe(true);
    expect(means("Prepayroll check", "payroll")).toBe(false);
  });

  it("is a whole word when it has three letters or fewer", () => {
    expect(means("Technology for TE, lot 2", "TE")).toBe(true);
    expect(means("Technology renewal", "TE")).toBe(false);
    expect(means("Device roll-out", "ice")).toBe(false);
  });

  it("is never found when it has no words", () => {
    expect(means("anything", " - ")).toBe(false);
    expect(means("", "")).toBe(false);
  });
});
