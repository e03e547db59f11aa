export type {
  ImportBatch,
  ImportCounts,
  ImportFileWriter,
  ImportKind,
  ImportRowOf,
  ImportSink,
  NamedKind,
  WriteCounts,
} from "./import-sink.port.ts";
export { IMPORT_KINDS } from "./import-sink.port.ts";
export type {
  AccountRow,
  AssetRow,
  ContactRow,
  LineItemRow,
  OpportunityRow,
  ProductRow,
  TeamMemberRow,
} from "./import-rows.ts";
export { normaliseName, squashName } from "./normalise-name.ts";
