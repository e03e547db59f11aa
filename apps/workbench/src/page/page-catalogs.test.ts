import path from "node:path";
import { checkCatalogs } from "@sweetspot/widget-kit/testing";
import { expect, test } from "vitest";

const folder = path.resolve(import.meta.dirname, "../..");

test("the page speaks all its languages, and no view has words of its own", () => {
  expect(checkCatalogs({ folder })).toEqual([]);
});

test("the import page does so too; its keys are checked by their type", () => {
  expect(checkCatalogs({ folder: path.join(folder, "src/import"), built: [/./] })).toEqual([]);
});

test("the page about relations does so, too", () => {
  expect(checkCatalogs({ folder: path.join(folder, "src/relations"), built: [/./] })).toEqual([]);
});

test("the portfolio does so, too", () => {
  expect(checkCatalogs({ folder: path.join(folder, "src/portfolio"), built: [/./] })).toEqual([]);
});
