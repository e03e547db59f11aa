import { accountScope, type PlanFields, type PlanStore, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { expect, it } from "vitest";
import { createHubspotPortal } from "../hubspot-portal.ts";
import { createQuickClock } from "../quick-clock.fixture.ts";
import { clientOf, NORDWIND } from "../small-portal.fixture.ts";
import { eraseContactInHubspot } from "./erase-contact.ts";
import { COMMIT_OBJECT, prepareNativeStorage } from "./native-object.ts";
import { createNativePlanStore } from "./native-plan-store.ts";

const scope = accountScope(NORDWIND);
const CONTACT = toRecordId("900");

async function openPlan() {
  const emulator = createHubspotEmulator(conformanceWorld());
  const [member] = conformanceWorld().teamMembers.filter(({ id }) => id === CONFORMANCE_USERS.admin);
  if (!member) throw new Error("The world has no admin.");
  const { token } = emulator.signIn(member.id);
  const clock = createQuickClock();
  const place = () => ({
    portal: createHubspotPortal({ client: clientOf(emulator), clock }),
    token: () => token,
  });
  const mine = place();
  await prepareNativeStorage(mine);
  return { emulator, place, clock, mine, store: createNativePlanStore({ ...mine, member }), member };
}

let commits = 0;
const put = (store: PlanStore, id: string, type: string, fields: PlanFields, base = 0) =>
  store.commit({
    scope,
    key: `erasing-${(commits += 1)}`,
    puts: [{ id: toRecordId(id), type, base, fields }],
    removes: [],
  });

it("a contact erased for privacy leaves no word in any commit, and the plan goes on as it was", async () => {
  const { emulator, place, store, member, clock } = await openPlan();
  const person = { name: "Ida Sommer", contact: CONTACT, notes: "Likes boats", role: "sponsor" };
  await put(store, "m", "buying-centre-member", person);
  await put(store, "m", "buying-centre-member", { position: "Head of Sea" }, 1);
  await put(store, "g", "knowledge-gap", { question: "What does Ida Sommer want?" });
  await put(store, "p", "perspective", { name: "Companies" });
  // The same number may be a company's.
  await put(store, "a", "area", { name: "North", perspective: "p", accounts: [CONTACT] });

  for (const changed of [3, 0]) expect(await eraseContactInHubspot(place(), CONTACT)).toBe(changed);
  const words = JSON.stringify(emulator.customObjects.recordsOf(COMMIT_OBJECT));
  for (const word of ["Ida", "Sommer", "boats", "Head of Sea"]) expect(words).not.toContain(word);

  const fresh = createNativePlanStore({ ...place(), member });
  const fieldsOf = async (of: PlanStore) => (await of.load([scope]))[0]?.records.map(({ fields }) => fields);
  expect(await fieldsOf(fresh)).toEqual([
    { name: "North", perspective: "p", accounts: [CONTACT] },
    { question: "What does … want?" },
    { name: "…", role: "sponsor" },
    { name: "Companies" },
  ]);
  expect((await fresh.changes(scope, { since: 0 })).items).toHaveLength(5);
  await put(fresh, "p", "perspective", { name: "Regions" }, 1);
  // Who had read it before reads it anew within minutes.
  await clock.sleep(600_001);
  expect(JSON.stringify(await fieldsOf(store))).not.toContain("Sommer");
});

it("nothing is erased in a portal that keeps no plans", async () => {
  const emulator = createHubspotEmulator(conformanceWorld());
  const { token } = emulator.signIn(CONFORMANCE_USERS.admin);
  const portal = createHubspotPortal({ client: clientOf(emulator) });
  expect(await eraseContactInHubspot({ portal, token: () => token }, CONTACT)).toBe(0);
});
