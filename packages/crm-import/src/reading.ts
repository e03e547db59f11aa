/** The parts of reading a file that do not depend on what it holds, for imports of other things than CRM records. */
export { readBytes } from "./byte-stream.ts";
export { surveyBytes } from "./byte-survey.ts";
export { type CompactIndex, createCompactIndex, createNumberList } from "./compact-index.ts";
export { createCsvReader, type CsvReader, type CsvRecord } from "./csv-reader.ts";
export { ImportFileError } from "./import-problem.model.ts";
export { createProblemLog, type LoggedProblem, type ProblemLog, type TextWriter } from "./problem-log.ts";
export { decodeText, type TextEncoding } from "./text-encoding.ts";
