import { known, type Opportunity, toRecordId } from "@sweetspot/contract";
import { buildLineItem, buildOpportunity, DEMO_ACCOUNTS, demoWorld } from "@sweetspot/fixtures";
import { describe, expect, test } from "vitest";
import { demoSeeds, seed, stagePlan, TODAY } from "../stage.fixture.ts";
import { proofCandidates } from "./candidates.model.ts";
import { safeLink, speakingTime, toHtml, toMailAddress, toStory, toText } from "./leaving.model.ts";
import { ageOf, findProofs, isTellable, lifeOf, mayLeave } from "./proofs.model.ts";
import { firstNameOf, passes, spotEntries } from "./spots.model.ts";
import { strongAreas } from "./strong-areas.model.ts";
import { storyTasks } from "./tasks.model.ts";
import { theirWords, toStretches, wordsOf } from "./words.model.ts";
import { toStorable } from "./writing.model.ts";

const retail = () => {
  const { plan, library } = demoSeeds(DEMO_ACCOUNTS.foodRetailer);
  return stagePlan(plan, library);
};
const proofIn = (fields: object) => {
  const [kept] = stagePlan([seed("proof", "p", { name: "P", statement: "S", ...fields })]).story.proofs;
  return kept ?? expect.fail();
};

describe("the list of sweet spots", () => {
  test("shows those with and without a proposition, and a filter fades what does not fit", () => {
    const { story } = retail();
    const entries = spotEntries(story);
    expect(entries.map(({ groups }) => groups.length)).toEqual([1, 0, 0]);
    const fitting = (filter: { text?: string; without?: boolean }) =>
      entries.filter((entry) => passes(story, entry, { text: "", without: false, ...filter })).length;
    expect(fitting({ without: true })).toBe(2);
    expect(fitting({ text: "ROMANIA" })).toBe(1);
    expect(fitting({ text: "sustainable stores group" })).toBe(1);
    expect(fitting({ text: "nothing like it" })).toBe(0);
  });
});

test("what is for us only gives a proposition no name and stands on no page", () => {
  const { plan, library } = demoSeeds(DEMO_ACCOUNTS.gasProducer);
  const entries = spotEntries(stagePlan(plan, library).story);
  const personal = entries.find(({ id }) => id === "spot-pool-career") ?? expect.fail();
  expect(personal.customer).toHaveLength(1);
  expect(personal.aims).toEqual([]);
  expect(firstNameOf(personal)).toBe(personal.messages[0]);
  expect(firstNameOf({ ...personal, messages: [] })).toBe("Talent pool");
});

describe("a proof", () => {
  test("is good on its last day, and soon over ninety days before", () => {
    expect(lifeOf(proofIn({ validUntil: "2026-11-22" }), "2026-11-22")).toBe("soon");
    expect(lifeOf(proofIn({ validUntil: "2026-11-21" }), "2026-11-22")).toBe("expired");
    expect(lifeOf(proofIn({ validUntil: "2027-11-21" }), "2026-11-22")).toBe("valid");
    expect(lifeOf(proofIn({}), "2026-11-22")).toBe("open-ended");
    expect(isTellable(proofIn({ validUntil: "2026-11-21" }), "2026-11-22")).toBe(false);
    expect(isTellable(proofIn({ permission: "internal-only" }), "2026-11-22")).toBe(false);
  });

  test("leaves by itself only where somebody said yes and it has not run out", () => {
    const leaves = (fields: object) => mayLeave(proofIn(fields), "2026-11-22");
    expect(leaves({ permission: "granted" })).toBe(true);
    expect(leaves({ permission: "granted", validUntil: "2026-11-21" })).toBe(false);
    expect(leaves({ permission: "on-request" })).toBe(false);
    expect(leaves({})).toBe(false);
  });

  test("has an age only where it begins and ends", () => {
    expect(ageOf(proofIn({ provenOn: "2026-01-01", validUntil: "2026-12-31" }), "2026-07-02")).toBeCloseTo(
      0.5,
    );
    expect(ageOf(proofIn({ validUntil: "2026-12-31" }), "2026-07-02")).toBeUndefined();
    expect(ageOf(proofIn({ provenOn: "2026-12-31", validUntil: "2026-01-01" }), "2026-07-02")).toBe(1);
  });

  test("is found by any word of it or its owner, those for the offering first, untellable ones last", () => {
    const { story } = retail();
    const names = (text: string, offerings: string[] = []) =>
      findProofs(
        story,
        { text, offerings: offerings.map(toRecordId), nameOf: () => "Lena Brandtwerder" },
        TODAY,
      ).map(({ record }) => record.id);
    expect(names("", ["offering-plug-in-cabinets"])[0]).toBe("proof-energy");
    expect(names("").at(-1)).toBe("proof-turnaround");
    expect(names("cabinets ENERGY")).toEqual(["proof-energy"]);
    expect(names("brandtwerder")).toHaveLength(4);
    expect(names("zzz")).toEqual([]);
  });
});

