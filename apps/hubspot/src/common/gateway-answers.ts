import type { WidgetSummary } from "@sweetspot/contract";

/** Answer of `summary`. */
export interface SummaryAnswer {
  /** `no-company`: a deal without a company has no account plan. */
  readonly state: "ready" | "no-company" | "forbidden" | "disconnected";
  /** By widget; a widget switched off, or without a summary of its own, is absent. */
  readonly summaries: Readonly<Record<string, WidgetSummary>>;
  /** Widgets an admin has switched off. */
  readonly off?: readonly string[];
}

/** Answer of `launch`. */
export interface LaunchAnswer {
  readonly uri: string;
  readonly expiresInSeconds: number;
}

export type StorageMode = "gateway" | "hubspot";

/** Answer of `settings/read` and `settings/write`. */
export interface SettingsAnswer {
  readonly connection: {
    readonly state: "connected" | "expired" | "missing-scopes";
    /** ISO instant. */
    readonly since?: string;
    readonly missingScopes?: readonly string[];
    /** Whose rights hold: each user's own, or the account's. */
    readonly level?: "user" | "account";
  };
  readonly widgets: Readonly<Record<string, boolean>>;
  readonly storage: { readonly mode: StorageMode; readonly available: readonly StorageMode[] };
}

/** Body of `settings/write`: what is not named stays. */
export interface SettingsChange {
  readonly widgets?: Readonly<Record<string, boolean>>;
  readonly storage?: StorageMode;
}

/** Answer of `settings/export`: a link that works once. */
export interface ExportAnswer {
  readonly uri: string;
  readonly expiresInSeconds: number;
}
