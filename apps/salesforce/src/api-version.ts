/** Salesforce release the metadata and the components are written for. */
export const API_VERSION = "66.0";
