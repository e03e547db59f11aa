import {
  type Asset,
  type IsoDate,
  type Money,
  type Opportunity,
  type RecordId,
  valueOf,
} from "@sweetspot/contract";
import type { DerivedCell, DerivedRecord } from "@sweetspot/white-space";

/** Records that one rule looked at. */
export interface ReasonGroup {
  readonly rule: DerivedRecord["counts"];
  /** Did this rule decide the level? */
  readonly decides: boolean;
  readonly records: readonly ReasonRecord[];
  /** Known value of all its records, in the grid's currency. */
  readonly value: number;
}

/** One CRM record behind a level, ready to be listed. */
export interface ReasonRecord {
  readonly kind: "deal" | "asset";
  readonly id: RecordId;
  /** As the CRM names it; undefined where the record is gone from view. */
  readonly name: string | undefined;
  readonly date: IsoDate | undefined;
  /** The offering's part of the deal where it is known, otherwise nothing. */
  readonly amount: Money | undefined;
  readonly stage: string | undefined;
  /** How the offering was recognised. */
  readonly via: DerivedRecord["via"];
}

const RULES: readonly DerivedRecord["counts"][] = ["recent", "asset", "fading", "older", "open"];

const DECIDES: Readonly<Record<DerivedCell["because"], DerivedRecord["counts"] | undefined>> = {
  "recent-deals": "recent",
  "recent-share": "recent",
  "recent-win": "recent",
  "active-asset": "asset",
  "fading-win": "fading",
  "no-win": undefined,
};

export interface ReasonSources {
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
  readonly currency: string | undefined;
}

/** The records behind a derived level, by the rule that looked at them; every rule is listed, also without a record. */
export function toLevelReasons(cell: DerivedCell, sources: ReasonSources): ReasonGroup[] {
  const deals = new Map<string, Opportunity>(sources.opportunities.map((deal) => [deal.id, deal]));
  const assets = new Map<string, Asset>(sources.assets.map((asset) => [asset.id, asset]));
  const { currency } = sources;
  const toRecord = (record: DerivedRecord): ReasonRecord => {
    const deal = record.kind === "deal" ? deals.get(record.id) : undefined;
    const asset = record.kind === "asset" ? assets.get(record.id) : undefined;
    return {
      kind: record.kind,
      id: record.id as RecordId,
      name: deal?.name ?? asset?.name,
      date: record.date,
      amount:
        record.amount === undefined || currency === undefined
          ? undefined
          : { amount: record.amount, currency },
      stage: deal && valueOf(deal.stage),
      via: record.via,
    };
  };
  return RULES.map((rule) => {
    const records = cell.records.filter((record) => record.counts === rule);
    return {
      rule,
      decides: DECIDES[cell.because] === rule,
      records: records.map(toRecord),
      value: records.reduce((sum, record) => sum + (record.amount ?? 0), 0),
    };
  });
}

/** Date of the newest win behind a cell; undefined where nothing dated was won. */
export function lastWon(cell: DerivedCell): IsoDate | undefined {
  return cell.records
    .filter((record) => record.counts === "recent" || record.counts === "fading" || record.counts === "older")
    .map((record) => record.date)
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);
}
