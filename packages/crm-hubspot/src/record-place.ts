import { CrmError, type ReadOptions, type RecordId, toRecordId } from "@sweetspot/contract";
import { type Desk, factsOf } from "./desk.ts";
import { readRoot } from "./family.ts";

/** A record whose page shows a widget. */
export interface PageRecord {
  readonly type: "company" | "deal";
  readonly id: RecordId;
}

/** What a page needs to know before it shows a widget. */
export interface RecordPlace {
  /** The company itself, or the one the deal belongs to. */
  readonly account: RecordId;
  /** Currency of amounts without a code, ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The association that leads from a deal to its first company. */
const TO_PRIMARY_COMPANY = 5;

/**
 * Asks HubSpot as this user about a record and its company.
 *
 * @throws CrmError `not-found` where either is not there or not to be seen, or a deal has no company
 */
export async function readRecordPlace(
  desk: Desk,
  record: PageRecord,
  options?: ReadOptions,
): Promise<RecordPlace> {
  const [account, { currency, timeZone }] = await Promise.all([
    record.type === "company" ? record.id : readCompanyOf(desk, record.id, options),
    factsOf(desk, options),
  ]);
  // A company that was merged goes on under the survivor's id.
  const { id } = await readRoot(desk.reads, account, desk.portal.mapping, options);
  return { account: toRecordId(id), currency, timeZone };
}

async function readCompanyOf({ reads }: Desk, deal: RecordId, options?: ReadOptions): Promise<RecordId> {
  const [record, associations] = await Promise.all([
    reads.record("deals", deal, ["dealname"], options),
    reads.associations("deals", "companies", [deal], options),
  ]).catch((error: unknown) => {
    throw CrmError.is(error, "not-found") ? noDeal(deal) : error;
  });
  const companies = associations.get(record.id) ?? [];
  const primary = companies.find(({ types }) => types.some(({ typeId }) => typeId === TO_PRIMARY_COMPANY));
  const company = primary ?? companies[0];
  if (!company) throw noDeal(deal);
  return toRecordId(company.id);
}

/** The same words whether the deal is missing, invisible or without a company. */
const noDeal = (deal: RecordId): CrmError =>
  new CrmError("not-found", `There is no deal ${deal} with a company.`);
