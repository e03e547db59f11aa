import { accountScope, CrmError, type PlanSnapshot, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";
import { openOrg } from "./small-org.fixture.ts";

const scope = accountScope(toRecordId("acc-elbe"));
const perspectives = (count: number, key = "many-records") => ({
  scope,
  key,
  puts: Array.from({ length: count }, (_, index) => ({
    id: toRecordId(`p-${index}`),
    type: "perspective",
    base: 0,
    fields: { name: `Perspective ${index}` },
  })),
  removes: [],
});

/** A transport whose Apex calls pass by a spy first. */
const watched =
  (watch: (operation: string, call: number) => Promise<void>) =>
  (inner: SalesforceTransport): SalesforceTransport => {
    let calls = 0;
    return {
      ...inner,
      async apex(...call) {
        const answer = await inner.apex(...call);
        calls += 1;
        await watch(call[0], calls);
        return answer;
      },
    };
  };

describe("a long plan", () => {
  it("is put together from its parts, now and as it was", async () => {
    const { store, asked } = openOrg();
    await store.commit(perspectives(1000));
    const [snapshot] = await store.load([scope]);
    expect(new Set(snapshot?.records.map((record) => record.id)).size).toBe(1000);
    expect(asked().filter((one) => one === "load")).toHaveLength(3);
    const then = await store.asOf(scope, "2199-01-01T00:00:00.000Z");
    expect(then.records).toHaveLength(1000);
  });

  it("is read again where somebody saved between two parts", async () => {
    const org = openOrg(
      {},
      {
        around: watched(async (operation, call) => {
          if (operation === "load" && call === 1) await saveMeanwhile();
        }),
      },
    );
    const other = org.as(CONFORMANCE_USERS.otherRep);
    const saveMeanwhile = async () => {
      await other.store.commit({
        scope,
        key: "meanwhile",
        puts: [{ id: toRecordId("p-0"), type: "perspective", base: 1, fields: { name: "Renamed" } }],
        removes: [],
      });
    };
    await other.store.commit(perspectives(900));
    const [snapshot] = await org.store.load([scope]);
    expect(snapshot?.version).toBe(2);
    expect(snapshot?.records.find((record) => record.id === "p-0")?.fields).toEqual({ name: "Renamed" });
    expect(snapshot?.records).toHaveLength(900);
  });

  it("is given up as busy where somebody never stops saving", async () => {
    const snapshot = (version: number): PlanSnapshot => ({ scope, version, records: [], writable: true });
    let version = 0;
    const { store } = openOrg(
      {},
      {
        around: (inner) => ({
          ...inner,
          async apex() {
            version += 1;
            const more = version % 2 === 1 ? { next: "on" } : {};
            return { value: { snapshots: [snapshot(version)], ...more } };
          },
        }),
      },
    );
    await expect(store.load([scope])).rejects.toMatchObject({ code: "unavailable" });
    expect(version).toBe(6);
  });
});

describe("two people", () => {
  it("who save one record at once: one wins, the other is shown what was stored", async () => {
    const org = openOrg();
    const [mine, theirs] = [org.as(CONFORMANCE_USERS.rep).store, org.as(CONFORMANCE_USERS.otherRep).store];
    await mine.commit(perspectives(1));
    const rename = (name: string) => ({
      scope,
      key: `rename-${name}`,
      puts: [{ id: toRecordId("p-0"), type: "perspective", base: 1, fields: { name } }],
      removes: [],
    });
    const race = await Promise.allSettled([mine.commit(rename("mine")), theirs.commit(rename("theirs"))]);
    const [winner, loser] = [
      race.find((end) => end.status === "fulfilled"),
      race.find((end) => end.status === "rejected"),
    ];
    expect(CrmError.is(loser?.reason, "conflict")).toBe(true);
    expect(loser?.reason.detail).toEqual({ stored: winner?.value.stored });
  });
});

describe("a host that cannot cancel", () => {
  it("still ends a call at once", async () => {
    const { store } = openOrg({}, { around: (inner) => ({ ...inner, apex: () => new Promise(() => {}) }) });
    const leaving = new AbortController();
    const ended = store.load([scope], { signal: leaving.signal });
    leaving.abort("left the page");
    await expect(ended).rejects.toBe("left the page");
  });

  it("gets plain data alone, so that a channel can carry it", async () => {
    const seen: unknown[] = [];
    const { store, reader } = openOrg(
      {},
      {
        around: (inner) => ({
          graphql: async (operation, variables, { lacks = [] } = {}) => {
            seen.push(structuredClone([operation, variables, lacks]));
            return structuredClone(await inner.graphql(operation, structuredClone(variables), { lacks }));
          },
          apex: async (operation, request) => {
            seen.push(structuredClone([operation, request]));
            return JSON.stringify(await inner.apex(operation, request));
          },
        }),
      },
    );
    await reader.openAccount(toRecordId("acc-nordwind"));
    await store.commit(perspectives(1));
    expect((await store.load([scope]))[0]?.records).toHaveLength(1);
    expect(seen).toHaveLength(4);
  });
});