describe("what the CRM's data could prove", () => {
  const offerings = [
    seed("offering", "cooling", { name: "Cooling", products: ["product-cool"] }),
    seed("offering", "light", { name: "Light", terms: ["lamp"] }),
  ];
  const deal = (id: string, fields: Partial<Opportunity>): Opportunity => ({
    ...buildOpportunity(id, id),
    ...fields,
  });
  const won = [
    deal("old-lamps", { status: "won", closeDate: known("2020-01-01") }),
    deal("cool", {
      status: "won",
      closeDate: known("2019-01-01"),
      lineItems: known([buildLineItem("line", "Chest", { product: "product-cool" })]),
    }),
    deal("newest", { status: "won", closeDate: known("2026-10-01") }),
    deal("lost", { status: "lost" }),
    deal("open", { status: "open" }),
  ];
  const idsOf = (about: string[], proofs: readonly ReturnType<typeof seed>[] = []) =>
    proofCandidates({
      story: stagePlan([...proofs], offerings).story,
      opportunities: won,
      strong: [],
      about: about.map(toRecordId),
    }).map(({ id }) => id);

  test("is deals that were won, the newest first, and first those about the offering", () => {
    expect(idsOf([])).toEqual(["deal newest", "deal old-lamps", "deal cool"]);
    expect(idsOf(["cooling"])[0]).toBe("deal cool");
    expect(idsOf(["light"])[0]).toBe("deal old-lamps");
  });

  test("is not proposed again once it is a proof", () => {
    const kept = seed("proof", "p", { name: "N", statement: "S", opportunity: "newest" });
    expect(idsOf([], [kept])).not.toContain("deal newest");
  });

  test("is areas of the white space where an offering is strong, set by hand or won", () => {
    const { plan, library } = retail();
    const world = demoWorld();
    const account = world.accounts.find(({ id }) => id === DEMO_ACCOUNTS.foodRetailer);
    const below = new Set(["account-haver-nord", "account-haver-rhein-ruhr", "account-haver-sued"]);
    const crm = {
      account,
      family: world.accounts.filter(({ id }) => below.has(id)),
      opportunities: world.opportunities,
      assets: [],
    };
    const found = strongAreas(plan, library, crm, TODAY);
    expect(
      found.find(({ path, offering }) => path === "Germany › North" && offering === "Plug-in cabinets")
        ?.deals,
    ).toBeGreaterThan(2);
  });
});

describe("words", () => {
  test("of ours are told with the customer's word, and a quote that names ours makes it no word of his", () => {
    const { story } = retail();
    const [proposition] = story.propositions;
    if (!proposition) throw new Error("The retailer has a proposition.");
    const { promise } = wordsOf(story, proposition, "en");
    expect(promise.jargon).toMatchObject([{ found: "plug-in systems", instead: "cabinet" }]);
    expect(promise.own).toEqual([]);
    const his = {
      ...proposition,
      fields: { ...proposition.fields, promise: "Cabinets that customers stand in front of." },
    };
    expect(wordsOf(story, his, "en").promise.own.map(({ found }) => found)).toEqual([
      "Cabinets",
      "customers stand in front of",
    ]);
  });

  test("of his are at hand to write with, the market's only once he confirmed them, and what is used is marked", () => {
    const { story } = retail();
    const [proposition] = story.propositions;
    if (!proposition) throw new Error("The retailer has a proposition.");
    const told = { ...proposition, fields: { ...proposition.fields, promise: "Cabinets." } };
    const found = theirWords(story, wordsOf(story, told, "en"));
    expect(found.map(({ kind, used }) => [kind, used])).toEqual([
      ["term", true],
      ["quote", false],
    ]);
    expect(found[1]).toMatchObject({ by: "Katarzyna Pietruszkowiak" });
  });

  test("stand where they stood when a text is taken apart", () => {
    const own = [{ start: 3, end: 6, found: "new", from: "t" }];
    expect(toStretches("My new car", own)).toEqual([
      { text: "My ", own: false },
      { text: "new", own: true },
      { text: " car", own: false },
    ]);
    expect(toStretches("", [])).toEqual([]);
  });

  test("pasted with half characters can be stored", () => {
    expect(toStorable("a\0b\uD83D🚀")).toBe("ab\uFFFD🚀");
  });
});

test("what is being told comes before what nobody tells yet, and messages are another widget's task", () => {
  const { story } = retail();
  expect(storyTasks(story, TODAY, "en").map(({ kind }) => kind)).toEqual([
    "jargon",
    "spot-without-proposition",
    "spot-without-proposition",
  ]);
});

describe("a story that leaves the page", () => {
  const proofs = [
    proofIn({ statement: "40 % less <b>.", link: "https://example.com/a?b=1&c=2", notes: "SECRET" }),
    proofIn({ statement: "Said already.", link: "javascript:alert(1)" }),
  ];
  const story = toStory("T", { promise: "Half & <i>half</i>.", proof: "Said  already." }, proofs, "en");

  test("says no fact twice, shows no internal note, and opens no address that runs", () => {
    expect(story.proofs).toHaveLength(1);
    expect(toText(story)).toBe(
      "Half & <i>half</i>. Said already.\n\n• 40 % less <b>. https://example.com/a?b=1&c=2",
    );
    expect(safeLink("javascript:alert(1)")).toBeUndefined();
  });

  test("is text in HTML, whatever it holds", () => {
    const html = toHtml(story, (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    expect(html).not.toMatch(/<(i|b)>/);
    expect(html).toContain('href="https://example.com/a?b=1&amp;c=2"');
  });

  test("opens a mail to the contact, unless it is too long or the address is none", () => {
    expect(toMailAddress(story, "o'brien@example.com")).toMatch(
      /^mailto:o'brien@example\.com\?subject=T&body=Half%20/,
    );
    expect(toMailAddress(story, "a@b.c?bcc=x@y.z")).toMatch(/^mailto:\?subject/);
    expect(toMailAddress({ ...story, narrative: "x".repeat(2000) }, undefined)).toBeUndefined();
    expect(toMailAddress({ ...story, narrative: "\uD83D" }, undefined)).toBeUndefined();
  });

  test("takes as long to say as its words", () => {
    expect(speakingTime(Array.from({ length: 140 }, () => "word").join(" "))).toEqual({
      words: 140,
      seconds: 60,
    });
    expect(speakingTime("")).toEqual({ words: 0, seconds: 5 });
  });
});
