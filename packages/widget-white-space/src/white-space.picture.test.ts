import { goldenFoodRetailer } from "@sweetspot/fixtures";
import { expect, test } from "vitest";
import { goldenSeeds, seed, stagePlan } from "./stage.fixture.ts";
import { drawPicture, LIGHT_COLOURS, toSvgText } from "./white-space.picture.ts";

const style = {
  title: "White space: Regions by offerings",
  word: (level: string) => level,
  mark: (kind: string, evidence: number) => `${kind === "new" ? "+" : "↑"}${String(evidence)}`,
  colours: LIGHT_COLOURS,
};

test("a picture has few shapes beside its words, and every suggestion's mark", () => {
  const model = stagePlan(goldenSeeds(goldenFoodRetailer)).model();
  const { shapes } = drawPicture(model, style);
  expect(shapes.filter((shape) => shape.tag !== "text").length).toBeLessThanOrEqual(11);
  const marks = shapes.filter((shape) => /^[+↑]\d/.test(shape.text ?? ""));
  expect(marks).toHaveLength(goldenFoodRetailer.suggestions.length);
});

test("a name is never markup in a picture", () => {
  const stage = stagePlan({
    plan: [
      seed("perspective", "p", { name: "P" }),
      seed("area", "a", { perspective: "p", name: 'O\'Brien <b> & "Co"' }),
    ],
    library: [seed("offering", "o", { name: "<script>" })],
  });
  const svg = toSvgText(drawPicture(stage.model(), { ...style, title: '"<b>' }));
  expect(svg).toContain("O&#39;Brien &lt;b&gt; &amp; &quot;Co&quot;");
  expect(svg).not.toMatch(/<(b|script)>/);
  expect(svg).toContain('aria-label="&quot;&lt;b&gt;"');
});

test("a picture shows what the lens in use says of a cell, but never that something impossible could be", () => {
  const model = stagePlan(goldenSeeds(goldenFoodRetailer)).model();
  const { shapes } = drawPicture(model, {
    ...style,
    lens: () => ({ word: "▲ Theirs", under: "Kühl & Co", holder: "competitor" }),
  });
  const texts = shapes.map((shape) => shape.text);
  expect(texts).toContain("▲ Theirs");
  expect(texts).toContain("Kühl & Co");
  expect(texts).toContain("not-possible");
  expect(texts).not.toContain("strong");
  expect(shapes.some((shape) => shape.attributes["fill"] === LIGHT_COLOURS.otherGround)).toBe(true);
});
