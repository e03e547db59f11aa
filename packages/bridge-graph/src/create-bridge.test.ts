import { describe, expect, test } from "vitest";
import type { BridgeAnswer, BridgeQuery } from "./bridge.ts";
import { createBridge } from "./create-bridge.ts";
import type { Tie } from "./tie.ts";

const today = "2026-11-01";
const named = (ids: string) => ids.split(" ").map((id) => ({ id, name: id }));
const people = named("ursel uwe ann bob cleo dirk tom zoe");
const organisations = named("board club fund guild hall");

/** `"ann bob: board"` are two board seats since 2015. */
function seats(...lines: readonly string[]): Tie[] {
  return lines.flatMap((line) => {
    const [members = "", organisation = ""] = line.split(": ");
    return members.split(" ").map((person) => ({
      id: `${person}@${organisation}`,
      person,
      organisation,
      type: "board_seat",
      start: "2015",
      source: "register",
      sourceDate: "2026-10-02",
    }));
  });
}

const bridgeOf = (ties: readonly Tie[]) => createBridge({ people, organisations, ties, today });
const ask = (ties: readonly Tie[], query: Partial<BridgeQuery> = {}): BridgeAnswer =>
  bridgeOf(ties).paths({ from: ["ursel", "uwe"], to: "tom", ...query });
const chains = (answer: BridgeAnswer): string[] => answer.paths.map((path) => path.people.join(" "));

describe("a rep who asks for a bridge", () => {
  test("reads link by link who knows whom, from where, since when and who says so", () => {
    const [path] = ask(seats("ursel ann: club", "ann tom: board")).paths;
    expect(path?.people).toEqual(["ursel", "ann", "tom"]);
    expect(path?.strength).toBeCloseTo(0.36, 5);
    expect(path?.links[1]).toMatchObject({
      from: "ann",
      to: "tom",
      because: [
        {
          organisation: "board",
          from: "2015",
          current: true,
          ties: [{ id: "ann@board" }, { id: "tom@board" }],
        },
      ],
    });
    expect(path?.links[1]?.because[0]?.ties[0]).toMatchObject({
      source: "register",
      sourceDate: "2026-10-02",
    });
  });

  test("sees other ways, not variants of one over the same go-between", () => {
    const answer = ask(
      seats(
        "ursel uwe ann: club",
        "ann tom: board",
        "uwe bob: guild",
        "bob tom: fund",
        "ann cleo: hall",
        "cleo tom: board",
      ),
    );
    expect(chains(answer)).toEqual(["ursel ann tom", "uwe bob tom"]);
  });

  test("is never led through a colleague who could be asked himself", () => {
    const answer = ask(seats("ursel uwe: club", "uwe ann: guild", "ann tom: board"));
    expect(chains(answer)).toEqual(["uwe ann tom"]);
  });

  test("can go round people, bodies and wrong ties", () => {
    const ties = seats("ursel ann: club", "ann tom: board", "ursel bob: guild", "bob tom: fund");
    expect(chains(ask(ties))).toEqual(["ursel ann tom", "ursel bob tom"]);
    expect(chains(ask(ties, { exclude: { people: ["ann"] } }))).toEqual(["ursel bob tom"]);
    expect(chains(ask(ties, { exclude: { organisations: ["fund"] } }))).toEqual(["ursel ann tom"]);
    expect(chains(ask(ties, { exclude: { ties: ["ann@club"] } }))).toEqual(["ursel bob tom"]);
    expect(chains(ask(ties, { exclude: { people: ["ursel"] } }))).toEqual([]);
  });

  test("can ask for certain relations only, and for those that hold today", () => {
    const meeting: Tie = {
      id: "m",
      person: "uwe",
      otherPerson: "tom",
      type: "meeting",
      start: "2012",
      end: "2013",
    };
    const ties = [...seats("ursel ann: club", "ann tom: board"), meeting];
    expect(chains(ask(ties, { relationTypes: ["board_seat"] }))).toEqual(["ursel ann tom"]);
    expect(chains(ask(ties, { relationTypes: ["meeting"] }))).toEqual(["uwe tom"]);
    expect(chains(ask(ties, { currentOnly: true }))).toEqual(["ursel ann tom"]);
    expect(chains(ask(ties, { relationTypes: [] }))).toEqual([]);
  });

  test("is told when the search was cut off", () => {
    const ties = seats("ursel ann: club", "ann bob: guild", "bob tom: board");
    expect(ask(ties, { budget: 2 })).toMatchObject({
      paths: [],
      cutOff: true,
      advice: { reason: "search-cut-off" },
    });
    expect(ask(ties).cutOff).toBe(false);
  });

  test("learns which ids nobody bears", () => {
    expect(ask(seats("ursel tom: club"), { from: ["ursel", "nobody"] })).toMatchObject({
      unknown: ["nobody"],
      paths: [{}],
    });
    expect(ask([], { to: "ghost" })).toMatchObject({
      unknown: ["ghost"],
      advice: { reason: "unknown-target" },
    });
  });

  test("has no way to go to one of ours", () => {
    expect(ask(seats("ursel uwe: club"), { to: "uwe" }).paths).toEqual([
      { strength: 1, people: ["uwe"], links: [] },
    ]);
  });

  test.each<[Partial<BridgeQuery>, string]>([
    [{ maxIntroductions: 4 }, "maxIntroductions is 4"],
    [{ count: -1 }, "count is -1"],
    [{ budget: Number.NaN }, "budget is NaN"],
  ])("is refused what cannot be meant: %o", (query, message) => {
    expect(() => ask([], query)).toThrow(message);
  });
});

