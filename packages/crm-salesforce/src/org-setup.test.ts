import { known, valueOf } from "@sweetspot/contract";
import { conformanceWorld } from "@sweetspot/fixtures";
import { expect, it } from "vitest";
import { toOrgSetup } from "./org-setup.ts";
import { createSetupKeeper } from "./setup-keeper.ts";
import { NORDWIND, openOrg } from "./small-org.fixture.ts";

const setting = (kind: string, value: string, label = value) => ({ kind, value, label });

it("an admin's settings say which fields are attributes, and under which label", async () => {
  const { reader } = openOrg({}, { settings: [setting("accountAttribute", "Region__c", "Sales region")] });
  const { account } = await reader.openAccount(NORDWIND);
  expect(account.attributes).toEqual({ "Sales region": known("Nord") });
});

it("an admin's settings say which status ends an asset's use", async () => {
  const assets = conformanceWorld().assets.map((asset) => ({ ...asset, active: false }));
  const activeOf = async (settings: readonly ReturnType<typeof setting>[]) =>
    (await openOrg({ assets }, { settings }).reader.openAccount(NORDWIND)).assets.items[0]?.active;
  expect(await activeOf([])).toBe(false);
  expect(await activeOf([setting("inactiveAssetStatus", "Sold")])).toBe(true);
});

it("nothing said is no mapping; what is no name of a field is refused before it stands in a query", () => {
  expect(toOrgSetup(undefined).mapping).toEqual({ account: [], opportunity: [] });
  expect(() => toOrgSetup({ settings: [setting("accountAttribute", "Name } evil")] })).toThrow(/API name/);
});

it("the org is asked once for all who need its setup, and again after a failure", async () => {
  const answers: readonly unknown[] = [
    Promise.reject(new Error("busy")),
    { value: { admins: [], settings: [setting("accountAttribute", "Region__c")] } },
  ];
  let asked = 0;
  const keeper = createSetupKeeper(async () => answers[(asked += 1) - 1]);
  await expect(keeper.mapping()).rejects.toThrow("busy");
  const [mapping] = await Promise.all([keeper.mapping(), keeper.answer(), keeper.mapping()]);
  expect(valueOf(known(mapping.account))).toEqual([{ field: "Region__c", label: "Region__c" }]);
  expect(asked).toBe(2);
});
