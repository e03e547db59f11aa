import { expect, test } from "vitest";
import { createHandOver } from "./hand-over.ts";

test("a widget is shown what another asks, at once or when it comes; only once, and not after it left", () => {
  const handOver = createHandOver();
  const shown: string[] = [];
  handOver.bringBy((widget) => widget === "bridge");
  expect(handOver.show("bridge", { name: "early" })).toBe(true);
  const stop = handOver.listen("bridge", ({ name }) => shown.push(name));
  handOver.show("bridge", { name: "now" });
  stop();
  handOver.show("bridge", { name: "late" });
  handOver.listen("bridge", ({ name }) => shown.push(`again ${name}`));
  expect(shown).toEqual(["early", "now", "again late"]);
});

test("who asks for a widget the page does not have is told so, and nothing waits for it", () => {
  const handOver = createHandOver();
  expect(handOver.show("bridge", { name: "nobody brings" })).toBe(false);
  const stop = handOver.bringBy(() => false);
  expect(handOver.show("bridge", { name: "not here" })).toBe(false);
  stop();
  const shown: string[] = [];
  handOver.listen("bridge", ({ name }) => shown.push(name));
  expect(shown).toEqual([]);
});
