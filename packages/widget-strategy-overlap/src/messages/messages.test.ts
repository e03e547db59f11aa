import type { Change, RecordId } from "@sweetspot/contract";
import { coreMessage, messageReader, recordsOf } from "@sweetspot/plan-model";
import { rewordMessage } from "@sweetspot/strategy-overlap";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readBoard, type Records } from "../workspace/board-reading.model.ts";
import { after, countingIds, DEMO_TEAM, demoBoard } from "./demo-board.fixture.ts";
import { jargonIn } from "./jargon.model.ts";
import {
  addMessage,
  addReaders,
  confirmAll,
  confirmReader,
  correctMessage,
  removeMessage,
  toStatement,
  withdrawConfirmation,
} from "./message-edits.model.ts";
import { toMailAddress, toOverviewText } from "./message-text.model.ts";
import { proposeReaders } from "./proposed-readers.model.ts";
import { readTold } from "./told.model.ts";
import { wordingsOf } from "./wordings.model.ts";

const AT = "2026-11-22T13:00:00.000Z";
const gas = demoBoard("gasProducer");
const told = readTold(gas);
const WOMEN = "message-women-leaders" as RecordId;

const toldIn = (records: Records) => readTold(readBoard(records));
const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("Nothing was found.");
  return value;
};
const women = (records: Records) => found(toldIn(records).message(WOMEN));

test.each(["gasProducer", "investmentBank", "foodRetailer", "airline"] as const)(
  "every sweet spot of the golden case %s is told once, on its level, with both sides beside it",
  (account) => {
    const board = demoBoard(account);
    const spots = readTold(board).levels.flatMap((level) => level.spots.map((one) => ({ level, one })));
    expect(spots).toHaveLength(board.spots.length);
    for (const { level, one } of spots) {
      expect(one.messages.map(({ record }) => record.fields.level)).toEqual([level.id]);
      expect([one.customer.length, one.provider.length]).toEqual([1, 1]);
    }
  },
);

test("a reader knows the wording confirmed, and has to learn a new one", () => {
  expect(women(gas.records).readers.map(({ knowing }) => knowing)).toEqual(["knows", "open"]);
  const reworded = after(gas.records, rewordMessage(gas.records, WOMEN, "Thirteen percent, sooner."));
  expect(women(reworded).readers.map(({ knowing }) => knowing)).toEqual(["knew", "open"]);
  expect(women(reworded).unaware).toBe(2);
});

test("a slip of the pen put right asks nobody again", () => {
  const message = found(told.message(WOMEN)).record;
  const corrected = after(gas.records, correctMessage(message, "The same, spelt rightly."));
  expect(women(corrected).record.fields).toMatchObject({ version: 1, statement: "The same, spelt rightly." });
  expect(women(corrected).readers[0]?.knowing).toBe("knows");
  expect(correctMessage(message, message.fields.statement)).toBeUndefined();
  expect(correctMessage(message, "  ")).toBeUndefined();
});

test("confirming is for this wording, and can be taken back", () => {
  const reader = found(women(gas.records).readers[1]);
  const confirmed = after(gas.records, confirmReader(reader, 1, AT));
  expect(women(confirmed).readers[1]).toMatchObject({ knowing: "knows", confirmedAt: AT });
  expect(women(after(confirmed, withdrawConfirmation(reader))).readers[1]?.knowing).toBe("open");
});

test("people are put on a list once, people outside sales by name and department", () => {
  const desk = { name: "Service desk Wiesbaden", department: "Service" };
  const edit = addReaders(
    told,
    [WOMEN],
    [{ teamMember: DEMO_TEAM.lena }, desk, { name: "  " }],
    countingIds(),
  );
  expect(edit?.puts).toHaveLength(1);
  const once = after(gas.records, edit);
  const other = { name: "service desk wiesbaden ", department: "service" };
  expect(addReaders(toldIn(once), [WOMEN], [other], countingIds())).toBeUndefined();
});

test("who meets the customer is proposed, and nobody who is on the list already", () => {
  const proposed = proposeReaders(gas, told, found(told.message(WOMEN)), DEMO_TEAM.ratih);
  expect(proposed).toEqual([
    { teamMember: DEMO_TEAM.ratih },
    { name: "Service desk Wiesbaden", department: "Service" },
  ]);
});

