import { HIDDEN, type Involvement, type RecordId, toRecordId } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { ABSENT } from "./port-calls.ts";
import { readAll, type Started } from "./started.ts";

const ROOT = toRecordId("acc-nordwind");
const ELAN = toRecordId("acc-elan");

/** People beyond those who live on an account, and our own. */
export function describeInvolvements(started: () => Started): void {
  const read = async (
    who: "rep" | "admin",
    account = ROOT,
  ): Promise<Map<string, Involvement> | undefined> => {
    const { reader } = started()[who];
    if (!reader.listInvolvements) return undefined;
    const items = await readAll(
      (page) => reader.listInvolvements?.(account, page) ?? Promise.resolve({ items: [] }),
    );
    return new Map(items.map((item) => [item.id, item]));
  };
  const inWorld = (id: string) => started().world.involvements.find((one) => one.id === id);

  describe("people involved", () => {
    it("are those of the whole family and its deals, with every field as the CRM has it", async ({
      skip,
    }) => {
      const found = await read("admin");
      if (!found) return skip(ABSENT);
      const elsewhere = ["inv-offshore", "inv-ghost-elan"];
      const expected = started().world.involvements.filter((one) => !elsewhere.includes(one.id));
      expect(byId([...found.values()])).toEqual(byId(expected));
    });

    it("of an account inside the family are those from there down", async ({ skip }) => {
      const found = await read("admin", toRecordId("acc-offshore"));
      if (!found) return skip(ABSENT);
      expect([...found.keys()].toSorted()).toEqual([
        "inv-arne-deep",
        "inv-deal-team",
        "inv-own",
        "inv-team-left",
      ]);
    });

    it("include one who works elsewhere and used to work here, told in full", async ({ skip }) => {
      const found = await read("admin", ELAN);
      if (!found) return skip(ABSENT);
      expect(found.get("inv-offshore")).toEqual(inWorld("inv-offshore"));
      expect(found.get("inv-offshore")).toMatchObject({
        active: { value: false },
        person: { contact: { name: "Ole Winther", account: { value: "acc-offshore" } } },
      });
    });

    it("are left out where the person, the deal or the account is invisible", async ({ skip }) => {
      const found = await read("rep");
      if (!found) return skip(ABSENT);
      expect([...found.keys()]).toEqual(
        expect.arrayContaining(["inv-asa", "inv-zoe", "inv-team", "inv-loose"]),
      );
      for (const gone of ["inv-ghost", "inv-hidden", "inv-defence", "inv-at-defence", "inv-deal-hidden"])
        expect([...found.keys()]).not.toContain(gone);
      expect([...((await read("rep", ELAN))?.keys() ?? [])]).toEqual(["inv-offshore"]);
    });

    it("have their withheld roles hidden and nothing else, as do the contacts among them", async ({
      skip,
    }) => {
      const found = await read("rep");
      if (!found) return skip(ABSENT);
      for (const { roles, person } of found.values()) {
        expect(roles).toEqual(HIDDEN);
        if (person.kind === "contact") expect(person.contact.phone).toEqual(HIDDEN);
      }
      const [seen, whole] = [found.get("inv-zoe"), inWorld("inv-zoe")];
      expect(seen).toMatchObject({ active: whole?.active, since: whole?.since, until: whole?.until });
    });

    it("leave no gap where the CRM keeps people of every kind, on any page", async ({ skip }) => {
      const { listInvolvements } = started().rep.reader;
      if (!listInvolvements) return skip(ABSENT);
      const first = await listInvolvements(ROOT, { limit: 1 });
      const second = await listInvolvements(ROOT, { limit: 1, cursor: first.next ?? "" });
      expect([first.gaps, second.gaps]).toEqual([[], []]);
      expect((await listInvolvements(toRecordId("acc-quiet"))).gaps).toEqual([]);
    });
  });
}

const byId = <T extends { readonly id: RecordId }>(items: readonly T[]): T[] =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
