import path from "node:path";
import { findContainerFaults } from "@sweetspot/config";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";

test("the page script runs in Lightning Web Security: only React's own hoisting touches the head", async () => {
  const result = await build({
    configFile: path.resolve(import.meta.dirname, "../../vite.page.config.ts"),
    root: path.resolve(import.meta.dirname, "../.."),
    logLevel: "error",
    build: { write: false },
  });
  const [{ output }] = (Array.isArray(result) ? result : [result]) as [Rolldown.RolldownOutput];
  const { code } = output[0];
  expect(code).toMatch(/^var sweetspot_page=/);
  const faults = findContainerFaults(code).filter(
    ({ rule, excerpt }) => !(rule.includes("document.head") && /^\w+\.head\.(append|insert)/.test(excerpt)),
  );
  expect(faults).toEqual([]);
});
