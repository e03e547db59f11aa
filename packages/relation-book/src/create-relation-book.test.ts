import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRelationBook } from "./create-relation-book.ts";
import type { BookChanges, BookView, RelationBook } from "./relation-book.ts";
import {
  acquaintance,
  body,
  contact,
  employed,
  id,
  member,
  person,
  seat,
  smallWorld,
} from "./small-world.fixture.ts";

const ben: BookView = { me: id("ben") };
const ada: BookView = { me: id("ada") };
const carl = { to: { contact: id("c-carl") } };

const wayTo = (
  book: RelationBook,
  view = ben,
  query: Partial<Parameters<RelationBook["findPaths"]>[0]> = {},
) => book.findPaths({ ...carl, ...query }, view).paths[0]?.people;

const WAY = ["CRM/team-member/ada", "Register/dora", "Register/carl"];

describe("A way to a contact", () => {
  test("goes over people whom the register and the CRM name in two ways", () => {
    const book = createRelationBook(smallWorld());
    expect(wayTo(book)).toEqual(WAY);
    const [dora] = book.describe([id("Register/dora")], ben);
    expect(dora).toMatchObject({
      id: "Register/dora",
      contact: "c-dora",
      sources: [{ name: "CRM" }, { name: "Register" }],
    });
  });

  test("may be asked for by the id of any of a person's records", () => {
    expect(wayTo(createRelationBook(smallWorld()), ben, { to: { person: id("Register/carl") } })).toEqual(
      WAY,
    );
  });

  test("is told with the ground, its source and its dates", () => {
    const [path] = createRelationBook(smallWorld()).findPaths(carl, ben).paths;
    expect(path?.links[1]?.because[0]).toMatchObject({
      body: "Register/trust",
      from: "2018",
      to: "2019",
      current: false,
      ties: [
        { id: "Register/t1", role: "chair", from: "2018", source: { name: "Register", date: "2026-10-01" } },
        { id: "Register/t2", role: "member", from: "2016", to: "2019" },
      ],
    });
  });

  test("goes round what the user leaves out, by any of its ids, and says that there would be one", () => {
    const book = createRelationBook(smallWorld());
    for (const exclude of [
      { people: [id("Register/dora")] },
      { bodies: [id("Register/trust")] },
      { ties: [id("Register/t2")] },
    ]) {
      const answer = book.findPaths({ ...carl, exclude }, ben);
      expect(answer.paths).toEqual([]);
      expect(answer.advice).toMatchObject({ withoutFilters: true });
    }
  });

  test("starts from the team members who are asked for", () => {
    expect(wayTo(createRelationBook(smallWorld()), ben, { from: [id("ben")] })).toEqual([
      "CRM/team-member/ben",
      ...WAY,
    ]);
  });

  test("is unknown where nobody knows the contact", () => {
    const answer = createRelationBook(smallWorld()).findPaths({ to: { contact: id("c-nobody") } }, ben);
    expect(answer).toMatchObject({ paths: [], advice: { reason: "unknown-target" } });
    expect("target" in answer).toBe(false);
  });

  test.each([{ count: 0 }, { count: 13 }, { maxIntroductions: 4 }])("is not asked for with %o", (query) => {
    expect(() => createRelationBook(smallWorld()).findPaths({ ...carl, ...query }, ben)).toThrow(
      expect.objectContaining({ code: "malformed" }),
    );
  });
});

describe("A contact of the CRM", () => {
  const world = () => {
    const { decisions: _, ...apart } = smallWorld();
    return {
      ...apart,
      bodies: [...apart.bodies, body("harbour", "Harbour Limited", { register: "HRB 7" })],
      ties: [...apart.ties, seat("t33", "dora", "harbour", { type: "managing_director" })],
    };
  };
  const same = (book: RelationBook) =>
    book.findPerson({ contact: id("c-dora") }) === book.findPerson(id("Register/dora"));
  const harbour = {
    one: id("CRM/account/harbour"),
    other: id("Register/harbour"),
    same: true,
    by: id("ada"),
    at: "2026-11-02",
  };

  test("is whom the register has of his name at his own firm, once both are known to be one firm", () => {
    const book = createRelationBook(world());
    expect(same(book)).toBe(false);
    book.apply({ decisions: [harbour] });
    expect(same(book)).toBe(true);
    const { score = 0, reasons = [] } = book.people.merged[0] ?? {};
    expect(reasons).toContainEqual(expect.objectContaining({ reason: "body", verdict: "same" }));
    expect(score).toBeCloseTo(1 / (1 + 2 ** -reasons.reduce((sum, { weight }) => sum + weight, 0)));
    expect(same(createRelationBook({ ...world(), decisions: [harbour] }))).toBe(true);
  });

  test("is asked about, never merged, where the CRM has two of his name at one account", () => {
    const book = createRelationBook(world());
    book.apply({
      people: [contact("c-twice", "QUIST Dora", "harbour")],
      ties: [employed("contact/c-twice", "account/harbour")],
    });
    expect(book.people.proposals).toContainEqual(
      expect.objectContaining({ one: "CRM/contact/c-dora", other: "CRM/contact/c-twice" }),
    );
  });

  test("is no longer he when the register's tie to the firm is gone", () => {
    const book = createRelationBook({ ...world(), decisions: [harbour] });
    book.apply({ removed: { ties: [id("Register/t33")] } });
    expect(same(book)).toBe(false);
  });
});

