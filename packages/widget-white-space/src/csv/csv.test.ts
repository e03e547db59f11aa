import { EMPTY, type TeamMember, toRecordId } from "@sweetspot/contract";
import { ABSENCE_REASONS, ANSWERS, LEVELS, POSSESSIONS, POTENTIAL_BASES } from "@sweetspot/plan-model";
import { createTranslator } from "@sweetspot/widget-kit";
import { dsvFormat } from "d3-dsv";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellSeed, countingIds, ME, type PlanStage, seed, stagePlan } from "../stage.fixture.ts";
import { catalogs } from "../locales.ts";
import { type CsvPreview, readCsv } from "./csv-in.model.ts";
import { toCsvRows } from "./csv-out.model.ts";
import { createCsvReader, createCsvWords } from "./csv-words.ts";

const words = (language: string) => createCsvWords(createTranslator(catalogs, language).t);
const reader = createCsvReader(["en", "de", "id"].map(words));
const people: TeamMember[] = ["Lena Brandt", "Tom O'Hara", "Tom O'Hara"].map((name, index) => ({
  id: toRecordId(`member-${String(index)}`),
  name,
  email: EMPTY,
  role: "rep",
  active: true,
}));

const structure = [
  seed("perspective", "regions", { name: "Regions", order: 0 }),
  seed("area", "germany", { perspective: "regions", name: "Germany › West", order: 0 }),
  seed("area", "north", { perspective: "regions", name: "North", parent: "germany", order: 0 }),
  seed("area", "north-2", { perspective: "regions", name: "North", parent: "germany", order: 1 }),
  seed("area", "evil", { perspective: "regions", name: "=SUM(A1)", order: 2 }),
];
const library = [
  seed("offering", "cooling", { name: "Cooling", order: 0 }),
  seed("offering", "rooms", { name: 'Cold "rooms", large', parent: "cooling", order: 0 }),
  seed("offering", "audit", { name: "Audit", order: 1 }),
];

const write = (stage: PlanStage, language: string, delimiter = ","): string =>
  dsvFormat(delimiter).formatRows(toCsvRows([stage.model()], words(language), people));
const read = (text: string, stage: PlanStage): CsvPreview =>
  readCsv(text, {
    models: [stage.model()],
    reader,
    people,
    currency: "EUR",
    perspectiveName: "Areas",
    author: ME,
    newId: countingIds(),
  });

const text = fc
  .string({ unit: fc.constantFrom(..."aÄé=+-@'\",;\t\n›\\ 7＝".split(""), "rooms"), maxLength: 12 })
  .map((value) => value.trim())
  .filter((value) => value !== "");
