import { toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_RELATIONS as WHO } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { PLACES, relationsOf } from "./relation-questions.ts";
import { readAll, type Started } from "./started.ts";

const ROOT = toRecordId("acc-nordwind");

/** Targets of an account, and whom somebody knows. */
export function describeRelationLists(started: () => Started): void {
  const relations = () => relationsOf(started().rep);

  describe("targets of an account", () => {
    it("are the contacts its user may see, each once, and whom the register places in its body", async () => {
      const { reader } = started().rep;
      const contacts = (await reader.listContacts(ROOT)).items.map(({ id }) => id);
      const targets = await readAll((page) => relations().listTargets(ROOT, page));
      const named = targets.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
      expect(named.toSorted()).toEqual(contacts.toSorted());
      const quiet = await relations().listTargets(PLACES.near);
      expect(quiet.items).toMatchObject([{ name: "Dagny Direkt", part: "Director" }]);
      expect(quiet.items[0]?.contact).toBeUndefined();
    });

    it("tell how near they are, or that there is no way, the best reached first", async () => {
      const best = async (account: keyof typeof PLACES) =>
        (await relations().listTargets(PLACES[account])).items[0]?.best;
      expect((await best("near"))?.introductions).toBe(1);
      expect((await best("second"))?.introductions).toBe(2);
      expect((await best("third"))?.introductions).toBe(3);
      expect(await best("tooFar")).toBeUndefined();
      expect(await best("nobody")).toBeUndefined();
      const targets = await readAll((page) => relations().listTargets(ROOT, page));
      const strengths = targets.map((target) => target.best?.strength ?? 0);
      expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
    });

    it("are the same page by page", async () => {
      const whole = await readAll((page) => relations().listTargets(ROOT, page));
      const paged = await readAll((page) => relations().listTargets(ROOT, page), 1);
      expect(paged).toEqual(whole);
    });
  });

  describe("acquaintances", () => {
    const query = { account: PLACES.near, person: WHO.hub };

    it("are links from the person asked about, the strongest first, with their number and who they are", async () => {
      const page = await relations().listAcquaintances(query);
      expect(page.total).toBe(31);
      expect(page.items).toHaveLength(31);
      expect(page.items.every(({ from }) => from === WHO.hub)).toBe(true);
      const strengths = page.items.map(({ strength }) => strength);
      expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
      const people = page.people.map(({ id }) => id);
      for (const { to } of page.items) expect(people).toContain(to);
    });

    it("come page by page, each once, and each page names its own people", async () => {
      const whole = await relations().listAcquaintances(query);
      const seen: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await relations().listAcquaintances(query, {
          limit: 7,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.total).toBe(31);
        expect(page.items.length).toBeLessThanOrEqual(7);
        const people = page.people.map(({ id }) => id);
        for (const { to } of page.items) expect(people).toContain(to);
        seen.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(whole.items);
    });

    it("heed what is left out", async () => {
      const colleagues = await relations().listAcquaintances({ ...query, relationTypes: ["colleague"] });
      expect(colleagues.total).toBe(30);
      const without = await relations().listAcquaintances({ ...query, exclude: { people: [WHO.near] } });
      expect(without.items.some(({ to }) => to === WHO.near)).toBe(false);
    });
  });
}
