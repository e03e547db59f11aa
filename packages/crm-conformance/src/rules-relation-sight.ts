import { CrmError, type RecordId, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_RELATIONS as WHO, CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { askFor, namesOf, PLACES, relationsOf } from "./relation-questions.ts";
import type { Ports } from "./harness.ts";
import { errorsOf, readAll, type Started } from "./started.ts";

const ROOT = toRecordId("acc-nordwind");
const ASA = toRecordId("con-asa");
const GHOST = "Gesa Ghost";

/** What somebody may not see is nowhere, in no answer of any method. */
export function describeRelationSight(started: () => Started): void {
  const everything = async (ports: Ports, account: RecordId, person: RecordId): Promise<string> => {
    const relations = relationsOf(ports);
    const answers = await Promise.all([
      relations.listTargets(account),
      relations.findPaths({ account, to: { person }, count: 12 }),
      relations.listAcquaintances({ account, person }),
    ]);
    return JSON.stringify(answers);
  };

  describe("what somebody may not see", () => {
    it("of accounts is not found, as one that never was", async () => {
      const relations = relationsOf(started().rep);
      const [invisible, never] = [toRecordId("acc-secret"), toRecordId("acc-never")];
      const ask = (account: RecordId) => [
        relations.listTargets(account),
        relations.findPaths({ account, to: { person: WHO.near } }),
        relations.listAcquaintances({ account, person: WHO.near }),
      ];
      const [withheld, missing] = [await errorsOf(ask(invisible)), await errorsOf(ask(never))];
      for (const [index, error] of withheld.entries()) {
        expect(CrmError.is(error, "not-found"), String(error)).toBe(true);
        expect(String(error).replaceAll(invisible, never)).toBe(String(missing[index]));
      }
    });

    it("of contacts is never named, neither as a target nor on a way nor among acquaintances", async () => {
      const { rep, admin } = started();
      const ghost = toRecordId("con-ghost");
      const targets = await readAll((page) => relationsOf(admin).listTargets(ROOT, page));
      expect(targets.map(({ name }) => name)).toContain(GHOST);
      const asa = targets.find(({ contact }) => contact === ASA)?.person;
      expect(asa).toBeDefined();
      const seen = [
        await everything(rep, ROOT, asa!),
        JSON.stringify(
          await relationsOf(rep)
            .findPaths({ account: ROOT, to: { contact: ghost } })
            .catch(() => ""),
        ),
      ];
      for (const text of seen) expect(text).not.toContain(GHOST);
    });

    it("of a colleague’s hidden ties is nowhere, and his own are there for himself", async () => {
      const { rep, otherRep } = started();
      const forMara = await askFor(rep, WHO.ofHider, { count: 12 });
      expect(forMara.paths).toEqual([]);
      expect(await everything(rep, PLACES.ofHider, WHO.ofHider)).not.toContain("Secret Club");
      const forHimself = await askFor(otherRep, WHO.ofHider);
      expect(namesOf(forHimself, forHimself.paths[0])).toEqual(["Tomás Ferreira", "Hilde Heimlich"]);
    });

    it("of the ties of one who wants to be asked is marked so, but not for himself", async () => {
      const { rep, admin } = started();
      const asked = await askFor(rep, WHO.ofAsker);
      expect(asked.paths[0]?.links.at(-1)?.askFirst).toBe(CONFORMANCE_USERS.admin);
      const own = await askFor(admin, WHO.ofAsker);
      expect(own.paths[0]?.links.at(-1)?.askFirst).toBeUndefined();
      const free = await askFor(rep, WHO.near);
      expect(free.paths[0]?.links.every(({ askFirst }) => askFirst === undefined)).toBe(true);
    });
  });

  describe("my own wish", () => {
    it("is what I said last, and holds for others from then on", async ({ skip }) => {
      const [mine, others] = [relationsOf(started().otherRep), started().rep];
      if (!mine.readMyWish || !mine.saveMyWish) return skip("this place keeps no wishes");
      expect(await mine.readMyWish()).toBe("hidden");
      await mine.saveMyWish("ask-first");
      const answer = await askFor(others, WHO.ofHider);
      expect(answer.paths[0]?.links.at(-1)?.askFirst).toBe(CONFORMANCE_USERS.otherRep);
      await mine.saveMyWish("hidden");
      expect((await askFor(others, WHO.ofHider)).paths).toEqual([]);
      expect(await mine.readMyWish()).toBe("hidden");
    });

    it("is to share, as long as nothing is said", async ({ skip }) => {
      const mine = relationsOf(started().rep);
      if (!mine.readMyWish) return skip("this place keeps no wishes");
      expect(await mine.readMyWish()).toBe("shared");
    });
  });
}
