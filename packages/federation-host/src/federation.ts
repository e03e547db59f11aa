import {
  createInstance,
  type ModuleFederation,
  type ModuleFederationRuntimePlugin,
} from "@module-federation/runtime";
import * as runtimeCore from "@module-federation/runtime/core";
import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import * as ReactDom from "react-dom";
import * as ReactDomClient from "react-dom/client";
import { WidgetFailure } from "./widget-failure.ts";
import type { WidgetBuild } from "./widget-build.ts";

/** `module`: ES modules, verified by the import map. `var`: one classic script, verified by its `integrity` attribute. */
export type ContainerFormat = "module" | "var";

/** The page's one federation instance and the one React it shares with every container. */
export interface Federation {
  readonly reactVersion: string;
  /** Loads what a build exposes. The same build is fetched and evaluated once. */
  load(build: WidgetBuild, format: ContainerFormat): Promise<unknown>;
}

/** Containers built with `externalRuntime` take the runtime from this global instead of bringing their own. */
const RUNTIME_GLOBAL = "_FEDERATION_RUNTIME_CORE";

/**
 * A plain runtime host: no build plugin, so that containers join by catalogue alone. The instance is kept here and not
 * found through globals; `getInstance()` is undefined after `createInstance`.
 */
export function createFederation(name: string): Federation {
  if (!(RUNTIME_GLOBAL in globalThis)) Object.assign(globalThis, { [RUNTIME_GLOBAL]: runtimeCore });
  const scripts = createScripts();
  const instance = createInstance({ name, remotes: [], shared: shareReact(), plugins: [scripts.plugin] });
  const registered = new Set<string>();
  return {
    reactVersion: React.version,
    load(build, format) {
      const remote = register(instance, registered, build, format);
      if (format === "var") scripts.expect(remote.entry, build.integrity.get(remote.entry));
      return instance.loadRemote(`${remote.name}/${build.expose.slice(2)}`);
    },
  };
}

function shareReact(): NonNullable<Parameters<typeof createInstance>[0]["shared"]> {
  const share = (library: object) => ({
    version: React.version,
    scope: "default",
    lib: () => library,
    shareConfig: { singleton: true, requiredVersion: `^${React.version}`, strictVersion: true, eager: true },
  });
  return {
    react: share(React),
    "react/jsx-runtime": share(jsxRuntime),
    "react-dom": share(ReactDom),
    "react-dom/client": share(ReactDomClient),
  };
}

/** Two builds of one container are two remotes: a page falls back without forgetting what already runs. */
function register(
  instance: ModuleFederation,
  registered: Set<string>,
  build: WidgetBuild,
  format: ContainerFormat,
) {
  const entry = format === "var" ? build.var : build.entry;
  if (entry === undefined)
    throw new WidgetFailure("widget-missing", build.id, "its catalogue entry names no var container");
  const name = `${build.container}@${entry}`;
  if (!registered.has(name)) {
    registered.add(name);
    instance.registerRemotes([{ name, entry, type: format, entryGlobalName: build.container }]);
  }
  return { name, entry };
}

/** The part of the browser's Trusted Types used here; TypeScript's DOM library does not declare them. */
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}
interface ScriptPolicy {
  createScriptURL(url: string): string;
}

/** Classic scripts get their hash as an attribute; where the page demands Trusted Types, through a policy of our own. */
function createScripts() {
  const hashes = new Map<string, string | undefined>();
  let policy: ScriptPolicy | undefined;
  const plugin: ModuleFederationRuntimePlugin = {
    name: "sweetspot-scripts",
    createScript({ url }) {
      const integrity = hashes.get(url);
      if (integrity === undefined) throw new Error(`${url} is not listed with its hash`);
      const script = document.createElement("script");
      const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
      policy ??= trustedTypes?.createPolicy("sweetspot-containers", { createScriptURL: (known) => known });
      script.integrity = integrity;
      script.crossOrigin = "anonymous";
      script.src = policy ? policy.createScriptURL(url) : url;
      return script;
    },
  };
  return { plugin, expect: (url: string, hash: string | undefined) => hashes.set(url, hash) };
}
