import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { CrmError } from "@sweetspot/contract";
import { createMemorySource, type ImportSource } from "@sweetspot/crm-import";
import { beforeEach, describe, expect, it } from "vitest";
import { importRelations } from "./import-relations.ts";
import type { RelationImportProgress, RelationImportReport } from "./relation-report.model.ts";
import { createMemoryRelationSink, type MemoryRelationSink } from "./testing/index.ts";

const SOURCE = { name: "Register", purpose: "Introductions" };

const PEOPLE = `id,name,city,birth_date
p1,Anna Berg,Kiel,1970-02-03
p2,"Dahl, Bo",,
p3,O'Brien <b>,Cork,1981
`;
const BODIES = `id,name,place,people,register
b1,Nordwind AG,Kiel,7,HRB 1
b2,Chamber of Kiel,Kiel,,
`;
const TIES = `person,body,type,role,start,end,seen_to,share
p1,b1,board_seat,chair,2016,2019-06,2026-11-01,
p2,b1,shareholder,,2018-01-15,,,"12,5"
p3,b2,Chamber Mandate,,,,,
`;

describe("an import of relations", () => {
  let sink: MemoryRelationSink;
  beforeEach(() => {
    sink = createMemoryRelationSink();
  });

  const run = (
    files: Readonly<Record<string, string | Uint8Array>>,
    options: Partial<Parameters<typeof importRelations>[0]> & { readonly chunk?: number } = {},
  ): Promise<RelationImportReport> =>
    importRelations({
      files: Object.entries(files).map(([name, text]) => createMemorySource(name, text, options.chunk)),
      source: SOURCE,
      sink,
      ...options,
    });
  const problemsOf = ({ problems }: RelationImportReport) =>
    problems.map(({ file, line, code, effect, column }) =>
      [file, line, code, effect, column].filter((part) => part !== undefined).join(" "),
    );
  /** What is told about ties, where all of their ends are known. */
  const tellTies = async (
    rows: string,
    header = "person,body,otherPerson,otherBody,type,share,start,end",
  ) => {
    const people = "id,name\np1,Anna Berg\np2,Bo Dahl\n";
    const bodies = "id,name\nb1,One\nb2,Two\nb3,Three\n";
    return run({ "people.csv": people, "bodies.csv": bodies, "ties.csv": `${header}\n${rows}\n` });
  };

  it("takes people, bodies and ties from CSV files in any order, each value as it is meant", async () => {
    const report = await run({ "ties.csv": TIES, "people.csv": PEOPLE, "orgs.csv": BODIES });
    expect(report).toMatchObject({ outcome: "finished", problemCount: 0 });
    expect(report.counts).toMatchObject({
      people: { created: 3 },
      bodies: { created: 2 },
      ties: { created: 3 },
    });
    expect(sink.people).toEqual([
      { key: "p1", name: "Anna Berg", city: "Kiel", birthDate: "1970-02-03" },
      { key: "p2", name: "Dahl, Bo" },
      { key: "p3", name: "O'Brien <b>", city: "Cork", birthDate: "1981" },
    ]);
    expect(sink.bodies[0]).toEqual({
      key: "b1",
      name: "Nordwind AG",
      place: "Kiel",
      people: 7,
      register: "HRB 1",
    });
    expect(sink.ties).toMatchObject([
      {
        person: "p1",
        body: "b1",
        type: "board_seat",
        role: "chair",
        start: "2016",
        end: "2019-06",
        seenTo: "2026-11-01",
      },
      { person: "p2", body: "b1", type: "shareholder", start: "2018-01-15", share: 12.5 },
      { person: "p3", body: "b2", type: "chamber_mandate" },
    ]);
  });

  it("reads the same from JSON lines, gzip, other delimiters, other line ends and other encodings", async () => {
    await run({ "people.csv": PEOPLE, "orgs.csv": BODIES, "ties.csv": TIES });
    const expected = { people: sink.people, bodies: sink.bodies, ties: sink.ties };
    const lines = [
      ...sink.ties.map((tie) => ({ kind: "tie", ...tie })),
      ...sink.people.map((person) => ({ kind: "person", ...person })),
      ...sink.bodies.map((body) => ({ ...body, kind: "body" })),
    ].map((record) => JSON.stringify(record));
    const windows = (text: string): string => text.replaceAll("\n", "\r\n");
    const semicolons = (text: string): string =>
      text
        .replaceAll('"Dahl, Bo"', "\u0000")
        .replaceAll('"12,5"', "12.5")
        .replaceAll(",", ";")
        .replaceAll("\u0000", "Dahl, Bo");
    const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, "utf16le");
    for (const files of [
      { "all.jsonl": `${lines.join("\n")}\n` },
      { "all.jsonl.gz": gzipSync(lines.join("\r\n")) },
      { "persons.csv.gz": gzipSync(PEOPLE), "orgs.csv": windows(BODIES), "ties.csv": windows(TIES) },
      { "people.csv": semicolons(PEOPLE), "orgs.csv": semicolons(BODIES), "ties.csv": semicolons(TIES) },
      { "people.csv": utf16(PEOPLE), "orgs.csv": `\uFEFF${BODIES.trimEnd()}`, "ties.csv": TIES },
    ] as const) {
      for (const chunk of [7, 100_000]) {
        sink = createMemoryRelationSink();
        expect(problemsOf(await run(files, { chunk }))).toEqual([]);
        expect({ people: sink.people, bodies: sink.bodies, ties: sink.ties }).toEqual(expected);
      }
    }
  });

  it("reads the layouts of published board and elite data, whose ties have no key of their own", async () => {
    const report = await run({
      "persons.csv": "id,name\np0,Befa Morave\np1,Tarito Hakave\n",
      "orgs.csv": 'id,name,sector,tags,place\no0,Association Tosase,Association,"a, b",R0\n',
      "ties.csv":
        "person,org,type,role,start,end,seen_from,seen_to,share_pct\n" +
        "p0,o0,foundation_board,member,,,2026-05-04,2026-11-01,\n" +
        "p0,o0,foundation_board,member,,2020,2026-05-04,2026-11-01,\n" +
        "p1,o0,shareholder,,2016,,,,33.3\n",
      "contacts.csv": "person_a,person_b,type,since,source\np0,p1,crm_contact,2023-04-17,crm\n",
    });
    expect(problemsOf(report)).toEqual([]);
    expect(sink.bodies).toEqual([{ key: "o0", name: "Association Tosase", place: "R0" }]);
    expect(sink.ties).toMatchObject([
      { person: "p0", body: "o0", seenFrom: "2026-05-04" },
      { person: "p0", body: "o0", end: "2020" },
      { person: "p1", body: "o0", share: 33.3 },
      { person: "p0", otherPerson: "p1", type: "crm_contact", start: "2023-04-17" },
    ]);
    expect(new Set(sink.ties.map(({ key }) => key)).size).toBe(4);
  });

  it("takes the examples of the documented format as they stand there", async () => {
    const document = readFileSync(
      path.resolve(import.meta.dirname, "../../../shared/docs/relation-format.md"),
      "utf8",
    );
    const examples = document.matchAll(/^`([a-z.]+)`\n```[a-z]+\n([^`]+)```/gmu);
    const files = Object.fromEntries([...examples].map(([, name = "", text = ""]) => [name, text]));
    const { "register.jsonl": lines = "", ...tables } = files;
    expect(problemsOf(await run(tables))).toEqual([]);
    expect([sink.people.length, sink.bodies.length, sink.ties.length]).toEqual([2, 2, 4]);
    sink = createMemoryRelationSink();
    expect(problemsOf(await run({ "register.jsonl": lines }))).toEqual([]);
    expect([sink.people.length, sink.bodies.length, sink.ties.length]).toEqual([1, 1, 1]);
  });

  it("tells every bad row by file, line and column, and keeps the good ones", async () => {
    const report = await run({
      "people.csv":
        'id,name,birth_date\np1,Anna Berg,1970-02-30\n,Nobody,\np2,,\n\np1,"Again\nand again",\np3,Cato Elle,,x\np4,Dan Falk,1990\n',
      "bodies.csv": "id,name,people,insolvent\nb1,Nordwind AG,many,yes\n",
      "ties.csv":
        "person,body,type\np1,b1,board_seat\np1,b9,board_seat\np9,b1,club\n,b1,club\np1,,club\np4,b1,\np4,b1,Tennis partner\n",
    });
    expect(problemsOf(report)).toEqual([
      "people.csv 2 impossible-date value birth_date",
      "people.csv 3 missing-key row id",
      "people.csv 4 missing-name row name",
      "people.csv 6 duplicate-key row id",
      "people.csv 8 wrong-column-count row",
      "bodies.csv 2 broken-number value people",
      "bodies.csv 2 impossible-date value insolvent",
      "ties.csv 3 unknown-body row body",
      "ties.csv 4 unknown-person row person",
      "ties.csv 5 missing-end row person",
      "ties.csv 6 missing-end row body",
      "ties.csv 7 missing-type row type",
      "ties.csv 8 unknown-type none type",
    ]);
    expect(sink.people.map(({ key }) => key)).toEqual(["p1", "p4"]);
    expect(sink.bodies).toEqual([{ key: "b1", name: "Nordwind AG" }]);
    expect(sink.ties.map(({ type }) => type)).toEqual(["board_seat", "tennis_partner"]);
    expect(report.files.map(({ bad }) => bad)).toEqual([4, 0, 5]);
  });

  it.each([
    ["p1,,p1,,meeting,,,", "self-tie row otherPerson"],
    [",b1,,b1,,,,", "self-tie row otherBody"],
    ["p1,b1,p2,,meeting,,,", "too-many-ends row"],
    [",,,b1,shareholder,,,", "missing-end row body"],
    ["p1,b1,,,club,,2020-02-30,", "impossible-date row start"],
    ["p1,b1,,,club,,2020-13,", "impossible-date row start"],
    ["p1,b1,,,club,,last year,", "impossible-date row start"],
    ["p1,b1,,,club,,2020-05,2020-04", "dates-reversed row end"],
    ["p1,b1,,,shareholder,100.1,,", "share-out-of-range row share"],
    ["p1,b1,,,shareholder,-3,,", "share-out-of-range row share"],
    ["p1,b1,,,shareholder,half,,", "broken-number row share"],
  ])("leaves out %s: %s", async (row, problem) => {
    const report = await tellTies(`${row}\np2,b2,,,club,,2020,2020-04`);
    expect(problemsOf(report)).toEqual([`ties.csv 2 ${problem}`]);
    expect(sink.ties).toHaveLength(1);
  });

  it("does not let the shares of a body be more than 100 % at once, and says in which row", async () => {
    const report = await tellTies(
      "p1,b1,,,shareholder,60,2010,2015\np2,b1,,,shareholder,70,2015,\n,b1,,b2,,30.2,,\np1,b1,,,shareholder,5,2020,",
    );
    expect(problemsOf(report)).toEqual(["ties.csv 5 shares-over-100 value share"]);
    expect(sink.ties.map(({ share }) => share)).toEqual([60, 70, 30.2, undefined]);
  });

  it("does not let a body own itself over others, and takes what has ended for no circle", async () => {
    const report = await tellTies(
      ",b2,,b1,,51,,\n,b3,,b2,,51,,\n,b1,,b3,,51,,\n,b1,,b3,shareholder,51,2001,2009",
    );
    expect(problemsOf(report)).toEqual(["ties.csv 4 ownership-cycle row otherBody"]);
    expect(sink.ties).toHaveLength(3);
  });

  it("tells broken lines of JSON, each once", async () => {
    const report = await run({
      "all.jsonl": [
        '{"kind":"person","key":1,"name":"Anna Berg","extra":{"a":1}}',
        '{"kind":"person","key":"p2"',
        '{"kind":"tie","person":"1","body":"b1","type":"club","share":{"of":1}}',
        '{"kind":"tie","person":"1"',
        "[1]",
        '{"kind":"dog","key":"d1"}',
        '{"key":"b1","name":"Nordwind AG","kind":"body"}',
        "",
      ].join("\n"),
    });
    expect(problemsOf(report)).toEqual([
      "all.jsonl 2 broken-json row",
      "all.jsonl 5 broken-json row",
      "all.jsonl 6 unknown-kind row",
      "all.jsonl 3 broken-value row share",
      "all.jsonl 4 broken-json row",
    ]);
    expect(sink.people).toEqual([{ key: "1", name: "Anna Berg" }]);
    expect(sink.bodies).toHaveLength(1);
  });

  it("writes every problem to the bad rows file, where no cell can be a formula", async () => {
    let written = "";
    const rows = Array.from({ length: 700 }, (_, at) => `p1,b1,club,,=1+${at}`).join("\n");
    const report = await run(
      { "people.csv": PEOPLE, "orgs.csv": BODIES, "ties.csv": `person,body,type,role,start\n${rows}\n` },
      { badRows: { write: (text) => void (written += text) } },
    );
    expect(report.problemCount).toBe(700);
    expect(report.problems).toHaveLength(500);
    expect(written.trim().split("\n")).toHaveLength(701);
    expect(written).toContain("ties.csv,701,ties,start,'=1+699,row left out,impossible-date");
  });

  describe("that does not come to its end", () => {
    const files = { "people.csv": PEOPLE, "orgs.csv": BODIES, "ties.csv": TIES };
    const changed = { ...files, "people.csv": PEOPLE.replace("Anna Berg", "Anna Lund") };
    const names = () => sink.people.map(({ name }) => name);

    it.each([
      [
        "a damaged file",
        { ...changed, "ties.csv.gz": gzipSync(TIES.repeat(99)).subarray(0, 60) },
        "broken-gzip",
      ],
      ["a spreadsheet", { ...changed, "ties.xlsx": "PK\u0003\u0004 sheet" }, "spreadsheet"],
      ["a file of other columns", { ...changed, "x.csv": "a,b\n1,2\n" }, "no-header"],
      ["ties without people", { ...changed, "t.csv": "org,person b\no1,p1\n" }, "incomplete-mapping"],
      ["an empty file", { ...changed, "x.csv": "" }, "empty"],
    ])("changes nothing: %s", async (_, broken, code) => {
      await run(files);
      const report = await run(broken);
      expect(report.outcome).toBe("failed");
      expect(report.files.flatMap(({ refused }) => refused?.code ?? [])).toEqual([code]);
      expect(report.counts.people.updated).toBe(0);
      expect(names()).toContain("Anna Berg");
    });

    it("changes nothing when it is cancelled, wherever it was", async () => {
      await run(files);
      const phases = new Set<string>();
      for (let stop = 1; stop < 20; stop += 1) {
        const abort = new AbortController();
        let told = 0;
        const report = await run(changed, {
          signal: abort.signal,
          onProgress: ({ phase }) => {
            told += 1;
            if (told === stop) abort.abort();
            if (told === stop) phases.add(phase);
          },
        });
        if (report.outcome === "finished") break;
        expect(report.outcome).toBe("cancelled");
        expect(names()).toContain("Anna Berg");
      }
      expect([...phases]).toEqual(expect.arrayContaining(["looking", "reading"]));
    });

    it("changes nothing when the sink fails, and says why", async () => {
      await run(files);
      sink.failNext(new CrmError("unavailable", "There is no space left for the database."));
      const report = await run(changed);
      expect(report).toMatchObject({
        outcome: "failed",
        failure: "There is no space left for the database.",
      });
      expect(names()).toContain("Anna Berg");
    });

    it("does not take files without a readable tie for the whole of a source", async () => {
      await run(files);
      const report = await run({ "people.csv": PEOPLE }, { source: { ...SOURCE, whole: true } });
      expect(report).toMatchObject({ outcome: "failed", failure: expect.stringContaining("would end all") });
    });
  });

  it("ends what a whole source no longer has, but nothing whose row could not be taken", async () => {
    await run({ "people.csv": PEOPLE, "orgs.csv": BODIES, "ties.csv": TIES });
    const now = TIES.replace("2018-01-15,,", "2018-01-15,2018-01-14,").replace(/p3.*\n/u, "");
    const report = await run(
      { "people.csv": PEOPLE, "orgs.csv": BODIES, "ties.csv": now },
      { source: { ...SOURCE, whole: true, date: "2026-11-01" } },
    );
    expect(report.counts.ties).toMatchObject({ ended: 1 });
    expect(sink.ties.map(({ person, end }) => [person, end])).toEqual([
      ["p1", "2019-06"],
      ["p2", undefined],
      ["p3", "2026-11-01"],
    ]);
  });

  it("tells how far it is, up to the end", async () => {
    const told: RelationImportProgress[] = [];
    const source: ImportSource = createMemorySource("ties.csv", TIES);
    await run(
      { "people.csv": PEOPLE, "orgs.csv": BODIES, "ties.csv": TIES },
      { onProgress: (progress) => told.push(progress) },
    );
    expect(told.at(-1)).toEqual({
      phase: "done",
      bytesRead: PEOPLE.length + BODIES.length + source.bytes,
      bytesTotal: PEOPLE.length + BODIES.length + source.bytes,
      good: 8,
      bad: 0,
    });
  });
});
