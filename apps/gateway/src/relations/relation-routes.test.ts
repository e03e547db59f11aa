import { CrmError, type RecordId, toRecordId } from "@sweetspot/contract";
import {
  CONFORMANCE_RELATIONS as WHO,
  CONFORMANCE_USERS as USERS,
  conformanceWorld,
} from "@sweetspot/fixtures";
import { Hono } from "hono";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerError } from "../http/answers.ts";
import type { RelationJob } from "./relation-jobs.ts";
import { openRoom } from "./relation-room.testing.ts";

const QUIET = toRecordId("acc-quiet");
let opened: Awaited<ReturnType<typeof openRoom>>;
let app: Hono;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  opened = await openRoom(conformanceWorld());
  app = new Hono().route("/api/relations", opened.room.routes);
  app.onError((error, context) =>
    answerError(context, CrmError.is(error) ? error : new CrmError("unavailable", String(error))),
  );
  for (const [name, id] of Object.entries(USERS)) tokens[name] = opened.sessions.open(id);
}, 120_000);
afterAll(() => opened.close());

interface Asked {
  readonly as?: string | undefined;
  readonly method?: string;
  readonly body?: unknown;
}

async function ask(
  path: string,
  { as = tokens["admin"], method = "GET", body }: Asked = {},
): Promise<Response> {
  return app.request(`/api/relations${path}`, {
    method,
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}
const read = async <T>(path: string, asked?: Asked): Promise<T> =>
  (await ask(path, asked)).json() as Promise<T>;
const waysTo = async (person: RecordId) =>
  opened.room
    .readerOf(USERS.rep, await opened.crm.as(USERS.rep))
    .findPaths({ account: QUIET, to: { person } });

async function importFile(file: string, source: object): Promise<RelationJob> {
  const { id } = await read<RelationJob>("/jobs", { method: "POST", body: { source } });
  expect((await ask(`/jobs/${id}/files/rows.jsonl`, { method: "PUT", body: file })).status).toBe(200);
  expect((await ask(`/jobs/${id}/run`, { method: "POST", body: {} })).status).toBe(202);
  return vi.waitFor(
    async () => {
      const job = await read<RelationJob>(`/jobs/${id}`);
      expect(job.state).not.toBe("running");
      return job;
    },
    { timeout: 60_000, interval: 50 },
  );
}

const FILE = [
  { kind: "person", key: "nora", name: "Nora Neumann", city: "Hull" },
  { kind: "body", key: "quiet-2", name: "Quiet Harbour", place: "Hull" },
  { kind: "body", key: "jury", name: "Jury", place: "Kiel" },
  { kind: "person", key: "mara-2", name: "Mara Lindqvist", city: "Kiel" },
  { kind: "tie", key: "t1", person: "nora", body: "jury", type: "commission", start: "2020" },
  { kind: "tie", key: "t2", person: "mara-2", body: "jury", type: "commission", start: "2021" },
  { kind: "tie", key: "t3", person: "nora", body: "nowhere", type: "club" },
]
  .map((row) => JSON.stringify(row))
  .join("\n");
const SOURCE = { name: "Juries", purpose: "Common juries", retentionMonths: 12 };

describe("relations over HTTP", { timeout: 120_000 }, () => {
  it("are an admin's to keep: reps and strangers get nothing of any route", async () => {
    const routes = opened.room.routes.routes.filter(({ method }) => method !== "ALL");
    expect(routes.length).toBeGreaterThan(15);
    for (const { method, path } of routes) {
      const target = path.replaceAll(/:\w+/g, "Register");
      const body = method === "GET" ? undefined : { person: WHO.near };
      const [rep, stranger] = await Promise.all([
        ask(target, { as: tokens["rep"], method, body }),
        ask(target, { as: "nobody", method, body }),
      ]);
      expect([`${method} ${path}`, rep.status, stranger.status]).toEqual([`${method} ${path}`, 403, 401]);
    }
    expect((await ask("/state", { as: "secret_of_the_lock_file_of_this_data_folder_1" })).status).toBe(200);
  });

  it("take files of a source, keep the good rows, tell the bad ones by line, and answer with them at once", async () => {
    const job = await importFile(FILE, SOURCE);
    expect(job).toMatchObject({
      state: "finished",
      report: { problemCount: 1, problems: [{ line: 7, code: "unknown-body" }] },
    });
    const bad = await (await ask(`/jobs/${job.id}/bad-rows.csv`)).text();
    expect(bad).toContain("nowhere");
    const { sources } = await read<{ sources: { name: string; people: number }[] }>("/sources");
    expect(sources.find(({ name }) => name === "Juries")).toMatchObject({ people: 2, ...SOURCE });
    const { paths, people } = await waysTo(toRecordId("Juries/nora"));
    expect(people.find(({ name }) => name === "Nora Neumann")).toBeDefined();
    // Whether that Mara is ours nobody has said yet.
    expect(paths).toEqual([]);
  });

  it("ask an admin who may be one, show both, and heed what he says until he takes it back", async () => {
    const pair = { one: "Juries/mara-2", other: "CRM/team-member/user-mara" };
    const { items } = await read<{
      items: { one: string; other: string; oneRecord?: object; otherRecord?: object }[];
    }>("/proposals/people?limit=200");
    const proposed = items.find(({ one, other }) => [one, other].includes(pair.one));
    expect(proposed?.oneRecord).toBeDefined();
    expect(proposed?.otherRecord).toBeDefined();
    expect((await ask("/decisions", { method: "PUT", body: { ...pair, same: true } })).status).toBe(204);
    expect((await waysTo(toRecordId("Juries/nora"))).paths).toHaveLength(1);
    const merges = await read<{ items: object[]; total: number }>("/merges/people?search=mara%20LIND");
    expect(merges.items).toContainEqual(
      expect.objectContaining({
        decided: true,
        oneRecord: expect.objectContaining({ name: expect.any(String) }),
        otherRecord: expect.objectContaining({ name: expect.any(String) }),
      }),
    );
    expect((await read<{ total: number }>("/merges/people?search=nobody%20at%20all")).total).toBe(0);
    expect((await ask("/decisions", { method: "DELETE", body: pair })).status).toBe(204);
    expect((await waysTo(toRecordId("Juries/nora"))).paths).toEqual([]);
  });

  it("report all that is stored about somebody, and erase him for good, both with a trace", async () => {
    const { people } = await read<{ people: { id: string; name: string }[] }>("/people?search=nora%20NEU");
    expect(people).toMatchObject([{ id: "Juries/nora", name: "Nora Neumann" }]);
    const report = await read<{ ties: object[]; records: object[]; sources: { name: string }[] }>(
      "/people/report",
      { method: "POST", body: { person: "Juries/nora" } },
    );
    expect([report.records.length, report.ties.length]).toEqual([1, 1]);
    expect(report.sources.map(({ name }) => name)).toEqual(["Juries"]);
    const erased = await ask("/people/erase", { method: "POST", body: { person: "Juries/nora" } });
    expect(await erased.json()).toMatchObject({ records: 2 });
    expect((await waysTo(toRecordId("Juries/nora"))).advice?.reason).toBe("unknown-target");
    await importFile(FILE, SOURCE);
    expect(JSON.stringify(await waysTo(toRecordId("Juries/nora")))).not.toContain("Neumann");
    const trail = await opened.database.query(
      sql<{ did: string; by: string }>`select did, by from privacy_act where scope = 'person' order by at`,
    );
    expect(trail).toEqual([
      { did: "exported", by: USERS.admin },
      { did: "erased", by: USERS.admin },
    ]);
  });

  it("do not erase whom the CRM itself has: he would be back at once", async () => {
    const refused = await ask("/people/erase", { method: "POST", body: { person: "Register/mara" } });
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("CRM itself")]);
  });

  it("change what a source may be used for, and forget it with all its records", async () => {
    const terms = { purpose: "Other", retentionMonths: 3 };
    expect((await ask("/sources/Juries", { method: "PUT", body: terms })).status).toBe(204);
    expect((await ask("/sources/Nothing", { method: "PUT", body: terms })).status).toBe(404);
    expect((await ask("/sources/Juries", { method: "DELETE" })).status).toBe(200);
    const { sources } = await read<{ sources: { name: string }[] }>("/sources");
    expect(sources.map(({ name }) => name)).toEqual(["Register"]);
    const acts = await opened.database.query(
      sql<{ did: string }>`select did from privacy_act where scope = 'tenant' order by at`,
    );
    expect(acts.map(({ did }) => did)).toEqual([
      "relations-imported",
      "relations-imported",
      "relations-forgotten",
    ]);
    await expect(opened.jobs.settle()).resolves.toBeUndefined();
  });

  it("find people of the CRM by name too: what is kept about them is theirs to know", async () => {
    const { people } = await read<{ people: { records: { source: string }[] }[] }>("/people?search=mara");
    expect(people.some(({ records }) => records.some(({ source }) => source === "CRM"))).toBe(true);
  });

  it("show what is in a file before it is imported, and let it and the terms be changed", async () => {
    const { id } = await read<RelationJob>("/jobs", { method: "POST", body: { source: SOURCE } });
    const shown = await read<RelationJob>(`/jobs/${id}/files/rows.jsonl`, { method: "PUT", body: FILE });
    expect(shown.files[0]?.preview).toMatchObject({
      form: "json-lines",
      sample: [{ kind: "people", cells: expect.arrayContaining(["Nora Neumann"]) }, {}, {}, {}, {}],
    });
    const whole = { ...SOURCE, whole: true };
    expect(await read(`/jobs/${id}/source`, { method: "PUT", body: { source: whole } })).toMatchObject({
      source: whole,
    });
    expect(await read(`/jobs/${id}/files/rows.jsonl`, { method: "DELETE" })).toMatchObject({ files: [] });
    expect((await ask(`/jobs/${id}/run`, { method: "POST", body: {} })).status).toBe(400);
  });

  it("refuse what cannot be, and say why", async () => {
    expect((await ask("/people?search=a")).status).toBe(400);
    expect((await ask("/proposals/animals")).status).toBe(404);
    expect((await ask("/jobs", { method: "POST", body: { source: { name: "No purpose" } } })).status).toBe(
      400,
    );
    const { id } = await read<RelationJob>("/jobs", { method: "POST", body: { source: SOURCE } });
    expect((await ask(`/jobs/${id}/run`, { method: "POST", body: {} })).status).toBe(400);
    expect((await ask(`/jobs/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await ask(`/jobs/${id}`)).status).toBe(404);
  });
});
