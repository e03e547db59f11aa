import * as lwc from "lwc";
import type { ModuleExports } from "../host/module-loader.ts";
import * as graphql from "./graphql.ts";
import * as loader from "./loader.ts";
import * as navigation from "./navigation.ts";
import { readPageContext } from "./page-context.ts";
import * as platformResourceLoader from "./platform-resource-loader.ts";
import * as platformShowToastEvent from "./platform-show-toast-event.ts";
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from "./refresh.ts";
import { provideSalesforce } from "./salesforce-modules.ts";
import * as uiObjectInfoApi from "./ui-object-info-api.ts";
import * as uiRecordApi from "./ui-record-api.ts";

const MODULES: Readonly<Record<string, ModuleExports>> = {
  lwc,
  "@salesforce/loader": { ...loader },
  "lightning/graphql": { ...graphql },
  "lightning/navigation": {
    NavigationMixin: navigation.NavigationMixin,
    CurrentPageReference: navigation.CurrentPageReference,
  },
  "lightning/platformResourceLoader": { ...platformResourceLoader },
  "lightning/platformShowToastEvent": { ...platformShowToastEvent },
  "lightning/refresh": { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler },
  "lightning/uiObjectInfoApi": { ...uiObjectInfoApi },
  "lightning/uiRecordApi": { ...uiRecordApi },
};

/** The platform's module of this name; undefined where Lightning, or this org, has none. */
export const providePlatform = (name: string): ModuleExports | undefined =>
  MODULES[name] ?? provideSalesforce(name, readPageContext());
