import type { CrmReader, InsightReader, PlanStore, RelationReader } from "@sweetspot/contract";

export interface Ports {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  readonly relations?: RelationReader;
  readonly insights?: InsightReader;
}

/** Stands around one call of a port, for example "reader/openAccount", and hands its answer on. */
export type AroundCall = (call: string, work: () => unknown, signal: AbortSignal | undefined) => unknown;

/** The ports, each call led through `around`. */
export const watchPorts = <P extends Ports>(ports: P, around: AroundCall): P => ({
  ...ports,
  reader: watchPort("reader", ports.reader, around),
  store: watchPort("store", ports.store, around),
  ...(ports.relations ? { relations: watchPort("relations", ports.relations, around) } : {}),
  ...(ports.insights ? { insights: watchPort("insights", ports.insights, around) } : {}),
});

const watchPort = <T extends object>(name: string, port: T, around: AroundCall): T =>
  new Proxy(port, {
    get(target, method) {
      const value: unknown = Reflect.get(target, method);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const options = given.at(-1) as { readonly signal?: AbortSignal } | undefined;
        const work = (): unknown => Reflect.apply(value, target, given);
        return around(`${name}/${String(method)}`, work, options?.signal);
      };
    },
  });
