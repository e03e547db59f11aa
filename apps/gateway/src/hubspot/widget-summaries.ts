import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { SummaryDeclaration } from "@sweetspot/contract";

/** Widgets as the configuration of their container names them. */
export interface WidgetList {
  readonly root: string;
  /** `manifest`: the `widget.json` in the widget's package, seen from `root`. */
  readonly widgets: readonly { readonly manifest: string }[];
}

/**
 * The summaries of a container's widgets: each widget whose package exports "./summary" has one.
 *
 * @throws Error that names the package whose summary is missing, or another widget's
 */
export async function readSummaries({ root, widgets }: WidgetList): Promise<readonly SummaryDeclaration[]> {
  const found = await Promise.all(widgets.map(({ manifest }) => readSummary(path.resolve(root, manifest))));
  return found.filter((one) => one !== undefined);
}

async function readSummary(manifest: string): Promise<SummaryDeclaration | undefined> {
  const folder = path.dirname(manifest);
  const [{ id }, { exports }] = (await Promise.all(
    [manifest, path.join(folder, "package.json")].map(async (file) =>
      JSON.parse(await readFile(file, "utf8")),
    ),
  )) as [{ readonly id: string }, { readonly exports?: Readonly<Record<string, string>> }];
  const file = exports?.["./summary"];
  if (file === undefined) return undefined;
  const { summary } = (await import(pathToFileURL(path.join(folder, file)).href)) as {
    readonly summary?: SummaryDeclaration;
  };
  if (summary?.widget === id) return summary;
  throw new Error(`${path.join(folder, file)} must export "summary", a summary of the widget "${id}".`);
}
