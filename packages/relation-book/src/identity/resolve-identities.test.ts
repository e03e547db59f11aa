import { describe, expect, test } from "vitest";
import type { SourceBody, SourcePerson } from "../source-record.ts";
import { toRecordId } from "@sweetspot/contract";
import type { MatchDecision } from "./identity.ts";
import { resolveBodies, resolveIdentities, scoreMatch } from "./resolve-identities.ts";

const first = (key: string, name: string, more: Partial<SourcePerson> = {}): SourcePerson => ({
  source: "First",
  key,
  name,
  ...more,
});
const second = (key: string, name: string, more: Partial<SourcePerson> = {}): SourcePerson => ({
  source: "Second",
  key,
  name,
  ...more,
});

/** People enough that a name may be known to be rare; no two are alike. */
const crowd = Array.from({ length: 1500 }, (_, place) =>
  first(`crowd-${place}`, `${word(place)} ${word(place + 5000)}`),
);

function word(number: number): string {
  const letters = [..."bdfgklmnprst"];
  return [1, 12, 144, 1728].map((unit) => `${letters[Math.floor(number / unit) % 12]}a`).join("");
}

const berg = first("a", "Anselma Quastenberg", { city: "Hamburg", birthDate: "1961-04-03" });

const isOne = (one: SourcePerson, other: SourcePerson, around: readonly SourcePerson[] = []): boolean => {
  const found = resolveIdentities([...around, one, other]);
  return (
    found.identityOf(toRecordId(`${one.source}/${one.key}`)) ===
    found.identityOf(toRecordId(`${other.source}/${other.key}`))
  );
};
const isProposed = (one: SourcePerson, other: SourcePerson, around: readonly SourcePerson[] = []): boolean =>
  resolveIdentities([...around, one, other]).proposals.some(
    (pair) => pair.one === `${one.source}/${one.key}` && pair.other === `${other.source}/${other.key}`,
  );

describe("Two records are one person without asking", () => {
  test.each([
    [
      "written alike, same town and day of birth",
      second("b", "Anselma Quastenberg", { city: "Hamburg", birthDate: "1961-04-03" }),
    ],
    [
      "with a title and in another order",
      second("b", "Quastenberg, Dr. Anselma", { birthDate: "1961-04-03" }),
    ],
    [
      "with a slip of the pen, same day of birth",
      second("b", "Anselma Quastenbrg", { birthDate: "1961-04-03" }),
    ],
    [
      "with an initial, same town and day of birth",
      second("b", "A. Quastenberg", { city: "Hamburg", birthDate: "1961-04-03" }),
    ],
    [
      "who has moved, same day of birth",
      second("b", "Anselma Quastenberg", { city: "Bremen", birthDate: "1961-04-03" }),
    ],
  ])("%s", (_, other) => {
    expect(isOne(berg, other)).toBe(true);
  });

  test("where a large book knows that the name is rare, the name and the town are enough", () => {
    const other = second("b", "Anselma Quastenberg", { city: "Hamburg" });
    expect(isOne(berg, other, crowd)).toBe(true);
    expect(isOne(berg, other)).toBe(false);
  });
});

describe("Two records are never one person without asking", () => {
  test.each([
    [
      "another day of birth",
      second("b", "Anselma Quastenberg", { city: "Hamburg", birthDate: "1988-11-20" }),
    ],
    [
      "another given name, as twins have",
      second("b", "Mechthild Quastenberg", { city: "Hamburg", birthDate: "1961-04-03" }),
    ],
    [
      "another family name, as after a marriage",
      second("b", "Anselma Tiefenthal", { city: "Hamburg", birthDate: "1961-04-03" }),
    ],
    ["father and son", second("b", "Anselma Quastenberg Jr.", { city: "Hamburg" })],
    ["an initial and a town", second("b", "A. Quastenberg", { city: "Hamburg" })],
    ["a name of one word", second("b", "Quastenberg", { city: "Hamburg" })],
  ])("%s", (_, other) => {
    const one = other.name.endsWith("Jr.")
      ? first("a", "Anselma Quastenberg Sr.", { city: "Hamburg" })
      : berg;
    expect(isOne(one, other, crowd)).toBe(false);
  });

  test("a frequent name, even in one town", () => {
    const around = [
      ...crowd,
      ...Array.from({ length: 60 }, (_, place) =>
        first(`m${place}`, "Anna Muster", { city: `City ${place}` }),
      ),
    ];
    expect(
      isOne(
        first("a", "Anna Muster", { city: "Hamburg" }),
        second("b", "Anna Muster", { city: "Hamburg" }),
        around,
      ),
    ).toBe(false);
  });

  test("namesakes: of two that fit alike none is taken", () => {
    const other = second("b", "Anselma Quastenberg", { city: "Hamburg" });
    const namesake = first("c", "Anselma Quastenberg", { city: "Hamburg" });
    const one = first("a", "Anselma Quastenberg", { city: "Hamburg" });
    expect(isOne(one, other, crowd)).toBe(true);
    expect(isOne(one, other, [...crowd, namesake])).toBe(false);
    expect(isProposed(one, other, [...crowd, namesake])).toBe(true);
  });

  test("two keys of one source, unless name, town and day of birth agree", () => {
    const twice = (more: Partial<SourcePerson>) =>
      isOne(
        berg,
        first("b", "Anselma Quastenberg", { city: "Hamburg", birthDate: "1961-04-03", ...more }),
        crowd,
      );
    expect(twice({})).toBe(true);
    expect(twice({ city: "Bremen" })).toBe(false);
    expect(twice({ birthDate: "1961" })).toBe(false);
  });

  test("over a third: who fits two records that cannot be one joins the likelier alone", () => {
    const bridge = second("b", "Anselma Quastenberg", { city: "Hamburg", birthDate: "1961-04-03" });
    const other: SourcePerson = {
      source: "Third",
      key: "c",
      name: "Anselma Quastenberg",
      city: "Hamburg",
      birthDate: "1975-01-01",
    };
    const found = resolveIdentities([berg, bridge, other]);
    expect(found.identityOf(toRecordId("Second/b"))).toBe("First/a");
    expect(found.identityOf(toRecordId("Third/c"))).toBe("Third/c");
  });
});

