/** All that `c/sweetspotFrame` needs of the packages; `build-frame-host.ts` makes it the module `c/sweetspotChannel`. */
export { CrmError } from "@sweetspot/contract";
export { toCrmError } from "@sweetspot/crm-salesforce";
export {
  createLeaveGuard,
  createSalesforceWrites,
  downloadFile,
  serveFrame,
  toSalesforceLocale,
} from "@sweetspot/host-bridge";
