import { CONTRACT_VERSION, type WidgetModule } from "@sweetspot/contract";
import { assertCompatible } from "./compatibility.ts";
import { diagnose } from "./diagnose.ts";
import type { ContainerFormat, Federation } from "./federation.ts";
import type { PageIntegrity } from "./page-integrity.ts";
import type { WidgetBuild } from "./widget-build.ts";
import { WidgetFailure } from "./widget-failure.ts";

export interface LoadOptions {
  readonly federation: Federation;
  readonly integrity: PageIntegrity;
  readonly format: ContainerFormat;
  readonly timeoutMs: number;
}

/** Loads one build of a widget, or throws a `WidgetFailure` that says why not. Nothing of it runs before the checks. */
export async function loadWidget(build: WidgetBuild, options: LoadOptions): Promise<WidgetModule> {
  assertCompatible(build, options.federation.reactVersion);
  // A classic script carries its hash itself; only modules depend on the page's import map.
  if (options.format === "module") await options.integrity.assertVouched(build);
  let loaded: unknown;
  try {
    loaded = await withTimeout(options.federation.load(build, options.format), build, options.timeoutMs);
  } catch (error) {
    if (error instanceof WidgetFailure) throw error;
    throw new WidgetFailure(
      await diagnose(build, options.format),
      build.id,
      `${build.entry} did not load`,
      error,
    );
  }
  return toWidgetModule(loaded, build);
}

/** What a container exposes is foreign code: believe it only after looking. */
function toWidgetModule(loaded: unknown, build: WidgetBuild): WidgetModule {
  const widget = (loaded as { readonly widget?: Partial<WidgetModule> } | null | undefined)?.widget;
  if (widget?.contract !== CONTRACT_VERSION || widget.id !== build.id || typeof widget.mount !== "function") {
    const message = `${build.expose} exports no \`widget\` with contract "${CONTRACT_VERSION}", id "${build.id}" and mount()`;
    throw new WidgetFailure("widget-contract", build.id, message);
  }
  return widget as WidgetModule;
}

function withTimeout<T>(work: Promise<T>, build: WidgetBuild, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const expire = (): void => {
      reject(new WidgetFailure("widget-timeout", build.id, `not loaded after ${timeoutMs} ms`));
    };
    const timer = setTimeout(expire, timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
