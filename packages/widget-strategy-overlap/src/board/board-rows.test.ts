import { type RecordId, toRecordId } from "@sweetspot/contract";
import {
  dismissMatch,
  joinSpot,
  leaveSpot,
  matchInsights,
  removeInsights,
  rewordMessage,
} from "@sweetspot/strategy-overlap";
import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { linkInsights } from "../lane/link-edits.model.ts";
import { after, demoBoard, demoRecords } from "../messages/demo-board.fixture.ts";
import { type BoardReading, createBoardReader, readBoard } from "../workspace/board-reading.model.ts";
import { toCardCommand } from "./board-keys.model.ts";
import { toDrop } from "./drop.model.ts";
import { createFilter, NO_FILTER } from "./filter.model.ts";
import { liftInsight, setInsightState } from "./insight-edits.model.ts";
import { createLevelDrawer } from "./level-drawer.model.ts";
import { addLevel, dropLevel, MOST_LEVELS, orderLevels, renameLevel } from "./level-edits.model.ts";
import { type LevelRows, toLevelRows } from "./level-rows.model.ts";
import { addKey, createNavigation } from "./navigation.model.ts";
import { createRowKeeper } from "./same-rows.model.ts";

const find = (reading: BoardReading, words: string) => {
  const found = reading.insights.find(({ fields }) => fields.statement.includes(words));
  if (!found) throw new Error(`No insight says "${words}".`);
  return found;
};

const rowsOf = (reading: BoardReading, limit = 100, kept: readonly RecordId[] = []): readonly LevelRows[] =>
  toLevelRows(reading, {
    proposals: [],
    limitOf: () => limit,
    kept: new Set(kept),
    personOf: () => undefined,
  });

const cardsIn = ({ rows }: LevelRows) => rows.flatMap(({ customer, provider }) => [...customer, ...provider]);

describe("rows", () => {
  test("every insight has one card on its level; in further sweet spots it is only named", () => {
    const records = demoRecords("foodRetailer");
    const reading = readBoard(records);
    const [halve, malaysia] = [find(reading, "Halve"), find(reading, "Malaysia")];
    const twice = readBoard(
      after(records, matchInsights(records, toRecordId("new-spot"), [halve.id], [malaysia.id])),
    );
    const cards = rowsOf(twice).flatMap(cardsIn);
    expect(
      cards
        .filter(({ named }) => !named)
        .map(({ insight }) => insight.id)
        .toSorted(),
    ).toEqual(twice.insights.map(({ id }) => id).toSorted());
    expect(cards.filter(({ named }) => named).map(({ insight }) => insight.id)).toEqual([halve.id]);
    expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
  });

  test("nothing of ours that meets nothing is relevant, and what nothing of ours meets is an open need", () => {
    const cards = rowsOf(demoBoard("foodRetailer")).flatMap(cardsIn);
    const readingOf = (words: string) =>
      cards.find(({ insight }) => insight.fields.statement.includes(words))?.reading;
    expect(readingOf("Malaysia")).toBe("not-relevant");
    expect(readingOf("Delivery")).toBe("open-need");
    expect(readingOf("Halve")).toBe("matched");
  });

  test("a conflict is told on both cards, with its explanation", () => {
    const cards = rowsOf(demoBoard("foodRetailer")).flatMap(cardsIn);
    const conflicts = cards.filter(({ conflict }) => conflict !== undefined);
    expect(conflicts).toHaveLength(2);
    expect(conflicts[0]?.conflict?.explanation).toMatch(/^Every new store/);
  });

  test("a long half begins with a few cards and says how many wait; what was just written is shown", () => {
    const reading = demoBoard("foodRetailer");
    const delivery = find(reading, "Delivery");
    const [group] = rowsOf(reading, 0);
    expect(group?.more).toEqual({ spots: 1, customer: 1, provider: 1 });
    expect(cardsIn(rowsOf(reading, 0, [delivery.id])[0] as LevelRows).map(({ key }) => key)).toEqual([
      delivery.id,
    ]);
  });

  test("levels on which nothing looks different are the same objects after an edit", () => {
    const records = demoRecords("foodRetailer");
    const keep = createRowKeeper();
    const before = keep(rowsOf(readBoard(records)));
    const reading = readBoard(records);
    const edited = after(records, renameLevel(reading.board, toRecordId("level-unit"), "Growth"));
    const next = keep(rowsOf(readBoard(edited)));
    expect(next.map((rows, index) => rows === before[index])).toEqual([true, false, true]);
    expect(keep(rowsOf(readBoard(edited)))).toBe(next);
  });

  test("what is drawn after any edits is what would be drawn anew", () => {
    const start = demoRecords("gasProducer");
    const options = { proposals: [], limitOf: () => 3, kept: new Set<RecordId>(), personOf: () => undefined };
    const deeds = array(
      record({
        one: nat(40),
        other: nat(40),
        deed: constantFrom("state", "lift", "match", "join", "leave", "remove", "link", "message"),
      }),
      { maxLength: 10 },
    );
    assert(
      property(deeds, (steps) => {
        const draw = createLevelDrawer();
        const read = createBoardReader();
        let records = start;
        for (const { one, other, deed } of steps) {
          const reading = read(records);
          expect(draw(reading, options)).toEqual(toLevelRows(readBoard(records), options));
          const [insight, partner] = [one, other].map(
            (place) => reading.insights[place % Math.max(1, reading.insights.length)],
          );
          const spot = reading.spots[other % Math.max(1, reading.spots.length)];
          if (!insight || !partner || !spot) break;
          const edits = {
            state: () =>
              setInsightState(insight.id, "done", { by: insight.createdBy, at: insight.createdAt }),
            lift: () => liftInsight(reading, insight, 1),
            match: () =>
              matchInsights(records, toRecordId(`spot-${one}-${other}`), [insight.id], [partner.id]),
            join: () => joinSpot(records, spot.id, insight.id),
            leave: () => leaveSpot(records, spot.id, insight.id),
            remove: () => removeInsights(records, [insight.id]),
            link: () => linkInsights(reading.board, insight, partner, "conflicts"),
            message: () => rewordMessage(records, reading.messages[0]?.id ?? insight.id, `Told ${one}`),
          };
          records = after(records, edits[deed]());
        }
        expect(draw(read(records), options)).toEqual(toLevelRows(readBoard(records), options));
      }),
      { numRuns: 40 },
    );
  });

  test("a dismissed match draws nothing", () => {
    const records = demoRecords("foodRetailer");
    const reading = readBoard(records);
    const edit = dismissMatch(find(reading, "Delivery").id, find(reading, "Malaysia").id);
    expect(readBoard(after(records, edit)).board.spots).toEqual(reading.board.spots);
  });
});