describe("A decision of a person", () => {
  const other = second("b", "Anselma Quastenberg", { birthDate: "1961-04-03" });
  const decide = (same: boolean, at: string, who = other): MatchDecision => ({
    one: toRecordId("First/a"),
    other: toRecordId(`${who.source}/${who.key}`),
    same,
    by: toRecordId("ada"),
    at,
  });
  const identities = (...decisions: readonly MatchDecision[]) =>
    resolveIdentities([berg, other, second("x", "Somebody Else")], decisions);

  test("parts what the rules would join, and nobody is asked again", () => {
    const found = identities(decide(false, "2026-01-01"));
    expect(found.identityOf(toRecordId("Second/b"))).toBe("Second/b");
    expect(found.proposals).toEqual([]);
  });

  test("joins what the rules would never join, with word of it", () => {
    const found = identities(decide(true, "2026-01-01", second("x", "")));
    expect(found.recordsOf(toRecordId("Second/x"))).toContain("First/a");
    expect(found.merged).toContainEqual(expect.objectContaining({ other: "Second/x", decided: true }));
  });

  test("counts until a later one says otherwise, in whatever order they come", () => {
    const [early, late] = [decide(false, "2026-01-01"), decide(true, "2026-02-01")];
    expect(identities(early, late).recordsOf(toRecordId("First/a"))).toHaveLength(2);
    expect(identities(late, early).recordsOf(toRecordId("First/a"))).toHaveLength(2);
  });
});

describe("Bodies", () => {
  const mill = (source: string, name: string, more: Partial<SourceBody> = {}): SourceBody => ({
    source,
    key: "k",
    name,
    ...more,
  });
  const bodies = crowd.map(({ key, name }): SourceBody => ({ source: "First", key, name: `${name} Ltd` }));
  const areOne = (one: SourceBody, other: SourceBody): boolean => {
    const found = resolveBodies([one, other, ...bodies]);
    return found.identityOf(toRecordId("First/k")) === found.identityOf(toRecordId("Second/k"));
  };
  test.each([
    [
      "legal form written out, same place",
      "Quastenmühle GmbH",
      "Quastenmuehle Gesellschaft mit beschränkter Haftung",
      { place: "Hamburg" },
    ],
    [
      "the same number in the register",
      "Quastenmühle GmbH",
      "Quastenmühle Holding GmbH",
      { register: "HRB 12345" },
    ],
  ])("are one: %s", (_, one, other, more) => {
    expect(areOne(mill("First", one, more), mill("Second", other, more))).toBe(true);
  });

  test.each([
    ["another legal form, as in groups", "Quastenmühle GmbH", "Quastenmühle AG", { place: "Hamburg" }],
    ["a word more", "Quastenmühle GmbH", "Quastenmühle Holding GmbH", { place: "Hamburg" }],
    [
      "a number in the name",
      "Fonds 12 Quastenmühle GmbH",
      "Fonds 13 Quastenmühle GmbH",
      { place: "Hamburg" },
    ],
  ])("are not one: %s", (_, one, other, more) => {
    expect(areOne(mill("First", one, more), mill("Second", other, more))).toBe(false);
  });

  test("are not one where their numbers in the register differ", () => {
    const [one, other] = ["HRB 1", "HRB 2"].map((register) => ({ place: "Hamburg", register }));
    expect(areOne(mill("First", "Quastenmühle GmbH", one), mill("Second", "Quastenmühle GmbH", other))).toBe(
      false,
    );
  });
});

test("a score tells what it rests on, and the weights add up to it", () => {
  const { score, reasons } = scoreMatch(
    berg,
    second("b", "Dr. A. Quastenbrg", { city: "Hamburg", birthDate: "1961-04-03" }),
  );
  expect(reasons.map(({ reason, verdict }) => `${reason} ${verdict}`)).toEqual([
    "name-spelling partly",
    "name-initials partly",
    "city same",
    "birth-date same",
    "prior unknown",
  ]);
  const bits = reasons.reduce((sum, { weight }) => sum + weight, 0);
  expect(score).toBeCloseTo(1 / (1 + 2 ** -bits));
});
