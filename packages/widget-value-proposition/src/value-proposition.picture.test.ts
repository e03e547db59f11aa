import { expect, test } from "vitest";
import { drawStory, wrap } from "./value-proposition.picture.ts";

test("a picture tells ladder and parts in their order, within its frame", () => {
  const { shapes, width, height } = drawStory({
    title: "Sustainable stores",
    subtitle: "Haver · Group",
    rungs: ["Feature", "Benefit", "Value"].map((label, index) => ({
      label,
      text: `${label} text`,
      ours: index < 2,
    })),
    parts: ["Promise", "Added value", "Delivery", "Proof"].map((label, index) => ({
      place: index + 1,
      label,
      text: "word ".repeat(90),
    })),
  });
  const texts = shapes.flatMap(({ text }) => text ?? []);
  const labels = ["Feature", "Benefit", "Value", "Promise", "Added value", "Delivery", "Proof"];
  expect(labels.map((label) => texts.indexOf(label))).toEqual(
    labels.map((label) => texts.indexOf(label)).toSorted((one, other) => one - other),
  );
  for (const { attributes } of shapes) {
    expect(Number(attributes["y"] ?? 0)).toBeLessThanOrEqual(height);
    expect(Number(attributes["x"] ?? 0)).toBeLessThanOrEqual(width);
  }
});

test("a very long text ends with an ellipsis, a very long word too", () => {
  const lines = wrap("many words ".repeat(200), 30);
  expect(lines.length).toBeLessThanOrEqual(7);
  expect(lines.at(-1)).toMatch(/…$/);
  expect(wrap("x".repeat(90), 20)).toEqual([`${"x".repeat(19)}…`]);
  expect(wrap("", 20)).toEqual([]);
});
