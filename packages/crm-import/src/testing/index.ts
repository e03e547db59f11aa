export { createMemorySink, type MemorySink, type StoredRows } from "./memory-sink.ts";
export { exportWorld, type ExportedFile, type ExportedWorld } from "./export-world.ts";
export { EXPORT_HEADERS, EXPORT_SHAPES, type ExportShape } from "./export-shapes.ts";
export { importFiles } from "./import-files.ts";
export {
  LARGE_WORLD,
  largeAccountId,
  largeAccountName,
  largeProductName,
  type LargeWorldShape,
  type LargeWorldSize,
  writeLargeWorld,
} from "./large-world.ts";
