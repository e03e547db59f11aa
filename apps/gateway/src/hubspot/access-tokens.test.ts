import { CrmError } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { createAccessTokens } from "./access-tokens.ts";
import type { GrantStore } from "./grant-store.ts";

const who = { portal: "1", user: "2" };

/** One grant whose token is good for so many seconds more, and a HubSpot that answers as told. */
function open(seconds: number, renew: () => Promise<"away" | "over">) {
  let removed = false;
  let leases = 0;
  const grants = {
    find: async () =>
      removed
        ? undefined
        : {
            ...who,
            tokens: { access: "old", refresh: "refresh" },
            expiresAt: new Date(seconds * 1000),
            scopes: [],
            userLevel: true,
          },
    lease: async () => `lease-${(leases += 1)}`,
    release: async () => {},
    remove: async () => void (removed = true),
  } satisfies Partial<GrantStore>;
  const tokens = createAccessTokens({
    grants: grants as Partial<GrantStore> as GrantStore,
    oauth: {
      renew: async () => {
        if ((await renew()) === "over") return undefined;
        throw new CrmError("unavailable", "HubSpot is away.");
      },
    },
    now: () => 0,
    sleep: async () => {},
  });
  return { tokens, leases: () => leases };
}

test("a token that is good for a while is used without asking HubSpot", async () => {
  const { tokens, leases } = open(121, async () => "away");
  expect(await tokens.of(who)).toBe("old");
  expect(leases()).toBe(0);
});

test("while HubSpot is away the token is used as long as it is good, and then the failure is said", async () => {
  expect(await open(60, async () => "away").tokens.of(who)).toBe("old");
  await expect(open(10, async () => "away").tokens.of(who)).rejects.toMatchObject({ code: "unavailable" });
});

test("a consent that was taken back ends a token that would still be good", async () => {
  const { tokens } = open(60, async () => "over");
  expect(await tokens.of(who)).toBeUndefined();
  expect(await tokens.of(who)).toBeUndefined();
});

test("a renewal that another instance never ends is given up", async () => {
  const waiting = createAccessTokens({
    grants: {
      find: async () => ({
        ...who,
        tokens: { access: "old", refresh: "refresh" },
        expiresAt: new Date(0),
        scopes: [],
        userLevel: true,
      }),
      lease: async () => undefined,
    } as Partial<GrantStore> as GrantStore,
    oauth: { renew: async () => undefined },
    now: () => 0,
    sleep: async () => {},
  });
  await expect(waiting.of(who)).rejects.toMatchObject({ code: "unavailable", retryAfterMs: 15_000 });
});

test("tokens are held of users who are there, not of all who ever were", async () => {
  let time = 0;
  const tokens = createAccessTokens({
    grants: {
      find: async (of: typeof who) => ({
        ...of,
        tokens: { access: "good", refresh: "refresh" },
        expiresAt: new Date(1e12),
        scopes: [],
        userLevel: true,
      }),
    } as Partial<GrantStore> as GrantStore,
    oauth: { renew: async () => undefined },
    now: () => time,
  });
  for (let user = 0; user < 50; user += 1) await tokens.of({ portal: "1", user: String(user) });
  time = 60_000;
  await tokens.of(who);
  tokens.sweep();
  expect(tokens.size).toBe(1);
});
