/** A part of its own: most widgets never ask who can introduce us. */
export { createSalesforceRelations } from "@sweetspot/crm-salesforce";
