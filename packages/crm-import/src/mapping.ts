// For pages that show a mapping: what columns can mean, without the code that reads files.
export { FIELDS_OF, KEEPS_ATTRIBUTES } from "./file-mapping.model.ts";
export { IMPORT_KINDS } from "./import-sink.port.ts";