test("a new message stands after the others of its sweet spot and is removed with its readers", () => {
  const spot = found(told.message(WOMEN)).record.fields.sweetSpot;
  const place = { spot, level: "level-company" as RecordId, language: "de" as const };
  const added = after(gas.records, addMessage(told, place, "  Zwei\r\nZeilen ", countingIds()));
  const messages = found(toldIn(added).spot(spot)).messages;
  expect(messages.map(({ record }) => record.fields.statement).at(-1)).toBe("Zwei Zeilen");
  expect(addMessage(told, place, " \n ", countingIds())).toBeUndefined();

  const gone = after(gas.records, removeMessage({ id: WOMEN }));
  expect(gone.has(WOMEN)).toBe(false);
  expect(recordsOf(messageReader, gone.values()).filter(({ fields }) => fields.message === WOMEN)).toEqual(
    [],
  );
});

test("words of ours are noticed where the customer has his own", () => {
  const retail = demoBoard("foodRetailer");
  const [first] = retail.messages;
  const jargon = after(
    retail.records,
    correctMessage(found(first), "Integral units that follow the season."),
  );
  const [reworded] = readBoard(jargon).messages;
  expect(jargonIn(found(reworded), jargon, "en")).toMatchObject([
    { found: "Integral units", instead: "cabinet" },
  ]);
});

test("earlier wordings come from the history: each version with its last words and its first day", () => {
  const change = (version: number, statement: string, at: string): Change => ({
    version,
    at,
    by: DEMO_TEAM.lena,
    record: WOMEN,
    type: coreMessage.name,
    before: null,
    after: { statement, version: version > 2 ? 2 : 1 },
  });
  const history = [
    change(1, "Frist", "2026-11-01T08:00:00.000Z"),
    change(2, "First", "2026-11-02T08:00:00.000Z"),
    change(3, "Second", "2026-11-03T08:00:00.000Z"),
    { ...change(4, "Elsewhere", "2026-11-04T08:00:00.000Z"), record: "message-other" as RecordId },
  ];
  expect(
    wordingsOf(WOMEN, history).map(({ version, statement, at }) => [version, statement, at.slice(8, 10)]),
  ).toEqual([
    [2, "Second", "03"],
    [1, "First", "01"],
  ]);
});

test("a mail opens with the message, unless it would be cut on its way", () => {
  const address = toMailAddress("Für O'Brien & Söhne", "“Half”\n100 % \uD83D");
  expect(new URL(found(address)).searchParams.get("body")).toBe("“Half”\r\n100 % \uFFFD");
  expect(toMailAddress("Long", "ü".repeat(2000))).toBeUndefined();
});

test("the overview leaves out levels nothing is said on", () => {
  const levels = [
    { name: "Company", statements: ["One", "Two"] },
    { name: "Person", statements: [] },
  ];
  expect(toOverviewText("Messages", levels)).toBe("Messages\n\nCompany\n– One\n– Two");
});

test("a statement too long for its field is cut between characters", () => {
  const max = coreMessage.fields.statement.max;
  expect(toStatement(`${"x".repeat(max - 1)}😀`)).toBe("x".repeat(max - 1));
});

test("whatever is done to messages, wordings only count up, and nobody is on the list of a message that is gone", () => {
  const ids = countingIds();
  const place = {
    spot: found(told.message(WOMEN)).record.fields.sweetSpot,
    level: "level-company" as RecordId,
  };
  const steps: readonly ((records: Records, at: number) => Records)[] = [
    (records) =>
      after(records, addMessage(toldIn(records), { ...place, language: "en" }, `Message ${ids("m")}`, ids)),
    (records, at) => after(records, rewordMessage(records, pick(records, at).id, `Wording ${ids("w")}`)),
    (records, at) => after(records, correctMessage(pick(records, at), `Correction ${ids("c")}`)),
    (records, at) =>
      after(
        records,
        addReaders(toldIn(records), [pick(records, at).id], [{ teamMember: DEMO_TEAM.lena }], ids),
      ),
    (records) => after(records, confirmAll(toldIn(records), DEMO_TEAM.lena, AT)),
    (records, at) => (toldIn(records).count > 1 ? after(records, removeMessage(pick(records, at))) : records),
  ];
  const versions = (records: Records) =>
    new Map(readBoard(records).messages.map(({ id, fields }) => [id, fields.version]));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(50)), { maxLength: 12 }), (sequence) => {
      let records = gas.records;
      for (const [step, at] of sequence) {
        const before = versions(records);
        records = steps[step]?.(records, at) ?? records;
        for (const [id, version] of versions(records))
          expect(version).toBeGreaterThanOrEqual(before.get(id) ?? 1);
        for (const { fields } of recordsOf(messageReader, records.values())) {
          const message = versions(records).get(fields.message);
          expect(message).toBeDefined();
          expect(fields.confirmedVersion ?? 0).toBeLessThanOrEqual(message ?? 0);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const pick = (records: Records, at: number) => {
  const { messages } = readBoard(records);
  return found(messages[at % messages.length]);
};
