export { OPERATION_NAMES, toQueryDocument } from "./documents/operations.ts";
export type { OperationName } from "./documents/operations.ts";
export { ORG_PARTS } from "./documents/org-parts.ts";
export type { OrgPart } from "./documents/org-parts.ts";
export type { DocumentShape } from "./documents/selections.ts";
export { createOrgMemory } from "./org-memory.ts";
export type { OrgMemory } from "./org-memory.ts";
export { SETTING_KINDS } from "./org-setup.ts";
export { createRestTransport } from "./rest-transport.ts";
export type { RestTransportOptions } from "./rest-transport.ts";
export { createSalesforceRelations } from "./relations/salesforce-relations.ts";
export type { SalesforceRelationsOptions } from "./relations/salesforce-relations.ts";
export { createSalesforceCrm } from "./salesforce-crm.ts";
export type { SalesforceCrm, SalesforceCrmOptions } from "./salesforce-crm.ts";
export { createSetupKeeper } from "./setup-keeper.ts";
export type { SetupKeeper } from "./setup-keeper.ts";
export { APEX_OPERATIONS } from "./salesforce-transport.port.ts";
export type {
  ApexOperation,
  GraphqlOptions,
  SalesforceTransport,
  TransportOptions,
} from "./salesforce-transport.port.ts";
export { toCrmError } from "./to-crm-error.ts";
