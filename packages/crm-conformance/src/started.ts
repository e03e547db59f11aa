import { accountScope, type Page, type RecordId, type Scope, toRecordId } from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import { afterAll, beforeAll } from "vitest";
import type { AdapterHarness, AdapterUnderTest, Ports } from "./harness.ts";

/** What a rule works with: the world, and the ports of two reps and an admin of it. */
export interface Started {
  readonly crm: AdapterUnderTest;
  readonly world: CrmWorld;
  readonly rep: Ports;
  readonly otherRep: Ports;
  readonly admin: Ports;
  /** An account's plan nobody has touched yet. */
  freshScope(): Scope;
}

/** Accounts added to the world so that every rule about plans has a scope of its own. */
const SPARE_ACCOUNTS = 250;

/** The world of the rules about plans. */
export const withSpareAccounts = (world: CrmWorld): CrmWorld => ({
  ...world,
  accounts: [
    ...world.accounts,
    ...Array.from({ length: SPARE_ACCOUNTS }, (_, index) => buildAccount(spareId(index), `Spare ${index}`)),
  ],
});

const spareId = (index: number): RecordId => toRecordId(`spare-${index}`);

/** Starts one adapter for the rules of a `describe`; call the result inside a rule. */
export function startAdapter(harness: AdapterHarness, world: CrmWorld = conformanceWorld()): () => Started {
  let started: Started | undefined;
  let spare = 0;
  beforeAll(async () => {
    const crm = await harness.create(world);
    const { rep, otherRep, admin } = CONFORMANCE_USERS;
    started = {
      crm,
      world,
      rep: await crm.as(rep),
      otherRep: await crm.as(otherRep),
      admin: await crm.as(admin),
      freshScope() {
        const id = spareId(spare);
        if (!world.accounts.some((account) => account.id === id))
          throw new Error("No spare account is left: raise SPARE_ACCOUNTS.");
        spare += 1;
        return accountScope(id);
      },
    };
  });
  afterAll(() => started?.crm.dispose());
  return () => {
    if (!started) throw new Error("The adapter was not started: see the error of harness.create above.");
    return started;
  };
}

/** Every item of a list, page by page. */
export async function readAll<T>(
  list: (options: { readonly cursor?: string; readonly limit?: number }) => Promise<Page<T>>,
  limit?: number,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({
      ...(cursor === undefined ? {} : { cursor }),
      ...(limit === undefined ? {} : { limit }),
    });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

/** The error a call rejects with; a call that succeeds is itself an error. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    return error;
  }
  throw new Error(`The call should have failed, but answered ${JSON.stringify(answer)?.slice(0, 200)}.`);
}

/** The same of several calls under way at once. */
export const errorsOf = (calls: readonly Promise<unknown>[]): Promise<unknown[]> =>
  Promise.all(calls.map((call) => errorOf(call)));
