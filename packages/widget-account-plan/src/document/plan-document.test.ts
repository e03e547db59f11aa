import { describe, expect, it, test } from "vitest";
import { type PlanDocument, writePlan } from "./plan-document.model.ts";
import type { Block } from "./plan-page.ts";
import { stageDemo, toMap, toRecord, wordsIn } from "./stage.fixture.ts";

const ACCOUNTS = ["account-haver", "account-kryolind"] as const;
const kindsOf = (plan: PlanDocument) => plan.pages.map(({ kind }) => kind);
const page = (plan: PlanDocument, kind: string) => plan.pages.find((one) => one.kind === kind);
const textOf = (blocks: readonly Block[] = []): string => JSON.stringify(blocks);

describe("an account plan", () => {
  it("has a page for each step with content, and none for the others", () => {
    const plan = writePlan(stageDemo(ACCOUNTS[0], "team"), wordsIn("en"));
    expect(kindsOf(plan)).toEqual(expect.arrayContaining(["brief", "strategy", "messages", "white-space"]));
    const { crm } = stageDemo(ACCOUNTS[0], "team");
    const nothing = { plan: toMap([]), library: toMap([]), crm: { ...crm, opportunities: [] } };
    expect(writePlan({ ...nothing, audience: "team", today: "2026-11-22" }, wordsIn("en")).pages).toEqual([]);
  });

  it("has version, date, region and manager at its head", () => {
    const stage = stageDemo(ACCOUNTS[0], "team");
    const [manager] = stage.crm.teamMembers;
    const head = toRecord("account-plan", "account-plan", {
      version: 3,
      versionDate: "2026-10-01",
      region: "Jawa Barat",
      manager: manager?.id ?? "",
    });
    const plan = writePlan({ ...stage, plan: toMap([...stage.plan.values(), head]) }, wordsIn("en"));
    expect(plan.head).toContain("Version 3");
    expect(plan.head).toContain("Jawa Barat");
    expect(plan.head).toContain(manager?.name ?? "nobody");
    expect(plan.customer).toBe(stage.crm.account?.name);
  });

  it("looks ahead: a meeting that was held stands neither in the brief nor in the relationship plan", () => {
    const stage = stageDemo(ACCOUNTS[0], "team");
    const meeting = (id: string, status: string) =>
      toRecord(id, "meeting-sheet", {
        member: "m",
        reason: `reason ${id}`,
        status,
        meetingDate: "2026-12-01",
      });
    const records = [
      toRecord("m", "buying-centre-member", { name: "Ingrid Solheim" }),
      meeting("past", "held"),
      meeting("off", "cancelled"),
      meeting("next", "arranged"),
    ];
    const plan = writePlan({ ...stage, plan: toMap(records) }, wordsIn("en"));
    const text = textOf(page(plan, "brief")?.blocks) + textOf(page(plan, "meetings")?.blocks);
    expect(text).toContain("reason next");
    expect(text).not.toContain("reason past");
    expect(text).not.toContain("reason off");
  });

  it("shows ratings that differ as their range", () => {
    const stage = stageDemo(ACCOUNTS[0], "team");
    const rating = (rater: string, relationship: number) =>
      toRecord(`r-${rater}`, "member-rating", { member: "m", rater, relationship });
    const records = [
      toRecord("m", "buying-centre-member", { name: "Ingrid Solheim", role: "sponsor" }),
      rating("one", -1),
      rating("other", 2),
    ];
    const plan = writePlan({ ...stage, plan: toMap(records) }, wordsIn("en"));
    expect(textOf(page(plan, "people")?.blocks)).toContain("-1 … +2");
  });

  it("says how many lines a brief had no room for", () => {
    const stage = stageDemo(ACCOUNTS[0], "team");
    const gaps = Array.from({ length: 9 }, (_, index) =>
      toRecord(`g${index}`, "knowledge-gap", { question: `Question ${index}?` }),
    );
    const plan = writePlan({ ...stage, plan: toMap(gaps) }, wordsIn("de"));
    expect(textOf(page(plan, "brief")?.blocks)).toContain("und 4 weitere");
  });
});

test.each(["en", "de", "id"] as const)(
  "every page is titled in %s, and no text of the model shows through",
  (language) => {
    for (const account of ACCOUNTS)
      for (const audience of ["team", "customer"] as const) {
        const plan = writePlan(stageDemo(account, audience), wordsIn(language));
        expect(textOf(plan.pages as never)).not.toMatch(/not-possible|decision-maker|undefined|\{[a-z]+\}/u);
      }
  },
);

test("the customer reads what both sides share, and no page that is ours alone", () => {
  const plan = writePlan(stageDemo(ACCOUNTS[0], "customer"), wordsIn("en"));
  expect(kindsOf(plan)).toContain("strategy");
  for (const kind of ["brief", "voice", "white-space", "people", "meetings"] as const)
    expect(kindsOf(plan)).not.toContain(kind);
});
