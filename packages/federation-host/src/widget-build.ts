import type { Catalogue, CatalogueEntry } from "@sweetspot/contract";
import { WidgetFailure } from "./widget-failure.ts";

/** One loadable build of a widget: the catalogue's entry or its last good one, with absolute URLs. */
export interface WidgetBuild {
  readonly id: string;
  readonly version: string;
  readonly contract: string;
  readonly react: string;
  readonly container: string;
  readonly entry: string;
  readonly expose: string;
  readonly var: string | undefined;
  readonly integrity: ReadonlyMap<string, string>;
  readonly preload: readonly string[];
  /** Served from elsewhere than the catalogue: its files run only where the browser is known to check them. */
  readonly foreign: boolean;
}

/** The build to load. Throws `widget-missing` where the catalogue has no such widget or version. */
export function findBuild(
  catalogue: Catalogue,
  catalogueUrl: string,
  id: string,
  version?: string,
): WidgetBuild {
  const entry = catalogue.widgets.find((candidate) => candidate.id === id);
  if (!entry) throw new WidgetFailure("widget-missing", id, `not in ${catalogueUrl}`);
  if (version === undefined || version === entry.version) return toBuild(id, entry, catalogueUrl);
  if (entry.lastGood?.version === version) return toBuild(id, entry.lastGood, catalogueUrl);
  throw new WidgetFailure("widget-missing", id, `${catalogueUrl} has no version ${version} of it`);
}

function toBuild(
  id: string,
  source: NonNullable<CatalogueEntry["lastGood"]>,
  catalogueUrl: string,
): WidgetBuild {
  const locate = (url: string): string => new URL(url, catalogueUrl).href;
  const entry = locate(source.entry);
  return {
    id,
    version: source.version,
    contract: source.contract,
    react: source.react,
    container: source.container,
    entry,
    expose: source.expose,
    var: source.var === undefined ? undefined : locate(source.var),
    integrity: new Map(Object.entries(source.integrity).map(([url, hash]) => [locate(url), hash])),
    preload: (source.preload ?? [source.entry]).map(locate),
    foreign: new URL(entry).origin !== new URL(catalogueUrl).origin,
  };
}
