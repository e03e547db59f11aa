export { createMemorySink, type MemorySink, type StoredRows } from "./memory-sink.ts";
