import type { WidgetSummary } from "@sweetspot/contract";

/** Answer of `summary`. */
export interface SummaryAnswer {
  /** `connect`: this user has not consented yet. */
  readonly state: "ready" | "connect";
  /** By widget; a widget switched off, or without a summary of its own, is absent. */
  readonly summaries: Readonly<Record<string, WidgetSummary>>;
  /** Widgets an admin has switched off. */
  readonly off?: readonly string[];
  /** Companies that became one and had a plan each: nobody has chosen yet. */
  readonly merges?: readonly PlanChoice[];
  /** Edits that were displaced where plans are kept in HubSpot, and have to be made again. */
  readonly lost?: readonly { readonly at: string; readonly records: number }[];
}

/** One of two plans, as far as a choice needs. */
export interface PlanShape {
  readonly records: number;
  /** ISO instant. */
  readonly changedAt: string | null;
}

export interface PlanChoice {
  /** The company that is gone. */
  readonly gone: string;
  readonly shown: "kept" | "gone";
  /** The plan shown now. */
  readonly here: PlanShape;
  readonly waiting: PlanShape;
}

/** Answer of `launch`. */
export type LaunchAnswer =
  | { readonly uri: string; readonly expiresInSeconds: number }
  | { readonly state: "connect" };

export interface PortalSettings {
  /** Widgets switched off. */
  readonly offWidgets: readonly string[];
  readonly mapping: FieldMapping;
}

export interface MappedProperty {
  readonly property: string;
  readonly label: string;
}

/** Which properties of the portal feed what; what is absent is HubSpot's own, or nothing. */
export interface FieldMapping {
  readonly standard?: Readonly<Record<string, string>>;
  readonly account?: readonly MappedProperty[];
  readonly opportunity?: readonly MappedProperty[];
  readonly opportunityProduct?: string;
  readonly contactDepartment?: string;
  readonly productFamily?: string;
  readonly accountTeam?: readonly MappedProperty[];
  readonly opportunityTeam?: readonly MappedProperty[];
}

export type ValueKind = "text" | "number" | "date" | "choice" | "people";

export interface PortalProperty {
  readonly name: string;
  readonly label: string;
  readonly kind: ValueKind;
}

/** A field that HubSpot has a property of its own for. */
export interface ReadableField {
  readonly name: string;
  readonly object: string;
  /** HubSpot's own. */
  readonly property: string;
  readonly kinds: readonly ValueKind[];
}

export interface MappingProblem {
  readonly field: string;
  readonly property: string;
  readonly problem: "unknown" | "wrong-kind";
}

/** Answer of `settings/properties`. */
export interface PropertiesAnswer {
  /** By object; absent where the app may not know. */
  readonly properties: Readonly<Record<string, readonly PortalProperty[]>>;
  readonly fields: readonly ReadableField[];
  /** Of the mapping as it is stored. */
  readonly problems: readonly MappingProblem[];
}

export type StorageMode = "gateway" | "hubspot";

/** Can plans be kept in HubSpot itself? */
export type NativeStorage = "ready" | "no-custom-objects" | "missing-scopes";

export interface StorageState {
  readonly mode: StorageMode;
  readonly native: NativeStorage;
}

/** With whose rights what nobody waits for is done. */
export interface BackgroundState {
  /** How much waits for somebody's opening of a card. */
  readonly waiting: number;
  /** Absent where nobody has lent his rights. */
  readonly lent?: {
    readonly user: string;
    /** Absent where HubSpot does not say who it is. */
    readonly name?: string;
    /** ISO instant. */
    readonly since: string;
    readonly isYou: boolean;
  };
}

/** Answer of `settings/read`. */
export interface SettingsAnswer {
  readonly connection: {
    readonly state: "installed" | "uninstalled";
    /** ISO instant. */
    readonly installedAt?: string;
    /** How many users have connected. */
    readonly users: number;
    /** Do tokens carry each user's own rights? Absent where HubSpot has not said. */
    readonly userLevel?: boolean;
    /** The latest first; not all where there are many. */
    readonly people?: readonly {
      readonly user: string;
      readonly name?: string;
      /** ISO instant. */
      readonly since: string;
      readonly isYou: boolean;
    }[];
    /** What the app asks for, and whether this admin has granted it. */
    readonly scopes?: readonly { readonly name: string; readonly granted: boolean }[];
  };
  readonly storage?: StorageState;
  readonly background?: BackgroundState;
  /** Widgets the gateway serves. */
  readonly widgets: readonly string[];
  readonly settings: PortalSettings;
}

/** Answer of `settings/write`, whose body names what is to change. */
export interface WriteAnswer {
  readonly settings: PortalSettings;
  /** Nothing was stored: this is wrong with the mapping. */
  readonly problems?: readonly MappingProblem[];
  /** Nothing was stored: why plans cannot be kept in HubSpot. */
  readonly refused?: Exclude<NativeStorage, "ready">;
}

/** Answer of `settings/export`: the data itself, or where it was too much for one answer a link that works once. */
export type ExportAnswer = { readonly data: unknown } | { readonly uri: string };
