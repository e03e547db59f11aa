import { CONFORMANCE_RELATIONS as WHO, CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { askFor, bodiesOf, nameOf, namesOf, PLACES, relationsOf } from "./relation-questions.ts";
import type { Started } from "./started.ts";

/** Ways, what holds them, and what the user leaves out. */
export function describeRelationPaths(started: () => Started): void {
  const rep = () => started().rep;

  describe("ways to somebody", () => {
    it("are the strongest first, over one introduction, two, three", async () => {
      const [near, second, third] = await Promise.all([
        askFor(rep(), WHO.near),
        askFor(rep(), WHO.second),
        askFor(rep(), WHO.third),
      ]);
      expect(namesOf(near, near.paths[0])).toEqual(["Mara Lindqvist", "Dagny Direkt"]);
      expect(namesOf(second, second.paths[0])).toEqual(["Mara Lindqvist", "Dagny Direkt", "Sven Zweiter"]);
      expect(namesOf(third, third.paths[0])).toEqual([
        "Mara Lindqvist",
        "Dagny Direkt",
        "Sven Zweiter",
        "Farid <b>Dritter</b>",
      ]);
      for (const { paths, target, advice } of [near, second, third]) {
        const strengths = paths.map(({ strength }) => strength);
        expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
        expect(paths.every(({ people }) => people.at(-1) === target)).toBe(true);
        expect(advice).toBeUndefined();
      }
    });

    it("say of each link why it is believed: where, since when, by which source, with factors that make its strength", async () => {
      const answer = await askFor(rep(), WHO.near);
      const [link] = answer.paths[0]?.links ?? [];
      const ground = link?.because[0];
      expect(answer.bodies.find(({ id }) => id === ground?.body)?.name).toBe("Pier 3 AG");
      expect(ground?.ties.map(({ type }) => type)).toEqual(["board_seat", "board_seat"]);
      expect(ground?.ties.map(({ from }) => from).toSorted()).toEqual(["2015-03", "2016"]);
      expect(ground?.ties.every(({ source }) => source?.name === "Register")).toBe(true);
      expect(ground?.current).toBe(true);
      const product = (ground?.reasons ?? []).reduce((whole, { factor }) => whole * factor, 1);
      expect(product).toBeCloseTo(ground?.strength ?? 0, 9);
      expect(answer.paths[0]?.strength).toBeCloseTo(
        (answer.paths[0]?.links ?? []).reduce((whole, { strength }) => whole * strength, 1),
        9,
      );
    });

    it("name everybody and every body they speak of, each once", async () => {
      const answer = await askFor(rep(), WHO.third, { count: 12 });
      for (const { people, links } of answer.paths) {
        for (const id of people) nameOf(answer, id);
        for (const { because } of links)
          for (const { body } of because)
            if (body !== undefined) expect(answer.bodies.map(({ id }) => id)).toContain(body);
      }
      for (const cast of [answer.people, answer.bodies]) {
        const ids = cast.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it("begin with one of ours, who is told to be one", async () => {
      const answer = await askFor(rep(), WHO.second);
      for (const { people } of answer.paths)
        expect(answer.people.find(({ id }) => id === people[0])?.teamMember).toBeDefined();
    });

    it("go round people, bodies and ties that are left out", async () => {
      const [direct] = (await askFor(rep(), WHO.near)).paths;
      const tie = direct?.links[0]?.because[0]?.ties[0]?.id;
      const withoutBody = await askFor(rep(), WHO.near, { exclude: { bodies: [WHO.pier] } });
      expect(namesOf(withoutBody, withoutBody.paths[0])).toEqual([
        "Mara Lindqvist",
        "Ludo Umweg",
        "Dagny Direkt",
      ]);
      const withoutTie = await askFor(rep(), WHO.near, { exclude: { ties: tie ? [tie] : [] } });
      for (const path of withoutTie.paths) expect(bodiesOf(withoutTie, path)).not.toContain("Pier 3 AG");
      const none = await askFor(rep(), WHO.near, {
        exclude: { bodies: [WHO.pier], people: [WHO.detour] },
      });
      expect(none.paths).toEqual([]);
      expect(none.advice?.withoutFilters).toBe(true);
    });

    it("count only the kinds of relation that are wanted, and only what holds today where that is wanted", async () => {
      const clubs = await askFor(rep(), WHO.near, { relationTypes: ["club"] });
      expect(namesOf(clubs, clubs.paths[0])).toEqual(["Mara Lindqvist", "Ludo Umweg", "Dagny Direkt"]);
      const former = await askFor(rep(), WHO.former);
      expect(former.paths[0]?.links[0]?.because[0]?.current).toBe(false);
      expect((await askFor(rep(), WHO.former, { currentOnly: true })).paths).toEqual([]);
    });

    it("set out from those who are named, and are as few and as short as wanted", async () => {
      const { admin, rep: mara } = CONFORMANCE_USERS;
      const byInes = await askFor(rep(), WHO.ofAsker, { from: [admin] });
      expect(namesOf(byInes, byInes.paths[0])).toEqual(["Ines Baumann", "Iwan Frager"]);
      const byMara = await askFor(rep(), WHO.near, { from: [mara], count: 1 });
      expect(byMara.paths).toHaveLength(1);
      expect((await askFor(rep(), WHO.second, { from: [mara], maxIntroductions: 1 })).paths).toEqual([]);
    });

    it("that do not exist are an answer, with the way over more introductions or who could open one", async () => {
      const tooFar = await askFor(rep(), WHO.tooFar);
      expect(tooFar.paths).toEqual([]);
      expect(tooFar.advice).toMatchObject({ reason: "too-far", withoutFilters: false });
      expect(tooFar.advice?.longer?.people.map((id) => nameOf(tooFar, id)).at(-1)).toBe("Wanda Weit");
      const nobody = await askFor(rep(), WHO.nobody);
      expect([nobody.paths, nobody.advice?.longer, nobody.cutOff]).toEqual([[], undefined, false]);
      expect(nobody.advice).toBeDefined();
    });

    it("to a contact nobody knows more of are told as such", async () => {
      const { reader } = rep();
      const [contact] = (await reader.listContacts(started().world.accounts[0]!.id)).items;
      const answer = await relationsOf(rep()).findPaths({
        account: started().world.accounts[0]!.id,
        to: { contact: contact!.id },
      });
      expect(answer.target === undefined).toBe(answer.advice?.reason === "unknown-target");
    });

    it("lack nothing where registers and the CRM both tell", async () => {
      const { gaps } = await askFor(rep(), WHO.near);
      for (const gap of ["no-registers", "no-crm-ties"]) expect(gaps).not.toContain(gap);
      const targets = await relationsOf(rep()).listTargets(PLACES.near);
      expect(targets.gaps.toSorted()).toEqual(gaps.toSorted());
    });
  });
}
