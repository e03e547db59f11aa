import type { SalesforceTransport } from "@sweetspot/crm-salesforce";
import type { PlaceRequest, WidgetAddress } from "../src/page/main.ts";

export type { PlaceRequest };

/** A widget as its generated component knows it. */
export interface WidgetDescription extends WidgetAddress {
  /** Where the static resource of its container is. */
  readonly url: string;
  readonly titles: Readonly<Record<string, string>> & { readonly en: string };
  /** Pixels kept free while it loads. */
  readonly minHeight: number;
}

/** What `c/sweetspotHost` asks `c/sweetspotMount` to draw. */
export interface Place extends Pick<PlaceRequest, "record" | "account" | "options"> {
  readonly widget: WidgetDescription;
  readonly language?: string | undefined;
}

export type TransportElement = HTMLElement & SalesforceTransport;
