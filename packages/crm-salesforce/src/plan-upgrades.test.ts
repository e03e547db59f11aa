import { accountScope, type PlanRecord, toRecordId } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { createLine } from "./line.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";
import { createSalesforceStore } from "./salesforce-store.ts";

const scope = accountScope(toRecordId("001"));
const old: PlanRecord = {
  id: toRecordId("p"),
  type: "perspective",
  revision: 4,
  schema: 1,
  fields: { title: "North", order: 1 },
  createdBy: toRecordId("u"),
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedBy: toRecordId("u"),
  updatedAt: "2026-01-01T00:00:00.000Z",
};

/** Schema 2 calls a perspective's title its name. */
function upgrade(record: PlanRecord): PlanRecord {
  if (record.schema >= 2) return record;
  const { title = null, ...fields } = record.fields;
  return { ...record, schema: 2, fields: { ...fields, name: title } };
}

/** A plan service that holds the old record and gives these answers to commits. */
function serviceOf(...commits: unknown[]) {
  const sent: unknown[] = [];
  const transport: SalesforceTransport = {
    graphql: () => Promise.reject(new Error("Nothing is read here.")),
    async apex(operation, request) {
      if (operation === "load")
        return { value: { snapshots: [{ scope, version: 1, writable: true, records: [old] }] } };
      sent.push(request);
      return commits.shift();
    },
  };
  const line = createLine(transport, {});
  return { store: createSalesforceStore(line, upgrade), sent };
}

const commit = {
  scope,
  key: "change-order",
  puts: [{ id: old.id, type: "perspective", base: 4, fields: { order: 2 } }],
  removes: [],
};
const done = { value: { version: 2, stored: [] } };
const upgraded = { id: "p", base: 4, schema: 2, fields: { title: null, name: "North", order: 2 } };

describe("a record of an older schema", () => {
  it("is read as if it were of today's", async () => {
    const [snapshot] = await serviceOf().store.load([scope]);
    expect(snapshot?.records).toMatchObject([{ schema: 2, fields: { name: "North", order: 1 } }]);
  });

  it("takes its upgrade along when it is changed, and the same again when that is sent again", async () => {
    const { store, sent } = serviceOf(done, done);
    await store.load([scope]);
    await store.commit(commit);
    await store.commit(commit);
    expect(sent).toMatchObject([{ puts: [upgraded] }, { puts: [upgraded] }]);
  });

  it("is read first where the service says that it is outdated", async () => {
    const issues = [{ record: "p", problem: "outdated-schema", message: "…" }];
    const refused = { error: { code: "malformed", message: "…", detail: { issues } } };
    const { store, sent } = serviceOf(refused, done);
    expect(await store.commit(commit)).toMatchObject({ version: 2 });
    expect(sent).toMatchObject([{ puts: [commit.puts[0]] }, { puts: [upgraded] }]);
  });

  it("is shown upgraded in a conflict, and can be changed from there", async () => {
    const newer = { ...old, revision: 5 };
    const conflict = { error: { code: "conflict", message: "…", detail: { stored: [newer] } } };
    const { store, sent } = serviceOf(conflict, done);
    await expect(store.commit({ ...commit, key: "on-a-stale-base" })).rejects.toMatchObject({
      code: "conflict",
      detail: { stored: [{ revision: 5, schema: 2, fields: { name: "North" } }] },
    });
    await store.commit({ ...commit, puts: [{ ...commit.puts[0], base: 5 } as never] });
    expect(sent[1]).toMatchObject({ puts: [{ ...upgraded, base: 5 }] });
  });
});
