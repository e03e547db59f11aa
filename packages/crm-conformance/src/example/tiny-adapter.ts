import type { CrmReader, PlanStore } from "@sweetspot/contract";
import { createLine, type TinyFetch } from "./line.ts";
import { createTinyReader } from "./reader.ts";
import { createTinyStore } from "./store.ts";

/** The ports of the user whose token `fetch` carries. */
export function createTinyAdapter(fetch: TinyFetch): { reader: CrmReader; store: PlanStore } {
  const line = createLine(fetch);
  const reader = createTinyReader(line);
  return { reader, store: createTinyStore(line, reader) };
}