const fields = fc.record(
  {
    makesSense: fc.constantFrom(...ANSWERS),
    proposed: fc.constantFrom(...ANSWERS),
    absenceReason: fc.constantFrom(...ABSENCE_REASONS),
    absenceNote: text,
    competitor: text,
    potential: fc.record({
      amount: fc.oneof(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1e6 }).map((cents) => cents / 1000),
      ),
      currency: fc.constantFrom("EUR", "USD", "IDR"),
    }),
    possession: fc.constantFrom(...POSSESSIONS),
    potentialBasis: fc.constantFrom(...POTENTIAL_BASES),
    marketVolume: fc.record({
      amount: fc.integer({ min: 0, max: 1e9 }),
      currency: fc.constantFrom("EUR", "USD"),
    }),
    nextStep: text,
    nextStepOwner: fc.constantFrom(...people.map((member) => member.id)),
    nextStepDue: fc.constantFrom("2026-12-31", "2027-02-28"),
    nextStepDone: fc.constant(true),
    notes: text,
    opportunities: fc.uniqueArray(fc.constantFrom("deal 1", "deal%2", "006Ab"), { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const level = fc.option(fc.constantFrom(...LEVELS)).map((value) =>
  value === null
    ? {}
    : {
        level: value,
        levelSetBy: "somebody",
        levelSetAt: "2026-01-01T00:00:00.000Z",
        ...(value === "not-possible" ? { levelReason: "No room" } : {}),
      },
);
const cells = fc.uniqueArray(
  fc.tuple(fc.constantFrom("north", "north-2", "evil"), fc.constantFrom("rooms", "audit"), fields, level),
  { selector: ([area, offering]) => `${area} ${offering}` },
);

describe("a file that goes out and comes back", () => {
  it("changes nothing in the plan it came from, in any language and with any separator", () => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom("en", "de", "id"),
        fc.constantFrom(",", ";", "\t"),
        (rows, language, sign) => {
          const stage = stagePlan({
            plan: [
              ...structure,
              ...rows.map(([area, offering, some, set]) => cellSeed(area, offering, { ...some, ...set })),
            ],
            library,
          });
          const preview = read(write(stage, language, sign), stage);
          expect(preview.issues).toEqual([]);
          expect(preview.edit).toBeUndefined();
        },
      ),
    );
  });

  it("fills an empty plan with the same areas, offerings and cells", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const stage = stagePlan({
          plan: [
            ...structure,
            ...rows.map(([area, offering, some, set]) => cellSeed(area, offering, { ...some, ...set })),
          ],
          library,
        });
        const empty = stagePlan({ plan: [] });
        const file = write(stage, "en");
        const filled = empty.after(read(file, empty).edit);
        expect(write(filled, "en").split("\n").toSorted()).toEqual(file.split("\n").toSorted());
      }),
    );
  });

  it("holds no formula a spreadsheet would run", () => {
    const stage = stagePlan({
      plan: [...structure, cellSeed("evil", "audit", { notes: "+cmd|' /C calc'!A0", competitor: "@x" })],
      library,
    });
    for (const row of toCsvRows([stage.model()], words("en"), people))
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

const base = stagePlan({ plan: structure, library });
const HEADER = "Area,Offering,Level,Set by,Reason for level,Potential a year,By when,Who";
const AREA = "Germany \\› West › North";
const ROOMS = '"Cooling › Cold ""rooms"", large"';

describe("a file from a spreadsheet", () => {
  it("names each wrong row by its line, and keeps the good ones", () => {
    const preview = read(
      [
        HEADER,
        `${AREA},Audit,Strong,,,,,`,
        `${AREA},${ROOMS},Huge,,,,,`,
        "=SUM(A1),Audit,Not possible,by hand,,,,",
        `"=SUM(A1)",${ROOMS},,,,a lot,31.12.2026,Nobody`,
        ",Audit,Weak,,,,,",
        `${AREA},Audit,Weak,,,,,`,
      ].join("\r\n"),
      base,
    );
    expect(preview.issues.map(({ line, column, problem }) => [line, column, problem])).toEqual([
      [3, "level", "unknown-level"],
      [4, "reason", "reason-missing"],
      [5, "potential", "bad-amount"],
      [5, "owner", "unknown-person"],
      [5, "due", "bad-date"],
      [6, "area", "area-missing"],
      [7, "area", "duplicate"],
    ]);
    expect(preview).toMatchObject({ rows: 6, changed: 1, levelsSet: 1, newAreas: [], newOfferings: [] });
  });

  it("counts lines through quoted line breaks", () => {
    const preview = read(
      `Area,Offering,Notes,Level\n${AREA},Audit,"one\ntwo",Weak\n${AREA},${ROOMS},,Huge\n`,
      base,
    );
    expect(preview.issues).toMatchObject([{ line: 4, problem: "unknown-level" }]);
  });

  it("begins new areas and offerings under their parents", () => {
    const preview = read("Bereich;Angebot;Stufe\nPolen › Warschau;Licht › Regal;Schwach\n", base);
    expect(preview).toMatchObject({
      newAreas: ["Polen", "Polen › Warschau"],
      newOfferings: ["Licht", "Licht › Regal"],
      changed: 1,
    });
    const model = base.after(preview.edit).model();
    const area = model.areas.leaves.find((leaf) => leaf.name === "Warschau");
    const offering = model.offerings.leaves.find((leaf) => leaf.name === "Regal");
    expect(model.cell(area?.id ?? "", offering?.id ?? "").level).toBe("weak");
  });

  it("leaves columns alone that it does not have, and clears fields that it has empty", () => {
    const stage = stagePlan({
      plan: [...structure, cellSeed("evil", "audit", { competitor: "Nordfrost", notes: "Ask again" })],
      library,
    });
    const preview = read("Area,Offering,Competitor\n'=SUM(A1),Audit,\n", stage);
    expect(preview.edit?.puts[0]?.fields).toEqual({ competitor: null });
  });

  it("does not take a level that says it is the CRM's, and tells how many it passed over", () => {
    const preview = read(`Area,Offering,Level,Set by\n${AREA},Audit,Strong,from CRM data\n`, base);
    expect(preview).toMatchObject({ edit: undefined, otherCrmLevel: 1 });
  });

  it("takes a level without a word on whose it is, unless the cell has it anyway", () => {
    const preview = read(`Area,Offering,Level\n${AREA},Audit,None\n${AREA},${ROOMS},Strong\n`, base);
    expect(preview).toMatchObject({ changed: 1, levelsSet: 1 });
    const word = read(`Area,Offering,Level,Set by\n${AREA},Audit,None,by hand\n`, base);
    expect(word).toMatchObject({ changed: 1, levelsSet: 1 });
  });

  it("says so when it is no such file", () => {
    expect(read("Name,Phone\nLena,123\n", base).issues).toMatchObject([{ line: 1, problem: "no-header" }]);
    expect(read("", base).issues).toMatchObject([{ problem: "no-header" }]);
  });
});