describe("A team member's wish", () => {
  const wishing = (wish: "hidden" | "ask-first" | "shared") =>
    createRelationBook({ ...smallWorld(), wishes: [{ teamMember: id("ada"), wish }] });

  test("hidden: his ties are nowhere for others, and nothing tells that there are any", () => {
    const answer = wishing("hidden").findPaths(carl, ben);
    expect(answer.paths).toEqual([]);
    expect(answer.advice).toMatchObject({ withoutFilters: false });
    expect(JSON.stringify(answer)).not.toContain("ada");
    expect(
      JSON.stringify(wishing("hidden").listAcquaintances({ person: id("Register/dora") }, ben)),
    ).not.toContain("ada");
  });

  test("hidden: he himself sees them", () => {
    expect(wayTo(wishing("hidden"), ada)).toEqual(WAY);
  });

  test("ask first: others see the link with his name on it, he does not", () => {
    const link = (view: BookView) => wishing("ask-first").findPaths(carl, view).paths[0]?.links[0];
    expect(link(ben)).toMatchObject({ askFirst: "ada" });
    expect(link(ada)).not.toHaveProperty("askFirst");
  });
});

describe("What the user may not see in the CRM", () => {
  test("a contact whom the register knows too is there as the register knows him, without the CRM's ties", () => {
    const view = { ...ben, withoutContacts: new Set([id("c-dora")]) };
    const book = createRelationBook(smallWorld());
    expect(book.findPaths(carl, view).paths).toEqual([]);
    expect(book.describe([id("Register/dora")], view)[0]).toEqual({
      id: "Register/dora",
      name: "Dora Quist",
      sources: [{ name: "Register" }],
    });
  });

  test("a contact whom the CRM alone knows is not there", () => {
    const { decisions: _, ...apart } = smallWorld();
    const book = createRelationBook(apart);
    const seen = book.listAcquaintances(
      { person: id("CRM/team-member/ada") },
      { ...ada, withoutContacts: new Set([id("c-dora")]) },
    );
    expect(JSON.stringify(seen)).not.toContain("Dora");
    expect(seen.total).toBe(1);
  });
});

describe("Targets of an account", () => {
  const contacts = [{ id: id("c-carl"), name: "Carl Ferro", title: "Director" }];

  test("are its contacts, the best reached first, then those nobody knows", () => {
    const [first, second] = createRelationBook(smallWorld()).findTargets(
      { account: id("mill"), contacts: [{ id: id("c-x"), name: "Abel Nobody" }, ...contacts] },
      ben,
    );
    expect(first).toMatchObject({ name: "Carl Ferro", part: "Director", best: { introductions: 2 } });
    expect(second).toEqual({ contact: "c-x", name: "Abel Nobody" });
  });

  test("are those in its own body too, with the part they play; who left is none", () => {
    const book = createRelationBook(smallWorld());
    book.apply({
      people: [person("gus", "Gus Holm"), person("old", "Olga Weg")],
      ties: [
        seat("t8", "gus", "CRM/account/mill", { role: "chair" }),
        seat("t9", "old", "CRM/account/mill", { end: "2020" }),
      ],
    });
    const targets = book.findTargets({ account: id("mill"), contacts }, ben);
    expect(targets.map(({ name, part }) => [name, part])).toEqual([
      ["Carl Ferro", "Director"],
      ["Gus Holm", "chair"],
    ]);
  });
});

describe("The neighbourhood effect", () => {
  const insolvent = () => {
    const world = smallWorld();
    return createRelationBook({
      ...world,
      bodies: [...world.bodies, { source: "Register", key: "dock", name: "Old Dock", insolvent: "2025" }],
      ties: [
        ...world.ties,
        seat("t4", "eve", "dock"),
        seat("t5", "dora", "yard"),
        seat("t6", "eve", "trust"),
      ],
    });
  };

  test("warns of whoever is around two insolvent bodies, not of who is around one", () => {
    expect(insolvent().warnings).toEqual([
      { kind: "insolvent-body", subject: "Register/dock", bodies: ["Register/dock"] },
      { kind: "insolvent-body", subject: "Register/yard", bodies: ["Register/yard"] },
      {
        kind: "person-around-insolvencies",
        subject: "Register/eve",
        bodies: ["Register/dock", "Register/yard"],
      },
    ]);
  });

  test("stands in answers, with the bodies it rests on", () => {
    const { people, bodies } = insolvent().listAcquaintances({ person: id("Register/carl") }, ben);
    expect(people.find(({ name }) => name === "Eve Sund")).toMatchObject({
      insolvencies: ["Register/dock", "Register/yard"],
    });
    expect(bodies.filter(({ insolvent: since }) => since).map(({ name }) => name)).toEqual([
      "Old Dock",
      "Old Yard",
    ]);
  });
});

