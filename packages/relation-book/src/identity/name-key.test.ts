import { describe, expect, test } from "vitest";
import { toNameKey } from "./name-key.ts";
import { parseBodyName } from "./parse-body-name.ts";

describe("One key for all ways to write a name", () => {
  test.each([
    ["accents", ["Jürgen Berg", "Juergen Berg", "Jurgen Berg", "JÜRGEN BERG"]],
    ["Nordic letters", ["Bjørn Åberg", "Bjoern Aaberg", "Bjorn Aberg"]],
    ["order", ["Anna Berg", "Berg Anna", "Berg, Anna"]],
    ["titles", ["Anna Berg", "Dr. Anna Berg", "Prof. Dr. h.c. Anna Berg", "Anna Berg, MBA"]],
    ["Indonesian titles", ["Budi Santoso", "Ir. Budi Santoso, SE, MM", "Drs. Budi Santoso"]],
    ["particles", ["Anna von Berg", "Anna Berg", "Berg, Anna von"]],
    ["hyphens and apostrophes", ["Hans-Peter O'Neil", "Hans Peter ONeil"]],
    ["Cyrillic", ["Иван Горбунов", "Ivan Gorbunov"]],
    ["Greek", ["Νίκος Λάμδας", "Nikos Lamdas"]],
  ])("%s make no difference", (_, names) => {
    expect(new Set(names.map(toNameKey)).size).toBe(1);
  });

  test("initials, other names and father and son stay apart", () => {
    const names = ["Anna Berg", "A. Berg", "Anne Berg", "Anna Berg Jr.", "Anna Berg Sr."];
    expect(new Set(names.map(toNameKey)).size).toBe(names.length);
  });

  test("a name that is nothing but a title is a name", () => {
    expect(toNameKey("Prof")).toBe("prof");
  });
});

describe("The name of a body without its legal form", () => {
  test.each([
    ["Mühle GmbH & Co. KG", "muhle", "gmbh+kg"],
    ["Muehle Gesellschaft mit beschränkter Haftung", "muhle", "gmbh"],
    ["Nordhavn A/S", "nordhavn", "as"],
    ["Turnverein Eiche e.V.", "turnverein eiche", "ev"],
    ["Harbour Works Limited", "harbour works", "ltd"],
    ["Harbour Works Ltd.", "harbour works", "ltd"],
    ["PT Maju Jaya Tbk", "maju jaya", "pt+tbk"],
    ["The Mill Company", "mill", ""],
    ["Ag", "ag", ""],
  ])("%s", (name, words, legalForm) => {
    const parsed = parseBodyName(name);
    expect([parsed.words.join(" "), parsed.legalForm]).toEqual([words, legalForm]);
  });
});
