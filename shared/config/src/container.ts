import { readFileSync } from "node:fs";
import path from "node:path";
import { REACT_RANGE } from "./shared-react.ts";
import { parseWidgetManifest, type ContainerDescription } from "@sweetspot/catalogue";

/** What a container ships: one folder, one name, one or more widgets. */
export interface ContainerOptions {
  /** Folder of the container's package; paths below are relative to it. */
  readonly root: string;
  /** A JavaScript identifier, unique on a page: the `var` build declares it as a global. */
  readonly name: string;
  readonly widgets: readonly ContainerWidget[];
  /** The package's own version where it is left out. */
  readonly version?: string;
  /** False where the container is built as ES modules only; it then runs in no Lightning page. */
  readonly var?: false;
}

export interface ContainerWidget {
  /** Module that exports `widget: WidgetModule`. */
  readonly module: string;
  /** The widget's `widget.json`. */
  readonly manifest: string;
}

/** Names of the files every container has in its `dist`. */
export const REMOTE_ENTRY = "remoteEntry.js";
export const varFile = (name: string): string => `${name}.var.js`;

/** Module by expose, as both builds need it. Throws where a `widget.json` is wrong or two widgets share an expose. */
export function exposesOf(options: ContainerOptions): Record<string, string> {
  const exposes: Record<string, string> = {};
  for (const widget of options.widgets) {
    const { expose } = readManifest(options, widget);
    if (exposes[expose])
      throw new Error(`${widget.manifest}: expose "${expose}" is taken by ${exposes[expose]}`);
    exposes[expose] = widget.module;
  }
  return exposes;
}

/**
 * What the catalogue builder must know about a built container. `preload` tells the files that loading a widget's
 * module surely asks for.
 */
export function describeContainer(
  options: ContainerOptions,
  preload: (module: string) => readonly string[],
): ContainerDescription {
  if (!/^[A-Za-z_$][\w$]*$/.test(options.name)) {
    throw new Error(
      `Container name "${options.name}" must be a JavaScript identifier, for example "acme_widgets"`,
    );
  }
  return {
    name: options.name,
    version: options.version ?? packageVersion(options.root),
    entry: REMOTE_ENTRY,
    ...(options.var === false ? {} : { var: varFile(options.name) }),
    react: REACT_RANGE,
    widgets: options.widgets.map((widget) => ({
      ...readManifest(options, widget),
      preload: [...preload(path.resolve(options.root, widget.module))],
    })),
  };
}

const readManifest = (options: ContainerOptions, widget: ContainerWidget) => {
  const file = path.resolve(options.root, widget.manifest);
  return parseWidgetManifest(readFileSync(file, "utf8"), path.relative(options.root, file));
};

function packageVersion(root: string): string {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    readonly version: string;
  };
  return manifest.version;
}
