// A Lightning page as far as it matters here: the real LWC engine and the real Lightning Web Security. Only the module
// loader is ours. It must be built minified: on an unminified build the sandbox runs in debug mode, where import() works
// and tests pass that would fail in an org.
import { evaluateFunction, wrapDependency } from "@locker/sandbox";
import { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from "@locker/shared";
import * as lwc from "lwc";

registerGaterEnabledFeatures([...LWS_DEFAULT_GATER_FEATURES]);

type Factory = (...dependencies: unknown[]) => unknown;
interface BenchElement extends HTMLElement {
  probe(name: string, argument: unknown): Promise<string>;
}

const modules = new Map<string, { dependencies: readonly string[]; factory: Factory }>();

/** What Lightning gives to components outside a sandbox; inside, LWS puts its own in its place. */
const platformResourceLoader = {
  loadScript: (_component: unknown, url: string) => addToHead("script", { src: url }),
  loadStyle: (_component: unknown, url: string) => addToHead("link", { rel: "stylesheet", href: url }),
};
const provided: Record<string, unknown> = { lwc, "lightning/platformResourceLoader": platformResourceLoader };

function addToHead(tag: string, attributes: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error(`${tag} did not load`)));
    document.head.append(element);
  });
}

/** A component's class, evaluated in its namespace's sandbox; null leaves it outside. */
function loadComponent(name: string, namespace: string | null): unknown {
  const module = modules.get(name);
  if (!module) throw new Error(`No component ${name}`);
  const factory: Factory = namespace
    ? (evaluateFunction(namespace, module.factory, {}, `//# sourceURL=${namespace}/${name}.js`) as Factory)
    : module.factory;
  const dependencies = module.dependencies.map((dependency) =>
    namespace ? wrapDependency(provided[dependency], dependency, namespace) : provided[dependency],
  );
  const exported = factory(...dependencies) as { default?: unknown };
  return exported.default ?? exported;
}

Object.assign(window, {
  /** AMD, as Lightning serves components: one factory a module. */
  define: (name: string, dependencies: readonly string[], factory: Factory) => {
    modules.set(name, { dependencies, factory });
  },
  /** Puts a component on the page; resolves when its widget is mounted. */
  placeComponent: (
    name: string,
    options: { namespace: string | null; script: string; scene: unknown; tag: string },
  ) => {
    const element = lwc.createElement(options.tag, {
      is: loadComponent(name, options.namespace) as never,
    }) as BenchElement;
    Object.assign(element, { script: options.script, scene: Object.freeze(options.scene) });
    const mounted = new Promise<BenchElement>((resolve, reject) => {
      element.addEventListener("benchready", () => resolve(element));
      element.addEventListener("benchfailed", (event) =>
        reject(new Error((event as CustomEvent<string>).detail)),
      );
    });
    document.querySelector("main")?.append(element);
    return mounted;
  },
});
