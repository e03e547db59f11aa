import "@salesforce/lightning-types";
import type * as page from "../src/page/main.ts";

declare global {
  /** The static resource `sweetspot_page`, once it has been loaded. */
  interface Window {
    readonly sweetspot_page?: typeof page;
  }
}
