/** Opaque id of a record, unique within one CRM or plan store. Never parse it, never build one from parts. */
export type RecordId = string & { readonly __brand: "RecordId" };

export const toRecordId = (text: string): RecordId => text as RecordId;