describe("where there is no path", () => {
  const far = seats("ursel ann: club", "ann bob: guild", "bob cleo: fund", "cleo tom: board");

  test("within three introductions, the answer says who would open one", () => {
    const { paths, advice } = ask(far);
    expect(paths).toEqual([]);
    expect(advice).toMatchObject({
      reason: "too-far",
      withoutFilters: false,
      longer: { people: ["ursel", "ann", "bob", "cleo", "tom"] },
      openers: [{ people: ["bob", "cleo", "tom"] }, { people: ["cleo", "tom"] }],
    });
  });

  test("whoever gets to know an opener has a path", () => {
    for (const { people: chain } of ask(far).advice?.openers ?? []) {
      const known: Tie = {
        id: "new",
        person: "uwe",
        otherPerson: chain[0] as string,
        type: "crm_contact",
        start: "2026",
      };
      expect(chains(ask([...far, known]))).toContain(["uwe", ...chain].join(" "));
    }
  });

  test("because of the filters, the answer says so", () => {
    const ties = seats("ursel ann: club", "ann tom: board");
    expect(ask(ties, { exclude: { people: ["ann"] } }).advice?.withoutFilters).toBe(true);
    expect(ask(ties, { relationTypes: ["club"] }).advice?.withoutFilters).toBe(true);
    expect(ask(ties, { currentOnly: true, maxIntroductions: 1 }).advice?.withoutFilters).toBe(false);
  });

  test("the answer tells a target without ties from a team without people", () => {
    expect(ask(seats("ursel ann: club")).advice).toMatchObject({
      reason: "target-without-ties",
      openers: [],
    });
    expect(ask(far, { from: [] }).advice).toMatchObject({
      reason: "nobody-of-ours",
      openers: [{ people: ["cleo", "tom"] }],
    });
  });
});

describe("a tie that cannot be", () => {
  const good: Tie = { id: "x", person: "ann", organisation: "board", type: "board_seat" };
  test.each<[Partial<Tie>, string, string]>([
    [{ organisation: "" }, "missing-end", "organisation"],
    [{ person: "" }, "missing-end", "person"],
    [{ otherPerson: "bob" }, "two-ends", "otherPerson"],
    [{ organisation: "", otherPerson: "ann" }, "self-tie", "otherPerson"],
    [{ person: "ghost" }, "unknown-person", "person"],
    [{ organisation: "nowhere" }, "unknown-organisation", "organisation"],
    [{ type: "cousin" }, "unknown-type", "type"],
    [{ type: "constructor" }, "unknown-type", "type"],
    [{ share: 100.5 }, "share-out-of-range", "share"],
    [{ share: Number.NaN }, "share-out-of-range", "share"],
    [{ start: "2019-02-30" }, "impossible-date", "start"],
    [{ start: "2019", end: "2018" }, "dates-reversed", "end"],
  ])("is reported with its field, and the others count: %o", (wrong, fault, field) => {
    const bridge = bridgeOf([{ ...good, ...wrong }, ...seats("ursel tom: club")]);
    expect(bridge.problems).toMatchObject([{ tie: "x", fault, field }]);
    expect(bridge.size.ties).toBe(2);
  });

  test("is reported where its id is there already", () => {
    expect(bridgeOf([good, { ...good, person: "bob" }]).problems).toMatchObject([
      { tie: "x", fault: "repeated-id" },
    ]);
  });
});

describe("whom a person knows", () => {
  test("is listed from the strongest on, as far as ties count", () => {
    const bridge = bridgeOf([
      ...seats("ann bob: club"),
      { id: "c", person: "ann", otherPerson: "cleo", type: "colleague", start: "2020" },
    ]);
    expect(bridge.acquaintances("ann").map(({ person }) => person)).toEqual(["cleo", "bob"]);
    expect(bridge.acquaintances("ann", { exclude: { people: ["cleo"] } })).toHaveLength(1);
    expect(bridge.acquaintances("ghost")).toEqual([]);
    expect(bridge.link("ann", "ann")).toBeUndefined();
  });

  test("is not everybody of a body of thousands, but who sits with him in a small circle of it", () => {
    const crowd = Array.from({ length: 1200 }, (_, place) => ({ id: `staff-${place}`, name: "" }));
    const staff = crowd.map(({ id }): Tie => ({
      id,
      person: id,
      organisation: "hall",
      type: "employer",
      start: "2015",
    }));
    const bridge = createBridge({
      people: [...people, ...crowd],
      organisations,
      ties: [...staff, ...seats("ann bob: hall")],
      today,
    });
    expect(bridge.size.pairs).toBe(1);
    expect(bridge.acquaintances("ann").map(({ person }) => person)).toEqual(["bob"]);
    expect(bridge.link("staff-1", "staff-2")).toBeUndefined();
  });
});
