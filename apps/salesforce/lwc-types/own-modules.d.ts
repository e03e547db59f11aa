// Modules of ours that are generated (`c/sweetspotDocuments`, `c/sweetspotLabels`) or written in this folder.

declare module "c/sweetspotDocuments" {
  export {
    APEX_OPERATIONS,
    createSetupKeeper,
    OPERATION_NAMES,
    toQueryDocument,
  } from "@sweetspot/crm-salesforce";
}

declare module "c/sweetspotLabels" {
  import type { LabelName } from "../src/labels.ts";

  export const LABELS: Readonly<Record<LabelName, string>>;
}

declare module "c/sweetspotChannel" {
  export { CrmError } from "@sweetspot/contract";
  export { toCrmError } from "@sweetspot/crm-salesforce";
  export {
    createLeaveGuard,
    createSalesforceWrites,
    downloadFile,
    serveFrame,
    toSalesforceLocale,
  } from "@sweetspot/host-bridge";
}
