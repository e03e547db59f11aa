export type {
  BodyRow,
  PersonRow,
  RelationCounts,
  RelationImportSource,
  RelationKind,
  RelationSink,
  RelationWriteCounts,
  RelationWriter,
  SinkFault,
  SinkProblem,
  TieRow,
} from "./relation-sink.port.ts";
export { RELATION_KINDS } from "./relation-sink.port.ts";
export type {
  RelationImportProgress,
  RelationImportReport,
  RelationProblem,
  RelationProblemCode,
  RelationFileReport,
} from "./relation-report.model.ts";
export { RELATION_PROBLEM_CODES } from "./relation-report.model.ts";
export type { RelationImportRequest } from "./import-relations.ts";
export { importRelations } from "./import-relations.ts";
export type { RelationFilePreview } from "./preview-file.ts";
export { previewRelationFile } from "./preview-file.ts";
export type { Field as RelationField } from "./fields.ts";
