/** All that components need of `crm-salesforce` to run its reads; `build-documents.ts` makes it a module of theirs. */
export {
  APEX_OPERATIONS,
  createSetupKeeper,
  OPERATION_NAMES,
  toQueryDocument,
} from "@sweetspot/crm-salesforce";
