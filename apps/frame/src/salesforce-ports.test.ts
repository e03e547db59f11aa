import { CrmError, accountScope, type PlanView, toRecordId } from "@sweetspot/contract";
import { createRestTransport, type OrgPart, type SalesforceTransport } from "@sweetspot/crm-salesforce";
import { CONFORMANCE_RELATIONS, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createFrameChannel, createHostChannel, createPortLine } from "@sweetspot/host-bridge";
import { createSalesforceEmulator } from "@sweetspot/salesforce-emulator";
import { afterEach, expect, test } from "vitest";
import { createSalesforcePorts, createSalesforceRelationReader } from "./salesforce-ports.ts";

type Graphql = Parameters<SalesforceTransport["graphql"]>;
interface GraphqlCall {
  readonly operation: Graphql[0];
  readonly variables: Graphql[1];
  readonly lacks: readonly OrgPart[];
}
interface ApexCall {
  readonly operation: Parameters<SalesforceTransport["apex"]>[0];
  readonly request: Parameters<SalesforceTransport["apex"]>[1];
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** The frame's ports over a real channel to an emulated org. */
async function setUp(options: { readonly neverAnswers?: boolean } = {}) {
  const world = conformanceWorld();
  const emulator = createSalesforceEmulator(world);
  const user = toRecordId(CONFORMANCE_USERS.rep);
  const token = emulator.signIn(user);
  const transport = createRestTransport({
    instanceUrl: "https://org.example",
    token: () => token,
    fetch: (url, options) => emulator.handle(new Request(url as string, options)),
  });
  const { port1, port2 } = new MessageChannel();
  const signals: AbortSignal[] = [];
  const host = createHostChannel({
    line: createPortLine(port1),
    snapshot: null,
    allow: {
      graphql(argument, { signal }) {
        signals.push(signal);
        if (options.neverAnswers) return new Promise(() => {});
        const { operation, variables, lacks } = argument as GraphqlCall;
        return transport.graphql(operation, variables, { lacks, signal });
      },
      apex(argument) {
        const { operation, request } = argument as ApexCall;
        return transport.apex(operation, request);
      },
    },
  });
  const channel = await createFrameChannel({ line: createPortLine(port2), visit: "v" });
  ends.push(
    () => host.close(),
    () => channel.close(),
  );
  const account = world.accounts[0]?.id ?? toRecordId("none");
  const ports = createSalesforcePorts(channel, user, "EUR");
  const session = { getView: () => ({ library: new Map() }) as unknown as PlanView };
  const relations = createSalesforceRelationReader(channel, user, ports.reader, session);
  return { emulator, account, signals, ...ports, relations };
}

test("the frame reads an account and saves a plan through the page around it", async () => {
  const { reader, store, account } = await setUp();
  const { account: read } = await reader.openAccount(account);
  expect(read.id).toBe(account);
  const put = { id: toRecordId("p-1"), type: "perspective", base: 0, fields: { name: "Regions" } };
  const { version } = await store.commit({
    scope: accountScope(account),
    key: "key-12345678",
    puts: [put],
    removes: [],
  });
  const [snapshot] = await store.load([accountScope(account)]);
  expect([version, snapshot?.records.map(({ fields }) => fields)]).toEqual([1, [{ name: "Regions" }]]);
  const stale = { scope: accountScope(account), key: "key-87654321", puts: [put], removes: [] };
  await expect(store.commit(stale)).rejects.toMatchObject({
    code: "conflict",
    detail: { stored: [{ id: "p-1", revision: 1 }] },
  });
});

test("relations that are records of the org are worked out in the frame", async () => {
  const { relations, account, emulator } = await setUp();
  const ask = () => relations.findPaths({ account, to: { person: CONFORMANCE_RELATIONS.third } });
  const { paths, people } = await ask();
  expect(paths[0]?.people.map((id) => people.find((one) => one.id === id)?.name)).toEqual([
    "Mara Lindqvist",
    "Dagny Direkt",
    "Sven Zweiter",
    "Farid <b>Dritter</b>",
  ]);
  const asked = emulator.requests.length;
  await ask();
  expect(emulator.requests).toHaveLength(asked);
});

test("what Salesforce says of a failure is understood at the other end of the channel", async () => {
  const { reader, emulator, account } = await setUp();
  emulator.failNext("locked-row");
  await expect(reader.openAccount(account)).rejects.toMatchObject({
    code: "unavailable",
    retryAfterMs: 1000,
  });
  emulator.failNext("session-expired");
  const failure = await reader.openAccount(account).catch((error: unknown) => error);
  expect(CrmError.is(failure, "unauthenticated")).toBe(true);
});

test("a read that a widget gives up is given up in the page too", async () => {
  const { reader, account, signals } = await setUp({ neverAnswers: true });
  const control = new AbortController();
  const reading = reader.openAccount(account, { signal: control.signal });
  await expect.poll(() => signals.length).toBeGreaterThan(0);
  control.abort(new Error("gone"));
  await expect(reading).rejects.toThrow("gone");
  await expect.poll(() => signals[0]?.aborted).toBe(true);
});
