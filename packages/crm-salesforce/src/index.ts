export { OPERATION_NAMES, toQueryDocument } from "./documents/operations.ts";
export type { OperationName } from "./documents/operations.ts";
export { ORG_PARTS } from "./documents/org-parts.ts";
export type { OrgPart } from "./documents/org-parts.ts";
export type { DocumentShape } from "./documents/selections.ts";
export type { FieldMapping, MappedField } from "./field-mapping.ts";
export { createOrgMemory } from "./org-memory.ts";
export type { OrgMemory } from "./org-memory.ts";
export { createRestTransport } from "./rest-transport.ts";
export type { RestTransportOptions } from "./rest-transport.ts";
export { createSalesforceCrm } from "./salesforce-crm.ts";
export type { SalesforceCrm, SalesforceCrmOptions } from "./salesforce-crm.ts";
export { APEX_OPERATIONS } from "./salesforce-transport.port.ts";
export type {
  ApexOperation,
  GraphqlOptions,
  SalesforceTransport,
  TransportOptions,
} from "./salesforce-transport.port.ts";
export { toCrmError } from "./to-crm-error.ts";