describe("Changes", () => {
  test("an erased person is on no way, and his name is nowhere", () => {
    const book = createRelationBook(smallWorld());
    book.apply({ removed: { people: [id("Register/dora"), id("CRM/contact/c-dora")] } });
    const answer = book.findPaths(carl, ben);
    expect(answer.paths).toEqual([]);
    expect(
      JSON.stringify([answer, book.findTargets({ account: id("harbour"), contacts: [] }, ben)]),
    ).not.toContain("Dora");
    expect(book.report(id("Register/dora"))).toBeUndefined();
  });

  test("his ties count again when he comes back", () => {
    const book = createRelationBook(smallWorld());
    book.apply({ removed: { people: [id("Register/dora")] } });
    expect(wayTo(book)).toBeUndefined();
    expect(book.problems).toMatchObject([{ tie: "Register/t1", fault: "unknown-person" }]);
    book.apply({ people: [person("dora", "Dora Quist")] });
    expect(wayTo(book)).toEqual(WAY);
    expect(book.problems).toEqual([]);
  });

  test("a dismissed tie counts for nothing until it is brought back", () => {
    const book = createRelationBook({ ...smallWorld(), dismissed: [id("Register/t1")] });
    expect(wayTo(book)).toBeUndefined();
    book.apply({ removed: { dismissed: [id("Register/t1")] } });
    expect(wayTo(book)).toEqual(WAY);
  });

  const parts: readonly BookChanges[] = [
    { people: [person("fay", "Fay Moor"), person("gil", "Gil Rand")] },
    {
      ties: [
        seat("t7", "fay", "trust"),
        seat("t8", "gil", "yard"),
        seat("t9", "gil", "trust", { end: "2021" }),
      ],
    },
    { ties: [seat("t1", "dora", "yard")] },
    { removed: { ties: [id("Register/t2")] } },
    { removed: { people: [id("Register/eve")] } },
    { removed: { bodies: [id("Register/yard")] } },
    {
      people: [member("cid", "Cid Loam"), contact("c-fay", "Fay Moor", "mill")],
      ties: [employed("contact/c-fay", "account/mill")],
    },
    {
      decisions: [
        {
          one: id("CRM/contact/c-fay"),
          other: id("Register/fay"),
          same: true,
          by: id("ada"),
          at: "2026-11-03",
        },
      ],
    },
    {
      decisions: [
        {
          one: id("CRM/contact/c-dora"),
          other: id("Register/dora"),
          same: false,
          by: id("ada"),
          at: "2026-11-04",
        },
      ],
    },
    { removed: { decisions: [{ one: id("CRM/contact/c-carl"), other: id("Register/carl") }] } },
    { ties: [acquaintance("o9", "team-member/cid", "contact/c-fay")] },
  ];

  test("one after the other give the same book as all at once, and no tie is lost", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts]), (changes) => {
        const book = createRelationBook(smallWorld());
        for (const change of changes) {
          // Each change is answered before the next: the graph is patched, not made anew.
          book.findPaths(carl, ben);
          book.apply(change);
        }
        const fresh = createRelationBook(atOnce(changes));
        expect(tell(book)).toEqual(tell(fresh));
      }),
    );
  });
});

/** The same records as if they had always been there. */
function atOnce(changes: readonly BookChanges[]) {
  const world = smallWorld();
  const key = ({ source, key: name }: { readonly source: string; readonly key: string }) =>
    `${source}/${name}`;
  const kinds = ["people", "bodies", "ties"] as const;
  const records = { people: new Map(), bodies: new Map(), ties: new Map() };
  for (const kind of kinds)
    for (const record of [...world[kind], ...(world.crm?.[kind] ?? [])])
      records[kind].set(key(record), record);
  let decisions = [...(world.decisions ?? [])];
  for (const change of changes) {
    for (const kind of kinds) {
      for (const gone of change.removed?.[kind] ?? []) records[kind].delete(gone);
      for (const record of change[kind] ?? []) records[kind].set(key(record), record);
    }
    decisions.push(...(change.decisions ?? []));
    for (const { one, other } of change.removed?.decisions ?? [])
      decisions = decisions.filter((made) => made.one !== one || made.other !== other);
  }
  return {
    ...world,
    crm: { people: [], bodies: [], ties: [] },
    people: records.people.values(),
    bodies: records.bodies.values(),
    ties: records.ties.values(),
    decisions,
  };
}

/** All a book tells, whatever the order in which it heard of it. */
function tell(book: RelationBook) {
  const people = [...book.people.identities()].toSorted();
  return {
    size: { ...book.size, pairs: book.size.pairs },
    problems: book.problems.map(({ tie, fault }) => `${tie} ${fault}`).toSorted(),
    warnings: book.warnings,
    answer: book.findPaths(carl, ben),
    reports: people.map((somebody) => book.report(somebody)),
    known: people.map((somebody) =>
      book.listAcquaintances({ person: somebody }, ada).links.map(({ to, strength }) => [to, strength]),
    ),
  };
}
