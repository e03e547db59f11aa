import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CrmError } from "@sweetspot/contract";
import type { ImportReport, RecognisedFile } from "@sweetspot/crm-import";
import { createSqlCrm, openDatabase, type SqlCrm } from "@sweetspot/crm-sql";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdminAccess } from "../sessions/admin-access.ts";
import { answerError } from "../http/answers.ts";
import { createImport } from "./import-composition.ts";
import type { ImportJob } from "./import-jobs.ts";
import { createLog } from "../operation/log.ts";
import { createSessions } from "../sessions/sessions.ts";

const SECRET = "secret-of-the-lock-file-0123456789";
const sessions = createSessions();
let folder: string;
let crm: SqlCrm;
let app: Hono;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sweetspot-import-"));
  crm = createSqlCrm(await openDatabase());
  await crm.writeWorld(conformanceWorld());
  const admit = createAdminAccess({ crm, sessions, secret: SECRET });
  app = new Hono();
  app.onError((error, context) => {
    if (CrmError.is(error)) return answerError(context, error);
    throw error;
  });
  app.route("/api/import", await createImport({ crm, admit, folder, log: createLog("error", () => {}) }));
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (method: string, at: string, body?: unknown, token = SECRET): Promise<Response> =>
  Promise.resolve(
    app.request(`/api/import${at}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
const tell = async <T>(method: string, at: string, body?: unknown): Promise<T> => {
  const answer = await ask(method, at, body);
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as T;
};
const codeOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { error: CrmError }).error.code;

const openJob = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const { id } = await tell<ImportJob>("POST", "/jobs", {});
  for (const [name, content] of Object.entries(files)) {
    await tell<RecognisedFile>("PUT", `/jobs/${id}/files/${encodeURIComponent(name)}`, content);
  }
  return `/jobs/${id}`;
};
const runJob = async (job: string): Promise<ImportReport> => {
  await tell("POST", `${job}/run`, {});
  for (;;) {
    const { state, report } = await tell<ImportJob>("GET", job);
    if (state !== "running") return report!;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const COMPANIES = "Record ID,Company name,Industry\n501,Windpark Sylt,Energy\n502,Windpark Föhr,Energy\n";
const DEALS =
  "Record ID,Deal Name,Deal Stage,Amount,Associated Company,Product\n601,Blades,Closed Won,100,Windpark Sylt,\n602,Tower,Open,x,Windpark Sylt,\n603,Gear,Open,5,Windpark Fohr,\n";

describe("who may import", () => {
  it("administrators, and tools that show the lock file's secret; nobody else", async () => {
    expect((await ask("POST", "/jobs", {}, sessions.open(CONFORMANCE_USERS.admin))).status).toBe(201);
    expect((await ask("POST", "/jobs", {})).status).toBe(201);
    const rep = await ask("POST", "/jobs", {}, sessions.open(CONFORMANCE_USERS.rep));
    expect([rep.status, await codeOf(rep)]).toEqual([403, "forbidden"]);
    const stranger = await ask("PUT", "/jobs/x/files/y.csv", COMPANIES, `${SECRET}!`);
    expect([stranger.status, await codeOf(stranger)]).toEqual([401, "unauthenticated"]);
  });
});

describe("an import job", () => {
  it("takes files, says what they are, imports them, lists bad rows and unknown names, and updates when run again", async () => {
    const job = await openJob({ "deals.csv": DEALS, "companies.csv": COMPANIES });
    const { files, state } = await tell<ImportJob>("GET", job);
    expect([state, files.map(({ mapping }) => mapping.kind)]).toEqual([
      "waiting",
      ["opportunities", "accounts"],
    ]);

    const report = await runJob(job);
    expect(report).toMatchObject({ outcome: "finished", problemCount: 2 });
    expect(report.unmatched).toMatchObject([
      { kind: "accounts", text: "Windpark Fohr", suggestions: [{ id: "502" }] },
    ]);
    const badRows = await ask("GET", `${job}/bad-rows.csv`);
    expect(badRows.headers.get("content-disposition")).toContain("attachment");
    expect(await badRows.text()).toMatch(/deals\.csv,3,opportunities,Amount,x,row left out,broken-number/u);
    const { reader } = await crm.as(CONFORMANCE_USERS.admin);
    const found = await reader.listAccounts({ search: "windpark" });
    expect(found.items.map(({ name }) => name)).toEqual(["Windpark Föhr", "Windpark Sylt"]);

    await tell("PUT", "/aliases", { aliases: [{ kind: "accounts", text: "Windpark Fohr", target: "502" }] });
    const again = await runJob(job);
    expect(again.unmatched).toEqual([]);
    expect(again.counts.opportunities).toEqual({ created: 0, updated: 1, unchanged: 1 });
  });

  it("tells its progress as server-sent events until it rests", async () => {
    const job = await openJob({ "companies.csv": COMPANIES });
    await tell("POST", `${job}/run`, {});
    const events = await (await ask("GET", `${job}/events`)).text();
    const states = [...events.matchAll(/^data: (.*)$/gmu)].map(
      ([, data]) => (JSON.parse(data!) as ImportJob).state,
    );
    expect(states.at(-1)).toBe("finished");
  });

  it("keeps a corrected mapping for every later file with these columns", async () => {
    const content = "Ref,Bezeichnung,Wert\n9001,Stadtwerke Husum,12\n";
    const job = await openJob({ "x.csv": content });
    expect((await tell<ImportJob>("GET", job)).files[0]?.mapping.kind).toBe("ignored");
    expect(await codeOf(await ask("POST", `${job}/run`, {}))).toBe("malformed");

    const guessed = await tell<ImportJob>("PUT", `${job}/mapping`, {
      files: { "x.csv": { kind: "accounts" } },
    });
    const columns = guessed.files[0]!.mapping.columns.map((column, at) => ({
      ...column,
      target: ["id", "name", "attribute"][at]!,
    }));
    const incomplete = {
      ...guessed.files[0]!.mapping,
      key: "id",
      columns: columns.map((column) => ({ ...column, target: "attribute" })),
    };
    expect(await codeOf(await ask("PUT", `${job}/mapping`, { files: { "x.csv": incomplete } }))).toBe(
      "malformed",
    );
    await tell("PUT", `${job}/mapping`, { files: { "x.csv": { ...incomplete, columns } } });
    expect((await runJob(job)).counts.accounts?.created).toBe(1);

    const later = await openJob({ "y.csv": content.replace("9001", "9002") });
    expect((await tell<ImportJob>("GET", later)).files[0]).toMatchObject({
      mappingIsSaved: true,
      mapping: { kind: "accounts" },
    });
  });

  it("shows a broken file as refused, and changes nothing for it", async () => {
    const job = await openJob({ "broken.csv": "\u0000\u0001\u0002 not text", "companies.csv": COMPANIES });
    expect((await tell<ImportJob>("GET", job)).files[0]?.refused?.code).toBe("binary");
    expect((await runJob(job)).files[0]).toMatchObject({ name: "broken.csv", refused: { code: "binary" } });
  });

  it("starts with the currency chosen last", async () => {
    const job = await openJob({ "companies.csv": COMPANIES });
    const { options } = await tell<ImportJob>("GET", job);
    await tell("PUT", `${job}/mapping`, { options: { ...options, currency: "DKK" } });
    await runJob(job);
    expect((await tell<ImportJob>("POST", "/jobs", {})).options.currency).toBe("DKK");
  });

  it("keeps uploads inside its own folder, whatever a file is called, and removes them with itself", async () => {
    const before = await readdir(folder);
    const job = await openJob({ "../../../escape.csv": COMPANIES });
    const [own] = (await readdir(folder)).filter((name) => !before.includes(name));
    expect(await readdir(path.join(folder, own!))).toEqual(["1.upload"]);
    expect((await ask("DELETE", job)).status).toBe(204);
    expect(await readdir(folder)).not.toContain(own);
    expect(await codeOf(await ask("GET", job))).toBe("not-found");
  });
});

describe("one import at a time", () => {
  const MANY = [
    "Record ID,Company name,Industry",
    ...Array.from({ length: 20_000 }, (_, at) => `7${at},Many ${at},Energy`),
  ].join("\n");

  it("is cancelled without a trace of the file at hand; a second one waits its turn", async () => {
    const [job, other] = [await openJob({ "many.csv": MANY }), await openJob({ "companies.csv": COMPANIES })];
    await tell("POST", `${job}/run`, {});
    expect(await codeOf(await ask("POST", `${other}/run`, {}))).toBe("conflict");
    expect(await codeOf(await ask("PUT", `${job}/files/more.csv`, COMPANIES))).toBe("conflict");
    await tell("POST", `${job}/cancel`, {});
    const events = await (await ask("GET", `${job}/events`)).text();
    expect(events).toContain('"outcome":"cancelled"');
    const { names } = await tell<{ names: readonly object[] }>("GET", "/names?kind=accounts&search=many");
    expect(names).toEqual([]);
    expect((await runJob(other)).outcome).toBe("finished");
  });
});

describe("before any upload", () => {
  it("a file is recognised by its beginning", async () => {
    const head = Buffer.from(COMPANIES.slice(0, 60)).toString("base64");
    const { files } = await tell<{ files: readonly RecognisedFile[] }>("POST", "/sniff", {
      files: [{ name: "c.csv", size: 9_000_000, head }],
    });
    expect(files).toMatchObject([
      { name: "c.csv", bytes: 9_000_000, mapping: { kind: "accounts" }, shape: "hubspot" },
    ]);
  });

  it("names are found by a part, to say whom a file means", async () => {
    const { names } = await tell<{ names: readonly object[] }>(
      "GET",
      "/names?kind=accounts&search=windpark-f",
    );
    expect(names).toEqual([{ id: "502", name: "Windpark Föhr" }]);
    expect(await codeOf(await ask("GET", "/names?kind=contacts&search=x"))).toBe("malformed");
  });
});
