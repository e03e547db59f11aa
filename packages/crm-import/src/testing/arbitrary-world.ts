import { EMPTY, type Field, known, type Money, type RecordId, toRecordId } from "@sweetspot/contract";
import * as fc from "fast-check";
import { normaliseName } from "../normalise-name.ts";
import type { ExportedWorld } from "./export-world.ts";

/** Characters that break careless importers: delimiters, quotes, newlines, formula signs, letters beyond ASCII. */
const LATIN = [..."abcXYZ019 äöüßéÄ€.,;|'\"=+-@/()\t\n"];
const ANY = [...LATIN, "漢", "Ж", "😀", "\u200b"];

/**
 * Small worlds with every kind of record and all their references. Names of accounts, products and team members are
 * distinct even when normalised, because some exports give names alone.
 *
 * @param latin only characters that Windows-1252 has
 */
export function arbitraryWorld(latin: boolean): fc.Arbitrary<ExportedWorld> {
  const text = fc
    .string({ unit: fc.constantFrom(...(latin ? LATIN : ANY)), minLength: 1, maxLength: 12 })
    .map((value) => value.trim())
    .filter((value) => value !== "");
  const word = fc.string({ unit: fc.constantFrom(..."abcÄö'-"), minLength: 1, maxLength: 6 });
  const distinct = fc.uniqueArray(text, { selector: normaliseName, minLength: 1, maxLength: 5 });
  const field = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
    fc.option(value).map((chosen) => (chosen === null ? EMPTY : known(chosen)));
  const money: fc.Arbitrary<Money> = fc.record({
    amount: fc.integer({ min: -1_000_000_00, max: 2_000_000_000_00 }).map((cents) => cents / 100),
    currency: fc.constantFrom("EUR", "USD", "IDR"),
  });
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const oneOf = (ids: readonly RecordId[]): fc.Arbitrary<Field<RecordId>> => field(fc.constantFrom(...ids));
  const labels = fc.subarray(["Region__c", "Segment (Custom)", "Lokale Nr."]);

  return fc.record({ members: distinct, accounts: distinct, products: distinct }).chain((names) => {
    const memberIds = names.members.map((_, at) => toRecordId(`m${at}`));
    const accountIds = names.accounts.map((_, at) => toRecordId(`a${at}`));
    const productIds = names.products.map((_, at) => toRecordId(`p${at}`));
    const records = <T>(
      ids: readonly RecordId[],
      one: (id: RecordId, at: number) => fc.Arbitrary<T>,
    ): fc.Arbitrary<T[]> => fc.tuple(...ids.map(one)) as unknown as fc.Arbitrary<T[]>;
    const attributes = labels.chain((chosen) =>
      fc
        .tuple(...chosen.map(() => text))
        .map((values) => Object.fromEntries(chosen.map((label, at) => [label, known(values[at]!)]))),
    );
    const many = fc.nat({ max: 4 });
    const line = (id: string) =>
      fc
        .record({
          quantity: field(fc.integer({ min: 1, max: 90_000 }).map((tenths) => tenths / 10)),
          amount: field(money),
          at: fc.nat({ max: names.products.length - 1 }),
        })
        .map(({ at, ...rest }) => ({
          ...rest,
          id: toRecordId(id),
          product: known(productIds[at]!),
          productName: names.products[at]!,
          origin: "line-item" as const,
        }));
    return fc.record({
      teamMembers: records(memberIds, (id, at) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant(names.members[at]!),
          email: field(fc.constant(`m${at}@example.com`)),
          role: fc.constant("rep" as const),
          active: fc.boolean(),
        }),
      ),
      accounts: records(accountIds, (id, at) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant(names.accounts[at]!),
          // Parents stand before their children here, so there are no circles; the files shuffle nothing else.
          parent: at === 0 ? fc.constant(EMPTY) : oneOf(accountIds.slice(0, at)),
          owner: oneOf(memberIds),
          industry: field(text),
          country: field(text),
          city: field(text),
          website: field(text),
          employees: field(fc.integer({ min: 0, max: 2_000_000 })),
          annualRevenue: field(money),
          attributes,
          updatedAt: field(day.map((date) => `${date}T13:45:10.250Z`)),
        }),
      ).map((accounts) => accounts.toReversed()),
      products: records(productIds, (id, at) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant(names.products[at]!),
          code: field(text),
          family: field(text),
          listPrice: field(money),
          active: fc.boolean(),
        }),
      ),
      contacts: many.chain((count) =>
        records(numbered("c", count), (id) =>
          fc.record({
            id: fc.constant(id),
            name: fc.tuple(word, word).map((parts) => parts.join(" ")),
            account: oneOf(accountIds),
            title: field(text),
            department: field(text),
            email: field(text),
            phone: field(text),
            owner: oneOf(memberIds),
          }),
        ),
      ),
      opportunities: many.chain((count) =>
        records(numbered("o", count), (id, at) =>
          fc.record({
            id: fc.constant(id),
            name: text,
            account: oneOf(accountIds),
            status: fc.constantFrom("open" as const, "won" as const, "lost" as const),
            stage: field(text),
            amount: field(money),
            closeDate: field(day),
            owner: oneOf(memberIds),
            lineItems: fc
              .nat({ max: 2 })
              .chain((lines) =>
                lines === 0
                  ? fc.constant(EMPTY)
                  : fc
                      .tuple(...Array.from({ length: lines }, (_, number) => line(`l${at}-${number}`)))
                      .map((items) => known(items)),
              ),
            attributes,
          }),
        ),
      ),
      assets: many.chain((count) =>
        records(numbered("s", count), (id) =>
          fc
            .record({
              name: text,
              account: oneOf(accountIds),
              at: fc.nat({ max: names.products.length - 1 }),
              active: fc.boolean(),
              since: field(day),
              until: field(day),
            })
            .map(({ at, ...rest }) => ({
              ...rest,
              id,
              product: known(productIds[at]!),
              productName: names.products[at]!,
            })),
        ),
      ),
    });
  });
}

const numbered = (prefix: string, count: number): readonly RecordId[] =>
  Array.from({ length: count }, (_, at) => toRecordId(`${prefix}${at}`));
