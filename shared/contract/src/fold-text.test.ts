import { expect, test } from "vitest";
import { foldText } from "./fold-text.ts";

test("case and accents make no difference", () => {
  expect(foldText("ÉLAN Maritime")).toBe("elan maritime");
  expect(foldText("Größe Łódź Ærø İzmir")).toBe("grosse lodz aero izmir");
});

test("composed and decomposed spellings are one", () => {
  expect(foldText("Zo\u00eb")).toBe(foldText("Zoe\u0308"));
});

test("signs and other scripts stay", () => {
  expect(foldText("100% Öko_Markt 北京")).toBe("100% oko_markt 北京");
});