describe("walking", () => {
  const reading = demoBoard("foodRetailer");
  const walk = createNavigation(rowsOf(reading), true);
  const [halve, delivery, efficiency] = ["Halve", "Delivery", "Innovation"].map(
    (words) => find(reading, words).id,
  );

  test("right leads from a card over its sweet spot to what meets it, left leads back", () => {
    const spot = walk.step(halve ?? "", "right") ?? "";
    expect(reading.spot(toRecordId(spot))).toBeDefined();
    expect(walk.step(spot, "right")).toBe(efficiency);
    expect(walk.step(efficiency ?? "", "left")).toBe(spot);
    expect(walk.step(spot, "left")).toBe(halve);
  });

  test("down leads through the half and its button to the next level", () => {
    expect(walk.step(halve ?? "", "down")).toBe(delivery);
    expect(walk.step(delivery ?? "", "down")).toBe(addKey("level-company", "customer"));
    const next = walk.step(addKey("level-company", "customer"), "down");
    expect(next).toBe(find(reading, "Romania").id);
    expect(walk.step(halve ?? "", "up")).toBeUndefined();
  });

  test("every card is reached from the first by down and right", () => {
    const reached = new Set<string>();
    const queue = [walk.first ?? ""];
    for (const key of queue) {
      if (reached.has(key)) continue;
      reached.add(key);
      for (const step of ["down", "right", "left", "up"] as const) {
        const next = walk.step(key, step);
        if (next !== undefined) queue.push(next);
      }
    }
    for (const { id } of [...reading.insights, ...reading.spots]) expect(reached).toContain(id);
  });

  test("who may only read finds no button to add", () => {
    expect(createNavigation(rowsOf(reading), false).has(addKey("level-company", "customer"))).toBe(false);
  });
});

describe("keys", () => {
  const press = (key: string, more: Partial<Record<"altKey" | "ctrlKey" | "metaKey", boolean>> = {}) =>
    toCardCommand({ key, altKey: false, ctrlKey: false, metaKey: false, ...more });

  test("keys of the browser and of undo stay theirs", () => {
    for (const key of ["Enter", " ", "Tab", "PageDown", "x"]) expect(press(key)).toBeUndefined();
    expect(press("z", { ctrlKey: true })).toBeUndefined();
    expect(press("c", { metaKey: true })).toBeUndefined();
  });

  test("arrows walk, and with Alt they move the card", () => {
    expect(press("ArrowDown")).toEqual({ kind: "step", step: "down" });
    expect(press("ArrowDown", { altKey: true })).toEqual({ kind: "shift", by: 1 });
    expect(press("PageUp", { altKey: true })).toEqual({ kind: "lift", by: -1 });
    expect(press("M")).toEqual({ kind: "hold" });
  });
});

