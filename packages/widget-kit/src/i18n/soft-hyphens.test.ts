import { assert, pre, property, string } from "fast-check";
import { expect, test } from "vitest";
import { softHyphens } from "./soft-hyphens.ts";

const shown = (text: string): string => softHyphens(text).replaceAll("\u00AD", "-");

test.each([
  ["Kälteanlagenfernüberwachung", "Kältean-la-gen-fer-nü-ber-wa-chung"],
  ["Gebäudeinfrastrukturdienste", "Gebäu-dein-fra-struk-tur-dienste"],
  ["internationalisation", "inter-na-tio-na-li-sa-tion"],
  ["penyelenggaraan", "penye-leng-ga-raan"],
])("%s may be divided as %s", (word, divided) => {
  expect(shown(word)).toBe(divided);
});

test("whoever takes the hyphens out has the text as it was, and short words stay whole", () => {
  assert(
    property(string({ unit: "grapheme" }), (text) => {
      pre(!text.includes("\u00AD"));
      expect(softHyphens(text).replaceAll("\u00AD", "")).toBe(text);
    }),
  );
  expect(softHyphens("administration of Rhine-Ruhr")).toBe("administration of Rhine-Ruhr");
});
