import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountScope, type PlanStore, type RecordId, toRecordId } from "@sweetspot/contract";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { killGateways, run as runOn, signIn, start as startOn } from "./gateway-process.testing.ts";
import { LOCK_FILE } from "../data-folder/lock-file.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sweetspot-gateway-"));
});
afterEach(killGateways);
afterAll(() => rm(folder, { recursive: true, force: true }));

const onData = (environment: Record<string, string>) => ({
  SWEETSPOT_DATA: path.join(folder, "data"),
  ...environment,
});
const run = (environment: Record<string, string>) => runOn(onData(environment));
const start = (environment: Record<string, string> = {}, parameters: readonly string[] = []) =>
  startOn(onData(environment), parameters);

const ask = (store: PlanStore, account: RecordId, name: string) =>
  store.commit({
    scope: accountScope(account),
    key: `question-${name}`,
    puts: [{ id: toRecordId(name), type: "knowledge-gap", base: 0, fields: { question: `${name}?` } }],
    removes: [],
  });
const questionsOf = async (store: PlanStore, account: RecordId): Promise<string[]> => {
  const [plan] = await store.load([accountScope(account)]);
  return plan?.records.filter(({ type }) => type === "knowledge-gap").map(({ id }) => id) ?? [];
};

// A cold database on a busy machine takes its time.
const PATIENT = { timeout: 120_000 };

describe("a gateway on one data folder", PATIENT, () => {
  it("starts with the demo company, stops on SIGTERM, and comes back with what was saved", async () => {
    const first = await start();
    const { store, account } = await signIn(first.url);
    await ask(store, account, "saved-before-restart");
    first.gateway.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    expect(existsSync(path.join(folder, "data", LOCK_FILE))).toBe(false);

    const second = await start();
    const again = await signIn(second.url);
    expect(again.account).toBe(account);
    expect(await questionsOf(again.store, account)).toContain("saved-before-restart");
    second.gateway.kill("SIGTERM");
    await second.ended;
  });

  it("has what was saved after kill -9, and takes over the lock left behind", async () => {
    const first = await start();
    const { store, account } = await signIn(first.url);
    await ask(store, account, "saved-before-kill");
    first.gateway.kill("SIGKILL");
    await first.ended;
    expect(existsSync(path.join(folder, "data", LOCK_FILE))).toBe(true);

    const second = await start();
    expect(await questionsOf((await signIn(second.url)).store, account)).toContain("saved-before-kill");
  });

  it("refuses a second instance with a clear message, and goes on itself", async () => {
    const first = await start();
    const second = run({});
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Sweetspot is already running at ${first.url}`);
    expect(second.output()).not.toContain("    at ");
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  });

  it("finishes a request that is under way when it is told to stop", async () => {
    const { gateway, url, ended } = await start();
    const body = JSON.stringify({ member: "member-lena" });
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      expect: "100-continue",
    };
    const signingIn = httpRequest(`${url}/api/session`, { method: "POST", headers });
    signingIn.flushHeaders();
    // The gateway says so when it has the request and waits for its body.
    await once(signingIn, "continue");
    gateway.kill("SIGTERM");
    signingIn.end(body);
    const [answer] = (await once(signingIn, "response")) as [{ statusCode: number; resume(): void }];
    answer.resume();
    expect(answer.statusCode).toBe(200);
    expect(await ended).toBe(0);
  });
});

describe("a gateway that cannot start says why and what to do", PATIENT, () => {
  it("when its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const refused = run({ PORT: String(port), SWEETSPOT_DATA: path.join(folder, "other") });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.\n`,
    );
    expect(await readdir(path.join(folder, "other"))).toEqual([]);
    other.close();
  });

  it("when its data folder is a file", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "mine");
    const refused = run({ SWEETSPOT_DATA: file });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/is a file.*SWEETSPOT_DATA\.\n$/);
  });

  it("when a setting is wrong", async () => {
    const refused = run({ PORT: "eighty" });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/^PORT=eighty: a port is a number/);
  });

  it("when its database server is not there", async () => {
    const refused = run({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/ECONNREFUSED[\s\S]*DATABASE_URL/);
  });

  describe.skipIf(!canMount())("on a disk of its own (needs the right to mount)", () => {
    it.each([
      ["read-only", "ro,size=400m", /cannot be written \(EROFS\)/],
      ["full", "size=4m", /almost full: \d MB are free/],
    ])("that is %s", async (name, options, words) => {
      const disk = path.join(folder, `disk-${name}`);
      await mkdir(disk);
      execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]);
      try {
        const refused = run({ SWEETSPOT_DATA: disk });
        expect(await refused.ended).toBe(1);
        expect(refused.output()).toMatch(words);
        expect(refused.output()).toContain("SWEETSPOT_DATA");
        expect(await readdir(disk)).toEqual([]);
      } finally {
        execFileSync("umount", [disk]);
      }
    });
  });
});

describe("an empty start", PATIENT, () => {
  it("loads nobody but an administrator, and later starts add nothing", async () => {
    const data = { SWEETSPOT_DATA: path.join(folder, "empty") };
    const first = await start(data, ["--empty"]);
    const members = async (url: string) => (await (await fetch(`${url}/api/members`)).json()) as object;
    const expected = { members: [expect.objectContaining({ id: "administrator", role: "admin" })] };
    expect(await members(first.url)).toEqual(expected);
    first.gateway.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(await members((await start(data)).url)).toEqual(expected);
  });
});

function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", ["-m", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