describe("dropping", () => {
  const records = demoRecords("foodRetailer");
  const reading = readBoard(records);
  const [delivery, malaysia, halve] = ["Delivery", "Malaysia", "Halve"].map((words) => find(reading, words));
  if (!delivery || !malaysia || !halve) throw new Error("The demo board has changed.");

  test("on the other side it matches, on its own it takes the place before, on itself nothing", () => {
    expect(toDrop(reading, delivery, { card: malaysia.id })).toEqual({ kind: "match", other: malaysia.id });
    expect(toDrop(reading, malaysia, { card: delivery.id })).toEqual({ kind: "match", other: delivery.id });
    expect(toDrop(reading, delivery, { card: halve.id })).toEqual({ kind: "before", card: halve.id });
    expect(toDrop(reading, delivery, { card: delivery.id })).toBeUndefined();
  });

  test("nothing changes sides, and what is matched is not matched again", () => {
    const half = { level: toRecordId("level-unit"), side: "customer" } as const;
    expect(toDrop(reading, delivery, { half })).toEqual({ kind: "level", level: half.level });
    expect(toDrop(reading, malaysia, { half })).toBeUndefined();
    expect(toDrop(reading, halve, { card: find(reading, "Innovation").id })).toBeUndefined();
    const [spot] = reading.board.spotsOf(halve.id);
    if (!spot) throw new Error("The demo board has changed.");
    expect(toDrop(reading, halve, { spot: spot.id })).toBeUndefined();
    expect(toDrop(reading, delivery, { spot: spot.id })).toEqual({ kind: "join", spot: spot.id });
    expect(joinSpot(records, spot.id, delivery.id)).toBeDefined();
  });
});

describe("looking for", () => {
  const reading = demoBoard("gasProducer");
  const found = (filter: Partial<typeof NO_FILTER>) => {
    const passes = createFilter({ ...NO_FILTER, ...filter });
    return reading.insights.filter((one) =>
      passes?.insight(one, reading.board.readingOf(one.id) ?? "matched"),
    ).length;
  };

  test("nothing looked for fades nothing", () => {
    expect(createFilter(NO_FILTER)).toBeUndefined();
    expect(createFilter({ ...NO_FILTER, search: "  " })).toBeUndefined();
  });

  test("a question fits by its words and its person; it is neither confirmed nor a need", () => {
    const asked = (filter: Partial<typeof NO_FILTER>) =>
      reading.gaps.filter((gap) => createFilter({ ...NO_FILTER, ...filter })?.gap(gap)).length;
    expect(asked({ search: "USA" })).toBe(1);
    expect(asked({ unconfirmed: true }) + asked({ needs: true })).toBe(0);
  });

  test("words are found whatever their case, and only the customer's insights wait to be confirmed", () => {
    expect(found({ search: "stem FIELD" })).toBe(1);
    expect(found({ unconfirmed: true })).toBe(3);
    expect(found({ kind: "challenge" })).toBe(1);
  });
});

describe("levels", () => {
  const records = demoRecords("foodRetailer");
  const { board } = readBoard(records);

  test("a board has two to six levels", () => {
    let plan = records;
    for (let count = board.levels.length; count <= MOST_LEVELS + 1; count += 1)
      plan = after(
        plan,
        addLevel(readBoard(plan).board, { name: `Level ${count}`, kind: "unit" }, () =>
          toRecordId(`l${count}`),
        ),
      );
    expect(readBoard(plan).board.levels).toHaveLength(MOST_LEVELS);
    let fewer = records;
    for (const { id } of board.levels) fewer = after(fewer, dropLevel(fewer, readBoard(fewer).board, id));
    expect(readBoard(fewer).board.levels).toHaveLength(2);
  });

  test("a level goes with all that stands on it, and order is what was asked for", () => {
    const plan = after(records, dropLevel(records, board, toRecordId("level-company")));
    expect(readBoard(plan).insights.every(({ fields }) => fields.level !== "level-company")).toBe(true);
    expect([...plan.values()].some(({ fields }) => fields["level"] === "level-company")).toBe(false);
    const ids = board.levels.map(({ id }) => id).toReversed();
    expect(readBoard(after(records, orderLevels(ids))).board.levels.map(({ id }) => id)).toEqual(ids);
  });
});

describe("links", () => {
  test("who says first does not matter: one link, the lower insight below", () => {
    const reading = demoBoard("foodRetailer");
    const [workplace, romania] = [find(reading, "workplace"), find(reading, "Romania")];
    const one = linkInsights(reading.board, workplace, romania, "serves");
    expect(one).toEqual(linkInsights(reading.board, romania, workplace, "serves"));
    expect(one?.puts[0]?.fields).toMatchObject({ lower: workplace.id, upper: romania.id });
    expect(
      linkInsights(reading.board, find(reading, "Halve"), find(reading, "Delivery"), "serves"),
    ).toBeUndefined();
  });
});
