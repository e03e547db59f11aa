import type { WidgetSummary } from "@sweetspot/contract";

/** Answer of `summary`. */
export interface SummaryAnswer {
  /** `connect`: this user has not consented yet. */
  readonly state: "ready" | "connect";
  /** By widget; a widget switched off, or without a summary of its own, is absent. */
  readonly summaries: Readonly<Record<string, WidgetSummary>>;
  /** Widgets an admin has switched off. */
  readonly off?: readonly string[];
}

/** Answer of `launch`. */
export type LaunchAnswer =
  | { readonly uri: string; readonly expiresInSeconds: number }
  | { readonly state: "connect" };

export interface PortalSettings {
  /** Widgets switched off. */
  readonly offWidgets: readonly string[];
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
    readonly storage: "gateway";
  };
  /** Widgets the gateway serves. */
  readonly widgets: readonly string[];
  readonly settings: PortalSettings;
}

/** Answer of `settings/write`, whose body names what is to change. */
export interface WriteAnswer {
  readonly settings: PortalSettings;
}

/** Answer of `settings/export`: the data itself, or where it was too much for one answer a link that works once. */
export type ExportAnswer = { readonly data: unknown } | { readonly uri: string };
