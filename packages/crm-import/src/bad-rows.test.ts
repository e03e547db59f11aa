import { toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { importFiles } from "./testing/import-files.ts";
import { createMemorySink } from "./testing/memory-sink.ts";

const ACCOUNT_HEADER = "Account ID,Account Name,Parent Account ID,Employees,Last Modified Date,Industry";
const problemsOf = async (content: string, name = "accounts.csv") => {
  const sink = createMemorySink();
  const result = await importFiles([{ name, content }], sink);
  return { sink, ...result };
};
const accounts = (...rows: readonly string[]): string => [ACCOUNT_HEADER, ...rows].join("\n");

describe("a row that cannot be trusted is left out and listed; the others stay", () => {
  test.each([
    ["no id", ",Acme,,1,,", "missing-id", "Account ID"],
    ["no name", "1,,,1,,", "missing-name", "Account Name"],
    ["a broken number", "1,Acme,,12x,,", "broken-number", "Employees"],
    ["a broken date", "1,Acme,,1,31.13.2026,", "broken-date", "Last Modified Date"],
    ["a name that is too long", `1,${"x".repeat(256)},,1,,`, "too-long", "Account Name"],
    ["too few cells", "1,Acme,,1", "wrong-column-count", undefined],
    ["too many cells", "1,Acme,,1,,,surplus", "wrong-column-count", undefined],
    ["an id that came before", "7,Acme,,1,,", "duplicate-id", "Account ID"],
  ])("%s", async (_, row, code, column) => {
    const { sink, report } = await problemsOf(accounts("7,Good,,1,,", row, "8,Better,,2,,"));
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]).toMatchObject({
      file: "accounts.csv",
      line: 3,
      code,
      effect: "row",
      ...(column && { column }),
    });
    expect(report.problems[0]?.remedy).not.toBe("");
    expect([...sink.rows.accounts.keys()]).toEqual(["7", "8"]);
    expect(report.files[0]).toMatchObject({ good: 2, bad: 1 });
  });

  test("the line is the one an editor shows, also after quoted line breaks and blank lines", async () => {
    const rows = ['7,"Good\r\nGmbH",,1,,', "", '8,"A\n\n\nB",,2,,', "9,Bad,,x,,"];
    const { report } = await problemsOf(`\uFEFF${accounts(...rows)}`);
    expect(report.problems[0]).toMatchObject({ line: 9, code: "broken-number" });
  });

  test("a duplicate says where the first one stands, also in another file", async () => {
    const sink = createMemorySink();
    const header = "Opportunity ID,Opportunity Name,Stage";
    const { report } = await importFiles(
      [
        { name: "won deals.csv", content: `${header}\n1,One,Won\n2,Two,Won` },
        { name: "all deals.csv", content: `${header}\n3,Three,Won\n1,One,Won` },
      ],
      sink,
    );
    expect(report.problems).toMatchObject([{ file: "won deals.csv", line: 2, code: "duplicate-id" }]);
    expect(report.problems[0]?.message).toContain("all deals.csv, line 3");
    expect(sink.rows.opportunities.size).toBe(3);
  });

  test("without ids two equal names are one key", async () => {
    const { report, sink, files } = await problemsOf("Account Name,Industry\nAcme,Retail\n ACME ,Energy\n");
    expect(files[0]?.mapping.key).toBe("name");
    expect(report.problems).toMatchObject([{ line: 3, code: "duplicate-name" }]);
    expect(sink.rows.accounts.get(toRecordId("name:acme"))?.industry).toBe("Retail");
  });

  test("records the CRM has deleted are passed over", async () => {
    const { report, sink } = await problemsOf("ID,NAME,PARENTID,ISDELETED\n1,Acme,,false\n2,Gone,,true\n");
    expect(report.files[0]).toMatchObject({ good: 1, bad: 0, skipped: 1 });
    expect(sink.rows.accounts.size).toBe(1);
  });

  test("a further field that is too long costs its value only", async () => {
    const { report, sink } = await problemsOf(`Account ID,Account Name,Notes\n1,Acme,${"n".repeat(4001)}\n`);
    expect(report.problems).toMatchObject([{ code: "attribute-too-long", effect: "value" }]);
    expect(sink.rows.accounts.get(toRecordId("1"))?.attributes).toEqual({});
  });
});

