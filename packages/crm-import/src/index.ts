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
export type { ImportSource } from "./import-source.port.ts";
export { createFileSource, createMemorySource } from "./file-source.ts";
export type { ColumnMapping, DateOrder, FileMapping, TargetField } from "./file-mapping.model.ts";
export { FIELDS_OF, KEEPS_ATTRIBUTES } from "./file-mapping.model.ts";
export { checkMapping } from "./check-mapping.ts";
export { type RecognisedFile, surveyFile } from "./survey-file.ts";
export { DEFAULT_IMPORT_OPTIONS, type ImportOptions } from "./import-options.model.ts";
export {
  FILE_PROBLEM_CODES,
  type FileProblemCode,
  type ImportProblem,
  PROBLEM_CODES,
  type ProblemCode,
} from "./import-problem.model.ts";
export type {
  FileReport,
  ImportAlias,
  ImportProgress,
  ImportReport,
  UnmatchedReference,
} from "./import-report.model.ts";
export { createImportMemory, type ImportMemory } from "./import-memory.ts";
export { type ImportRequest, runImport } from "./run-import.ts";
export { findNames, type Suggestion } from "./suggestions.ts";
