/** The one version of HubSpot's API this adapter speaks. The numbered paths end in September 2027. */
export const API_VERSION = "2026-09";

export type ObjectType = "companies" | "contacts" | "deals" | "products" | "line_items" | "tasks";

const inPath = (part: string): string => encodeURIComponent(part);

export const PATHS = {
  record: (type: ObjectType, id: string) => `/crm/objects/${API_VERSION}/${type}/${inPath(id)}`,
  records: (type: ObjectType) => `/crm/objects/${API_VERSION}/${type}`,
  batchRead: (type: ObjectType) => `/crm/objects/${API_VERSION}/${type}/batch/read`,
  search: (type: ObjectType) => `/crm/objects/${API_VERSION}/${type}/search`,
  associations: (from: ObjectType, to: ObjectType) =>
    `/crm/associations/${API_VERSION}/${from}/${to}/batch/read`,
  labels: (from: ObjectType, to: ObjectType) => `/crm/associations/${API_VERSION}/${from}/${to}/labels`,
  owners: `/crm/owners/${API_VERSION}`,
  pipelines: `/crm/pipelines/${API_VERSION}/deals`,
  properties: (type: ObjectType) => `/crm/properties/${API_VERSION}/${type}`,
  propertyGroups: (type: ObjectType) => `/crm/properties/${API_VERSION}/${type}/groups`,
  createProperties: (type: ObjectType) => `/crm/properties/${API_VERSION}/${type}/batch/create`,
  /** Of custom objects, by the type id the portal gave them. */
  customRecords: (type: string) => `/crm/objects/${API_VERSION}/${inPath(type)}`,
  customRecord: (type: string, id: string) => `/crm/objects/${API_VERSION}/${inPath(type)}/${inPath(id)}`,
  customBatchRead: (type: string) => `/crm/objects/${API_VERSION}/${inPath(type)}/batch/read`,
  customBatchArchive: (type: string) => `/crm/objects/${API_VERSION}/${inPath(type)}/batch/archive`,
  schemas: `/crm-object-schemas/${API_VERSION}/schemas`,
  users: `/settings/users/${API_VERSION}`,
  account: `/account-info/${API_VERSION}/details`,
} as const;
