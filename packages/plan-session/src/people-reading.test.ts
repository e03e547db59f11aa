import { CrmError, type CrmReader, INVOLVEMENT_GAPS, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { buildInvolvement, conformanceWorld } from "@sweetspot/fixtures";
import { expect, test, vi } from "vitest";
import { createCrmFeed } from "./crm-feed.ts";
import { calm, createStageClock, REP } from "./stage.fixture.ts";

const account = toRecordId("acc-nordwind");

function openFeed(change: (reader: CrmReader) => CrmReader = (same) => same) {
  const crm = createMemoryCrm(conformanceWorld());
  const reader = change(crm.as(REP).reader);
  const clock = createStageClock();
  return { crm, clock, reader, feed: createCrmFeed({ account, reader, clock }) };
}

test("nobody is read before a widget asks; then once, however many ask", async () => {
  const { reader } = createMemoryCrm(conformanceWorld()).as(REP);
  const list = vi.spyOn(reader, "listInvolvements");
  const feed = createCrmFeed({ account, reader, clock: createStageClock() });
  await calm();
  expect(feed.getView().people).toBeUndefined();
  feed.readPeople?.();
  expect(feed.getView().people?.status).toBe("loading");
  feed.readPeople?.();
  await calm();
  feed.readPeople?.();
  await calm();
  expect(feed.getView()).toMatchObject({ status: "ready", people: { status: "ready", gaps: [] } });
  expect(feed.getView().people?.involvements.length).toBeGreaterThan(5);
  expect(list).toHaveBeenCalledTimes(1);
});

test("people of many pages are shown together, each once", async () => {
  const world = conformanceWorld();
  const involvements = Array.from({ length: 2500 }, (_, index) =>
    buildInvolvement(`inv-${index}`, "user-tomas", { account }),
  );
  const { reader } = createMemoryCrm({ ...world, involvements }).as(REP);
  const feed = createCrmFeed({ account, reader, clock: createStageClock() });
  feed.readPeople?.();
  await calm();
  expect(feed.getView().people?.involvements).toHaveLength(2500);
});

test("a refresh reads them anew, and one that fails keeps them", async () => {
  const { crm, feed } = openFeed();
  feed.readPeople?.();
  await calm();
  const world = conformanceWorld();
  crm.replaceWorld({ ...world, involvements: world.involvements.slice(0, 1) });
  await feed.refresh();
  expect(feed.getView().people?.involvements.map((one) => one.id)).toEqual(["inv-asa"]);
  crm.failNext("forbidden", { method: "listInvolvements" });
  await feed.refresh();
  expect(feed.getView().people).toMatchObject({
    status: "ready",
    error: { code: "forbidden" },
    involvements: [{ id: "inv-asa" }],
  });
});

test("a failure says why and does not touch the other lists; asked again, they are read", async () => {
  const { crm, feed } = openFeed();
  await calm();
  crm.failNext("forbidden", { method: "listInvolvements" });
  feed.readPeople?.();
  await calm();
  expect(feed.getView()).toMatchObject({
    status: "ready",
    error: undefined,
    people: { status: "failed", error: { code: "forbidden" } },
  });
  feed.readPeople?.();
  await calm();
  expect(feed.getView().people).toMatchObject({ status: "ready", error: undefined });
});

test("a CRM that keeps nobody is ready with all gaps", async () => {
  const { feed } = openFeed(({ listInvolvements: _people, ...bare }) => bare);
  feed.readPeople?.();
  await calm();
  expect(feed.getView().people).toMatchObject({ status: "ready", involvements: [], gaps: INVOLVEMENT_GAPS });
});

test("leaving the page stops reading them", async () => {
  let signal: AbortSignal | undefined;
  const { feed } = openFeed((reader) => ({
    ...reader,
    listInvolvements: (_, options) => {
      signal = options?.signal;
      return new Promise(() => {});
    },
  }));
  feed.readPeople?.();
  await calm();
  feed.dispose();
  expect(CrmError.is(signal?.reason)).toBe(true);
});
