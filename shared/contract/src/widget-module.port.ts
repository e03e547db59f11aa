import type { CrmFeed } from "./crm-feed.port.ts";
import type { HostContext, HostSurface } from "./host-surface.port.ts";
import type { InsightReader } from "./insight-reader.port.ts";
import type { PlanSession } from "./plan-session.port.ts";
import type { RelationReader } from "./relation-reader.port.ts";

/** Checked before a widget is mounted: page and widget are deployed apart. */
export const CONTRACT_VERSION = "widget/1";

/** What a page hands to each widget. */
export interface WidgetServices {
  readonly session: PlanSession;
  readonly feed: CrmFeed;
  readonly surface: HostSurface;
  /** Who can introduce us to whom; absent where this host has no relations. */
  readonly relations?: RelationReader;
  /** What similar customers buy; absent where this host cannot compare customers. */
  readonly insights?: InsightReader;
  /** Calls home when the widget cannot go on; the page shows its failure screen with a retry. */
  readonly onFailure: (error: unknown) => void;
}

/** What a widget's exposed module exports: `export const widget: WidgetModule`. */
export interface WidgetModule {
  readonly contract: typeof CONTRACT_VERSION;
  readonly id: string;
  /** Draws into its own shadow root inside `element`; the element must be empty and connected. */
  mount(element: HTMLElement, services: WidgetServices, options?: WidgetOptions): MountedWidget;
}

/** Set by an admin per place; each widget names those it knows in its `widget.json`. */
export type WidgetOptions = Readonly<Record<string, string | number | boolean>>;

export interface MountedWidget {
  /** Locale, theme or skin changed; never another record: a page mounts anew for that. */
  update(context: HostContext): void;
  /** Leaves the element empty. */
  unmount(): void;
}
