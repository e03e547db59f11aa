import type { CrmReader, InsightReader, PlanStore, RecordId, RelationReader } from "@sweetspot/contract";
import { z } from "zod";

export interface Ports {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /** Absent where this place has no relations. */
  readonly relations?: RelationReader;
  /** Absent where this place cannot compare customers. */
  readonly insights?: InsightReader;
}

/** One method of a port as a request asks for it: checks the arguments, then calls. */
export type PortCall = (ports: Ports, args: readonly unknown[], signal: AbortSignal) => Promise<unknown>;

export const id = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => text as RecordId);
export const readOptions = z.strictObject({}).default({});
export const pageOptions = z
  .strictObject({ cursor: z.string().max(8000).exactOptional(), limit: z.number().exactOptional() })
  .default({});

/** Ties a method's argument schemas to its call, so that neither can be forgotten. */
export function defineCall<const S extends readonly [z.ZodType, ...z.ZodType[]]>(
  schemas: S,
  run: (ports: Ports, args: { [K in keyof S]: z.output<S[K]> }, signal: AbortSignal) => Promise<unknown>,
): PortCall {
  const tuple = z.tuple(schemas as unknown as [z.ZodType, ...z.ZodType[]]);
  return (ports, args, signal) => run(ports, tuple.parse(args) as { [K in keyof S]: z.output<S[K]> }, signal);
}
