export { createMemoryRelationSink, type MemoryRelationSink } from "./memory-relation-sink.ts";
