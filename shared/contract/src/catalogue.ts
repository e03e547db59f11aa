import type { RecordType } from "./host-surface.port.ts";

/** `widgets.json`: the widgets a page may load, and the proof that their files are the ones meant. */
export interface Catalogue {
  readonly widgets: readonly CatalogueEntry[];
}

export interface CatalogueEntry {
  readonly id: string;
  readonly version: string;
  /** The contract the widget was built for, for example "widget/1". */
  readonly contract: string;
  /** Semver range of React the widget was built for. */
  readonly react: string;
  /** Name of the container; unique in the catalogue for each `entry`. */
  readonly container: string;
  /** URL of the container's `remoteEntry.js`, relative to the catalogue or absolute. */
  readonly entry: string;
  /** What the container exposes, for example "./white-space". */
  readonly expose: string;
  /** URL of the self-contained `var` container, for hosts without ES modules. */
  readonly var?: string;
  /** `sha384-…` of every file the widget may load, by URL as above. A file not listed is refused. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The files this widget surely loads, `entry` among them: a page fetches them at once instead of one after another. */
  readonly preload?: readonly string[];
  readonly recordTypes: readonly RecordType[];
  /** Title by language. */
  readonly titles: Readonly<Record<string, string>>;
  /** Pixels kept free while the widget loads, so that the page does not jump. */
  readonly minHeight: number;
  /** The version to fall back to when this one fails to load. */
  readonly lastGood?: Omit<CatalogueEntry, "lastGood" | "id" | "recordTypes" | "titles" | "minHeight">;
}
