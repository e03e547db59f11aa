import type { OpportunityStatus } from "@sweetspot/contract";
import type { ImportKind } from "./import-sink.port.ts";

/** How a file's columns become fields. It is data: shown, corrected and saved for the next file of the same shape. */
export interface FileMapping {
  readonly kind: ImportKind | "ignored";
  /** One for each cell of the header, in its order. */
  readonly columns: readonly ColumnMapping[];
  /** What a row is known by: the CRM's id, its normalised name, or what it says (deals and lines without an id). */
  readonly key: KeyRule;
  /** Status of each stage name of the file (opportunities only). A stage not named here is read by its words. */
  readonly stages: Readonly<Record<string, OpportunityStatus>>;
  /** ISO 4217 code of amounts whose row names no currency; undefined: the import's own default. */
  readonly currency?: string;
}

export type KeyRule = "id" | "name" | "content";

export interface ColumnMapping {
  readonly header: string;
  /** A field of `FIELDS_OF[kind]`, "attribute" (kept under its own label) or "ignored". */
  readonly target: string;
  /** Order of day, month and year; only on columns that hold dates. */
  readonly dates?: DateOrder;
  /** Decimal sign; only on columns that hold numbers. */
  readonly decimal?: DecimalSign;
  /** True where the values seen do not decide `dates` or `decimal`: the user should look. */
  readonly assumed?: boolean;
  /** True where a cell lists several ids or names parted by ";": the first one counts. */
  readonly list?: boolean;
}

export type DateOrder = "ymd" | "dmy" | "mdy";
export type DecimalSign = "." | ",";

export type TargetKind =
  | "text"
  | "id"
  | "date"
  | "instant"
  | "number"
  | "money"
  | "boolean"
  | "currency"
  | "reference";

/** A field a column can be mapped to. */
export interface TargetField {
  readonly name: string;
  readonly is: TargetKind;
  /** Longest text taken, in characters. */
  readonly limit?: number;
}

const ID: TargetField = { name: "id", is: "id", limit: 255 };
const NAME: TargetField = { name: "name", is: "text", limit: 255 };
const DELETED: TargetField = { name: "deleted", is: "boolean" };
const text = (name: string, limit = 255): TargetField => ({ name, is: "text", limit });
const field = (name: string, is: TargetKind): TargetField => ({ name, is });
/** A reference has two targets: `<name>Id` holds the CRM's id, `<name>Name` the other record's name. */
const reference = (name: string): readonly TargetField[] => [
  { name: `${name}Id`, is: "reference", limit: 255 },
  { name: `${name}Name`, is: "reference", limit: 255 },
];

/** What the columns of a file of each kind can be mapped to. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly TargetField[]>> = {
  teamMembers: [
    ID,
    NAME,
    text("firstName"),
    text("lastName"),
    text("email"),
    field("active", "boolean"),
    DELETED,
  ],
  accounts: [
    ID,
    NAME,
    ...reference("parent"),
    ...reference("owner"),
    text("industry"),
    text("country"),
    text("city"),
    text("website", 1000),
    field("employees", "number"),
    field("annualRevenue", "money"),
    field("currency", "currency"),
    field("updatedAt", "instant"),
    DELETED,
  ],
  products: [
    ID,
    NAME,
    text("code"),
    text("family"),
    field("listPrice", "money"),
    field("currency", "currency"),
    field("active", "boolean"),
    DELETED,
  ],
  contacts: [
    ID,
    NAME,
    text("firstName"),
    text("lastName"),
    ...reference("account"),
    text("title"),
    text("department"),
    text("email"),
    text("phone"),
    ...reference("owner"),
    DELETED,
  ],
  opportunities: [
    ID,
    NAME,
    ...reference("account"),
    text("stage"),
    field("won", "boolean"),
    field("closed", "boolean"),
    field("amount", "money"),
    field("currency", "currency"),
    field("closeDate", "date"),
    field("startDate", "date"),
    ...reference("owner"),
    ...reference("product"),
    DELETED,
  ],
  lineItems: [
    ID,
    ...reference("opportunity"),
    ...reference("product"),
    field("quantity", "number"),
    field("unitPrice", "money"),
    field("amount", "money"),
    field("currency", "currency"),
    DELETED,
  ],
  assets: [
    ID,
    NAME,
    ...reference("account"),
    ...reference("product"),
    field("active", "boolean"),
    text("status"),
    field("since", "date"),
    field("until", "date"),
    DELETED,
  ],
};

/** Kinds whose further columns are kept as attributes; those of the others have no place and are left out. */
export const KEEPS_ATTRIBUTES: ReadonlySet<ImportKind> = new Set(["accounts", "opportunities"]);

/** Longest attribute kept, in characters. */
export const ATTRIBUTE_LIMIT = 4000;

export const targetOf = (kind: ImportKind, name: string): TargetField | undefined =>
  FIELDS_OF[kind].find((target) => target.name === name);
