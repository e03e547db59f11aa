// oxlint-disable-next-line typescript/triple-slash-reference -- tests run in node, the rest of the package does not
/// <reference types="node" />
import path from "node:path";
import { checkCatalogs } from "@sweetspot/widget-kit/testing";
import { expect, test } from "vitest";

test("the three languages say the same things, and all of them", () => {
  const folder = path.join(import.meta.dirname, "..");
  expect(checkCatalogs({ folder, built: [/^edit\./] })).toEqual([]);
});
