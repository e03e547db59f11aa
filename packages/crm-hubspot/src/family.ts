import { byName, CrmError, type ReadOptions, type RecordId, toRecordId } from "@sweetspot/contract";
import type { FieldMapping } from "./field-mapping.ts";
import type { HubspotRecord } from "./raw/answers.ts";
import { propertiesOf } from "./records/fields.ts";
import { CHILD_COUNT, companyProperties } from "./records/records.ts";
import type { Association, Reads } from "./reads.ts";

/** Companies of one family that are read; more would block the page for minutes. */
const MOST_COMPANIES = 20_000;
/** The association that leads from a parent company to a child. */
const TO_CHILD = 13;

/** The same words whether the account is missing or invisible. */
export const notFound = (account: RecordId): CrmError =>
  new CrmError("not-found", `There is no account ${account}.`);

/** The company itself, asked anew: whether it is there, and may be seen, is never taken from memory. */
export const readRoot = (
  reads: Reads,
  account: RecordId,
  mapping: FieldMapping,
  options?: ReadOptions,
): Promise<HubspotRecord> =>
  reads.record("companies", account, companyProperties(mapping), options).catch((error: unknown) => {
    throw CrmError.is(error, "not-found") ? notFound(account) : error;
  });

export interface Family {
  /** Level by level from the root, each level by name. */
  readonly companies: readonly HubspotRecord[];
  /** A company is said to have children that do not show. */
  readonly isBroken: boolean;
}

/** A company and all below it that hang on visible parents. */
export async function readFamily(
  reads: Reads,
  account: RecordId,
  mapping: FieldMapping,
  options?: ReadOptions,
): Promise<Family> {
  const [root, first] = await Promise.all([
    readRoot(reads, account, mapping, options),
    reads.associations("companies", "companies", [account], options),
  ]);
  const family = new Map([[root.id, root]]);
  // A company that was merged answers by the survivor's id, whose children are others.
  let children =
    root.id === account ? first : await reads.associations("companies", "companies", [root.id], options);
  let above: readonly string[] = [root.id];
  let isBroken = false;
  for (;;) {
    // A circle of parents ends by itself.
    const ids = [...new Set(above.flatMap((id) => childrenOf(children.get(id))))].filter(
      (id) => !family.has(id),
    );
    if (ids.length === 0) return { companies: [...family.values()], isBroken };
    if (family.size + ids.length > MOST_COMPANIES)
      throw new CrmError(
        "unavailable",
        `The family of ${account} has more than ${MOST_COMPANIES} companies.`,
      );
    const records = await reads.records("companies", ids, companyProperties(mapping), options);
    isBroken ||= records.length < ids.length;
    for (const record of records.toSorted(byRecordName)) family.set(record.id, record);
    // What hangs on a company that may not be seen is not seen either.
    above = records.flatMap((record) => (propertiesOf(record)[CHILD_COUNT] === "0" ? [] : record.id));
    // Most families end where HubSpot says that nothing is below.
    children = await reads.associations("companies", "companies", above, options);
  }
}

const childrenOf = (associations: readonly Association[] | undefined): string[] =>
  (associations ?? []).flatMap(({ id, types }) =>
    types.some(({ typeId }) => typeId === TO_CHILD) ? [id] : [],
  );

const named = ({ id, properties }: HubspotRecord) => ({
  id: toRecordId(id),
  name: properties?.["name"] ?? "",
});
const byRecordName = (one: HubspotRecord, other: HubspotRecord): number => byName(named(one), named(other));
