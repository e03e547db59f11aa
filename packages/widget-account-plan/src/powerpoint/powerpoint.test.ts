import JSZip from "jszip";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePlan } from "../document/plan-document.model.ts";
import type { Block } from "../document/plan-page.ts";
import { stageDemo, wordsIn } from "../document/stage.fixture.ts";
import { toSlides } from "./slides.model.ts";
import { toPowerPoint } from "./to-powerpoint.ts";

const WORDS = { continued: (title: string) => `${title} (2)`, internal: "Internal" };

/** Slides of a file, as their XML. */
async function slidesOf(file: Blob): Promise<string[]> {
  const archive = await JSZip.loadAsync(await file.arrayBuffer());
  const names = Object.keys(archive.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name));
  return Promise.all(names.map(async (name) => (await archive.file(name)?.async("string")) ?? ""));
}

describe("the plan as a presentation", () => {
  it("has a cover and a slide or more for each page, with texts and tables a person can edit", async () => {
    const plan = writePlan(stageDemo("account-haver", "team"), wordsIn("en"));
    const slides = await slidesOf(await toPowerPoint(plan, WORDS));
    expect(slides.length).toBeGreaterThan(plan.pages.length);
    for (const { title } of plan.pages)
      expect(slides.some((xml) => xml.includes(`<a:t>${title}</a:t>`))).toBe(true);
    expect(slides.some((xml) => xml.includes("<a:tbl>"))).toBe(true);
    expect(slides.every((xml) => !xml.includes("<p:pic>"))).toBe(true);
  });

  it("keeps names that look like markup as they are", async () => {
    const plan = {
      customer: `O'Brien <b> & "Söhne"`,
      title: "Plan",
      head: "Version 1",
      pages: [
        {
          kind: "brief",
          title: "Brief",
          blocks: [{ kind: "text", text: "<script>alert(1)</script> 🚀 لدينا" }],
        },
      ],
    } as const;
    const [, slide = ""] = await slidesOf(await toPowerPoint(plan, WORDS));
    expect(slide).toContain("O&apos;Brien &lt;b&gt; &amp; &quot;Söhne&quot;");
    expect(slide).toContain("&lt;script&gt;alert(1)&lt;/script&gt; 🚀 لدينا");
  });

  it("loses no line and leaves the slide at no place, however long a page is", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", " ", ".", "word ", "\n"),
      minLength: 1,
      maxLength: 3000,
    });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant("text" as const), text }),
      fc.record({
        kind: fc.constant("list" as const),
        title: fc.constant("List"),
        items: fc.array(fc.record({ text: fc.string({ maxLength: 200 }) }), { minLength: 1, maxLength: 60 }),
      }),
      fc.record({
        kind: fc.constant("table" as const),
        columns: fc.constant(["a", "b"]),
        rows: fc.array(fc.tuple(fc.string({ maxLength: 90 }), fc.string({ maxLength: 90 })), {
          minLength: 1,
          maxLength: 60,
        }),
      }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        const slides = toSlides(blocks);
        const all = (given: readonly Block[]) =>
          given
            .flatMap((one) =>
              one.kind === "text"
                ? [one.text]
                : one.kind === "list"
                  ? one.items.map((item) => item.text)
                  : one.kind === "table"
                    ? one.rows.flat()
                    : [],
            )
            .join("")
            .replaceAll(/\s/gu, "");
        expect(all(slides.flat().map(({ block: one }) => one))).toBe(all(blocks));
        for (const slide of slides)
          for (const [index, { y, height }] of slide.entries())
            if (index > 0) expect(y + height).toBeLessThanOrEqual(5.51);
      }),
    );
  });
});