describe("the list of bad rows", () => {
  test("holds every problem, however many, and no formula", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `${at},Acme ${at},,=1+${at}(),,`);
    const { report, badRows } = await problemsOf(accounts(...rows, '9999,"=HYPERLINK(""x"")",,?,,'));
    expect(report.problemCount).toBe(3001);
    expect(report.problems).toHaveLength(500);
    const lines = badRows.trimEnd().split("\n");
    expect(lines[0]).toBe("\uFEFFfile,line,kind,column,value,effect,problem,message,remedy");
    expect(lines).toHaveLength(3002);
    expect(lines[1]).toMatch(/^accounts\.csv,2,accounts,Employees,'=1\+0\(\),row left out,broken-number,/u);
    expect(badRows).not.toMatch(/(^|,)"?[=+@-][^,]*\(/mu);
  });
});

describe("parents", () => {
  test("may stand below their children, in another file, or be named", async () => {
    const sink = createMemorySink();
    const { report } = await importFiles(
      [
        {
          name: "accounts 1.csv",
          content: "Account Name,Parent Account\nChild,Mother\nMother,Grandmother\n",
        },
        { name: "accounts 2.csv", content: "Account Name,Parent Account\nGrandmother,\n" },
      ],
      sink,
    );
    expect(report.problems).toEqual([]);
    expect(sink.rows.accounts.get(toRecordId("name:child"))?.parent).toBe("name:mother");
    expect(sink.rows.accounts.get(toRecordId("name:mother"))?.parent).toBe("name:grandmother");
  });

  test("that nobody knows are left out; the account stays", async () => {
    const { report, sink } = await problemsOf(accounts("1,Acme,99,1,,"));
    expect(report.problems).toMatchObject([{ code: "unknown-parent", effect: "value", value: "99" }]);
    expect(report.unmatched).toMatchObject([{ kind: "accounts", text: "99", rows: 1 }]);
    expect(sink.rows.accounts.get(toRecordId("1"))?.parent).toBeNull();
  });

  test("in a circle are left out for every account of the circle, and for no other", async () => {
    const { report, sink } = await problemsOf(
      accounts("1,A,2,1,,", "2,B,3,1,,", "3,C,1,1,,", "4,D,3,1,,", "5,E,5,1,,", "6,F,4,1,,"),
    );
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual(
      [2, 3, 4, 6].map((line) => [line, "cyclic-parent"]),
    );
    const parents = [...sink.rows.accounts.values()].map(({ id, parent }) => [id, parent]);
    expect(Object.fromEntries(parents)).toEqual({ 1: null, 2: null, 3: null, 4: "3", 5: null, 6: "4" });
  });

  test("in a circle that passes through accounts imported earlier are found too", async () => {
    const sink = createMemorySink();
    await importFiles(
      [{ name: "accounts.csv", content: accounts("1,A,,1,,", "2,B,1,1,,", "3,C,2,1,,") }],
      sink,
    );
    const { report } = await importFiles([{ name: "accounts.csv", content: accounts("1,A,3,1,,") }], sink);
    expect(report.problems).toMatchObject([{ code: "cyclic-parent", value: "3" }]);
    expect(sink.rows.accounts.get(toRecordId("1"))?.parent).toBeNull();
  });

  test("with a name several accounts bear are left out", async () => {
    const content = "Account ID,Account Name,Parent Account\n1,Twin,\n2,Twin,\n3,Child,Twin\n";
    const { report } = await problemsOf(content);
    expect(report.problems).toMatchObject([{ line: 4, code: "ambiguous-name", effect: "value" }]);
  });
});
