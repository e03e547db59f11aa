import { toRecordId } from "@sweetspot/contract";
import type { CrmRelations } from "@sweetspot/relation-book";
import { expect, test, vi } from "vitest";
import { type AskRelations, MOST_TIES, readNeighbourhood } from "./neighbourhood.ts";
import type { RelationAnswer, TieRow } from "./relation-answer.ts";

const ACCOUNT = toRecordId("a1");
const CRM: CrmRelations = {
  people: [
    { source: "CRM", key: "team-member/u1", name: "Anna Ours", teamMember: toRecordId("u1") },
    { source: "CRM", key: "contact/c1", name: "Theo Target", contact: toRecordId("c1") },
  ],
  bodies: [{ source: "CRM", key: "account/a1", name: "Nordwind AG", account: ACCOUNT }],
  ties: [],
};
const person = (key: string) => ({ id: toRecordId(`R/${key}`), source: "R", name: key, match: key });
const bond = (one: string, other: string): TieRow => ({
  id: toRecordId(`R/${one}-${other}`),
  source: "R",
  person: `R/${one}`,
  otherPerson: `R/${other}`,
  type: "colleague",
});
const NOTHING: RelationAnswer = { people: [], bodies: [], ties: [], decisions: [] };

/** target – p1 – p2 – p3 – p4 – p5 – ours, and what a register has besides. */
const CHAIN = ["target", "p1", "p2", "p3", "p4", "p5", "ours"];
function orgOf(more: readonly TieRow[] = []): AskRelations {
  const ties = [...CHAIN.slice(1).map((one, index) => bond(CHAIN[index] ?? "", one)), ...more];
  return async (request) => {
    if (request.step === "find")
      return {
        ...NOTHING,
        named: [
          { id: toRecordId("CRM/team-member/u1"), match: "ours" },
          { id: toRecordId("CRM/contact/c1"), match: "target" },
        ],
        people: [person("ours"), person("target")],
      };
    const asked = new Set(request.people.map(String));
    const found = ties.filter((tie) => asked.has(tie.person ?? "") || asked.has(tie.otherPerson ?? ""));
    const people = [...asked, ...found.flatMap((tie) => [tie.person ?? "", tie.otherPerson ?? ""])];
    return { ...NOTHING, people: [...new Set(people)].map((id) => person(id.slice(2))), ties: found };
  };
}
const askedIn = (ask: { readonly mock: { readonly calls: readonly unknown[][] } }): readonly string[] =>
  ask.mock.calls.flatMap(([request]) => {
    const { step, people } = request as { readonly step: string; readonly people: readonly string[] };
    return step === "around" ? people : [];
  });

test("only those are asked about over whom a way of three introductions may lead, each once", async () => {
  const ask = vi.fn(orgOf());
  const [hood] = await readNeighbourhood(ask, CRM, ACCOUNT);
  expect(askedIn(ask).toSorted()).toEqual(["R/ours", "R/p1", "R/target"]);
  expect(hood.cutOff).toBe(false);
  await hood.open([toRecordId("R/target")], 1);
  expect(askedIn(ask)).toHaveLength(3);
});

test("one introduction further is asked about from both sides", async () => {
  const ask = vi.fn(orgOf());
  const [hood] = await readNeighbourhood(ask, CRM, ACCOUNT);
  const told = await hood.open([], 2);
  expect(askedIn(ask).toSorted()).toEqual(["R/ours", "R/p1", "R/p2", "R/p5", "R/target"]);
  expect(told.flatMap(({ ties }) => ties.map(({ id }) => id)).toSorted()).toEqual(["R/p2-p3", "R/p4-p5"]);
});

test("whoever is named later is asked about, too", async () => {
  const ask = vi.fn(orgOf());
  const [hood] = await readNeighbourhood(ask, CRM, ACCOUNT);
  await hood.open([toRecordId("R/p4")], 0);
  expect(askedIn(ask)).toContain("R/p4");
});

test("two records that people said to be one are walked as one", async () => {
  const inner = orgOf([bond("twin", "far")]);
  const ask = vi.fn<AskRelations>(async (request) => {
    const answer = await inner(request);
    if (request.step === "find") return answer;
    const same = { one: toRecordId("R/target"), other: toRecordId("R/twin"), same: true };
    return {
      ...answer,
      people: [...answer.people, person("twin")],
      decisions: [{ ...same, by: toRecordId("u1"), at: "2026-01-01T00:00:00.000Z" }],
    };
  });
  await readNeighbourhood(ask, CRM, ACCOUNT);
  expect(askedIn(ask)).toEqual(expect.arrayContaining(["R/twin", "R/far"]));
});

test("an org that has more than a page can hold is cut off, and it is said", async () => {
  const part = (index: number) =>
    Array.from({ length: 1000 }, (_, place) => bond("target", `x${index}-${place}`));
  let parts = 0;
  const inner = orgOf();
  const [hood] = await readNeighbourhood(
    async (request) => {
      const answer = await inner(request);
      if (request.step === "find") return answer;
      parts += 1;
      return { ...answer, ties: part(parts), next: String(parts) };
    },
    CRM,
    ACCOUNT,
  );
  expect(hood.cutOff).toBe(true);
  expect(parts).toBe(MOST_TIES / 1000);
});
