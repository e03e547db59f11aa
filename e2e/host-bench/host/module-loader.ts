// Only the loading of modules is ours; what evaluates and wraps them is Lightning Web Security itself.
import { evaluateFunction, wrapDependency } from "@locker/sandbox";

export type ModuleFactory = (...dependencies: unknown[]) => unknown;
/** What a module exports, by name; a component is the default. */
export type ModuleExports = Record<string, unknown>;

export interface ModuleLoader {
  /** AMD, as Lightning serves components: one factory a module, under its name without the namespace. */
  define(name: string, dependencies: readonly string[], factory: ModuleFactory): void;
  /** A module of this namespace, evaluated in the namespace's sandbox once. */
  load(namespace: string, name: string): ModuleExports;
}

interface ModuleDefinition {
  readonly dependencies: readonly string[];
  readonly factory: ModuleFactory;
}

/** The namespace components write in their imports, whatever namespace they are installed in. */
const OWN = "c/";

/**
 * @param provide gives the platform's own modules: those that are in no sandbox.
 * @throws Error naming the module and who asked for it, where there is none.
 */
export function createModuleLoader(provide: (name: string) => ModuleExports | undefined): ModuleLoader {
  const definitions = new Map<string, ModuleDefinition>();
  const loaded = new Map<string, ModuleExports>();

  function load(namespace: string, name: string, wanting = "the page"): ModuleExports {
    const key = `${namespace}/${name}`;
    const known = loaded.get(key);
    if (known) return known;
    const definition = definitions.get(name);
    if (!definition) throw new Error(`There is no module ${key}, which ${wanting} imports.`);
    const own: ModuleExports = {};
    loaded.set(key, own);
    const factory = evaluateFunction(
      namespace,
      definition.factory,
      {},
      `//# sourceURL=${key}.js`,
    ) as ModuleFactory;
    factory(
      ...definition.dependencies.map((dependency) => {
        if (dependency === "exports") return own;
        if (dependency.startsWith(OWN)) return load(namespace, dependency.slice(OWN.length), key);
        const provided = provide(dependency);
        if (!provided) throw new Error(`Lightning has no module ${dependency}, which ${key} imports.`);
        return wrapDependency(provided, dependency, namespace) as unknown;
      }),
    );
    return own;
  }

  return {
    define: (name, dependencies, factory) => void definitions.set(name, { dependencies, factory }),
    load: (namespace, name) => load(namespace, name),
  };
}
