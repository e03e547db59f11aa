import { expect, test } from "@playwright/test";
import { conformanceWorld } from "@sweetspot/fixtures";
import { openLightning } from "./lightning-page.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

for (const host of ["synthetic", "native"] as const)
  test(`Lightning's modules serve components of two namespaces, ${host} shadow`, async ({ page }) => {
    const world = conformanceWorld();
    const [first, second] = world.accounts;
    const [user] = world.teamMembers;
    if (!first || !second || !user) throw new Error("The world has no two accounts.");
    const org = await server.createOrg({ world, user: user.id, context: { formFactor: "Small" } });
    const lightning = await openLightning(page, server.origin, org, host);
    await lightning.showRecord("Account", first.id);
    const [ours, theirs] = [
      await lightning.place("platformProbe"),
      await lightning.place("platformProbe", {}, "acme"),
    ];
    const report = async (element = ours) => JSON.parse(await element.call<string>("report")) as object;

    await test.step("wires begin empty, answer later, share one answer, and follow the record", async () => {
      const name = first.name;
      await expect.poll(report).toMatchObject({
        pages: [first.id],
        answers: [null, name],
        name,
        formFactor: "Small",
        locale: "en-GB",
        userId: user.id,
      });
      await expect.poll(() => report(theirs)).toMatchObject({ answers: [null, name] });
      expect(org.emulator.requests.filter((request) => request === "graphql account")).toHaveLength(1);
      await lightning.showRecord("Account", second.id);
      await expect.poll(report).toMatchObject({
        pages: [first.id, second.id],
        answers: [null, name, second.name],
        name: second.name,
      });
    });

    await test.step("a refresh that brings the same says nothing, a failed one says why, a good one is heard", async () => {
      await ours.call("refresh");
      expect(await report()).toMatchObject({ answers: [null, first.name, second.name] });
      org.emulator.failNext("limit");
      await ours.call("refresh");
      expect(await report()).toMatchObject({
        answers: [null, first.name, second.name, "TotalRequests Limit exceeded."],
      });
      expect(await ours.call("mutate")).toBe('[null,"OperationNotSupported"]');
    });

    await test.step("Apex is called by name; what Lightning hands out cannot be changed", async () => {
      expect(await ours.call("loadPlan")).toContain('"snapshots"');
      org.emulator.failNext("locked-row");
      await expect(ours.call("loadPlan")).rejects.toThrow();
      await ours.call("refresh");
      expect(await ours.call("freeze")).toBe("refused");
    });

    await test.step("globals stay in their namespace, and off the page", async () => {
      expect(await ours.call("remember", "ours")).toBeNull();
      expect(await theirs.call("remember", "theirs")).toBeNull();
      expect(await ours.call("remember", "ours again")).toBe("ours");
      expect(await page.evaluate(() => "benchSecret" in window)).toBe(false);
    });

    await test.step("toasts and navigation reach the page", async () => {
      await ours.call("navigate", first.id);
      await theirs.call("toast", "Saved");
      expect(await lightning.wanted()).toMatchObject([{ attributes: { recordId: first.id } }]);
      expect(await lightning.toasts()).toMatchObject([{ title: "Saved", variant: "success" }]);
    });
    expect(lightning.errors).toEqual([]);
  });
