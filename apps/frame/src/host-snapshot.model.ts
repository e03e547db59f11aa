import {
  EMPTY,
  type HostContext,
  type RecordId,
  type RecordType,
  type TeamMember,
  toRecordId,
  type WidgetOptions,
} from "@sweetspot/contract";

/** What a host tells the frame of the place it stands in: `snapshot` of the channel. */
export interface HostSnapshot {
  readonly record: { readonly type: RecordType; readonly id: RecordId };
  /** Whose plan is shown: the record itself, or the account of the deal or contact. */
  readonly account: RecordId;
  readonly user: RecordId;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly theme: "light" | "dark";
  readonly options: WidgetOptions;
  /** How often the page around the frame was refreshed; 0 where it does not say. */
  readonly refreshes: number;
}

const RECORD_TYPES: readonly unknown[] = ["account", "opportunity", "contact"] satisfies RecordType[];

/** Pure. Reads what came over the channel; undefined for what this frame cannot show. */
export function toHostSnapshot(value: unknown): HostSnapshot | undefined {
  if (!isObject(value) || !isObject(value["record"])) return undefined;
  const { record, account, user, locale, timeZone, currency, theme, options, refreshes } = value;
  if (![record["id"], account, user, locale, timeZone, currency].every(isText)) return undefined;
  if (!RECORD_TYPES.includes(record["type"])) return undefined;
  return {
    record: { type: record["type"] as RecordType, id: toRecordId(String(record["id"])) },
    account: toRecordId(String(account)),
    user: toRecordId(String(user)),
    locale: String(locale),
    timeZone: String(timeZone),
    currency: String(currency),
    theme: theme === "dark" ? "dark" : "light",
    options: toOptions(options),
    refreshes: typeof refreshes === "number" ? refreshes : 0,
  };
}

/** Pure. The user's name and role come with the account's own data, once that is there. */
export function toContext(snapshot: HostSnapshot, members: readonly TeamMember[]): HostContext {
  const { record, user, locale, timeZone, currency, theme } = snapshot;
  const known = members.find((member) => member.id === user);
  return {
    record,
    user: known ?? { id: user, name: "", email: EMPTY, role: "rep", active: true },
    locale,
    timeZone,
    currency,
    skin: "lightning",
    theme,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

const toOptions = (value: unknown): WidgetOptions =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(([, option]) =>
      ["string", "number", "boolean"].includes(typeof option),
    ),
  ) as WidgetOptions;
