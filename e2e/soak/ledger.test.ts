import { toRecordId } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { compare, type LedgerEntry } from "./ledger.ts";

const account = toRecordId("acc-1");
const record = toRecordId("soak-own-1");
const entry = (count: number, portal = 1): LedgerEntry => ({
  portal,
  account,
  record,
  text: `${count} key-${portal}-${count}`,
});
const changeOf = ({ text }: LedgerEntry, version: number) => ({ record, version, after: { question: text } });
const judge = (
  entries: readonly LedgerEntry[],
  kept: readonly LedgerEntry[],
  unanswered: readonly LedgerEntry[] = [],
) => compare({ entries, unanswered }, [{ portal: 1, account, changes: kept.map(changeOf) }]);

describe("the ledger of a run", () => {
  it("agrees with a history that holds every acknowledged commit once and in order", () => {
    const all = [entry(1), entry(2)];
    expect(judge(all, all)).toEqual({
      acknowledged: 2,
      lost: 0,
      doubled: 0,
      unexplained: 0,
      overwritten: 0,
      unanswered: 0,
    });
  });

  it("notices a commit that was acknowledged and is gone", () => {
    expect(judge([entry(1), entry(2)], [entry(1)])).toMatchObject({ lost: 1, doubled: 0 });
  });

  it("notices a commit that was carried out twice", () => {
    expect(judge([entry(1)], [entry(1), entry(1)])).toMatchObject({ lost: 0, doubled: 1, overwritten: 1 });
  });

  it("notices an edit that was made on an older state than the one it replaced", () => {
    const other = { ...entry(1), text: "1 key-of-somebody-else" };
    expect(judge([entry(1), other], [entry(1), other])).toMatchObject({ lost: 0, overwritten: 1 });
  });

  it("notices what belongs to another portal, or was refused", () => {
    expect(judge([entry(1)], [entry(1), entry(2, 2)])).toMatchObject({ unexplained: 1 });
  });

  it("believes either end of a commit that nobody ever answered", () => {
    expect(judge([], [entry(1)], [entry(1)])).toMatchObject({ lost: 0, unexplained: 0, unanswered: 1 });
    expect(judge([], [], [entry(1)])).toMatchObject({ lost: 0, unexplained: 0, unanswered: 1 });
  });
});
