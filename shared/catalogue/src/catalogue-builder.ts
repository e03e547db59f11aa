import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Catalogue, CatalogueEntry } from "@sweetspot/contract";
import { parseCatalogue } from "./catalogue-schema.ts";
import { type BuiltContainer, readContainer } from "./container-files.ts";
import { INTEGRITY_PROBE, PROBE_SOURCE } from "./integrity-probe.ts";

export const CATALOGUE_FILE = "widgets.json";

export interface CatalogueOptions {
  readonly containers: readonly ContainerSource[];
  /** Folder that gets `widgets.json` and `widgets/`. */
  readonly out: string;
  /** Keep the widgets of other containers that the catalogue already lists. */
  readonly add?: boolean;
}

/** The `dist` folder of a built container, copied beside the catalogue; or served from `at`, an absolute URL, by others. */
export type ContainerSource = string | { readonly folder: string; readonly at: string };

/** A container and where its files are, relative to the catalogue or absolute. */
interface PlacedContainer extends BuiltContainer {
  readonly place: string;
}

/**
 * Writes `widgets.json` and copies each container to `widgets/<name>/<digest>/`. A widget whose build changed keeps its
 * former build as `lastGood`; older folders go. Throws where two widgets share an id.
 */
export function buildCatalogue(options: CatalogueOptions): Catalogue {
  const previous = readCatalogue(options.out);
  const containers = options.containers.map(placeContainer);
  const built = containers.flatMap((container) =>
    container.description.widgets.map((widget) => toEntry(container, widget.id)),
  );
  const names = new Set(containers.map(({ description }) => description.name));
  // A widget its own container no longer ships goes with the container's former build.
  const kept = options.add
    ? previous.filter(({ id, container }) => !names.has(container) && !built.some((entry) => entry.id === id))
    : [];
  const widgets = [...built.map((entry) => withLastGood(entry, previous)), ...kept];
  const twice = widgets.find((entry, index) => widgets.findIndex(({ id }) => id === entry.id) !== index);
  if (twice)
    throw new Error(
      `Two containers offer a widget "${twice.id}": give one of them another id in its widget.json`,
    );
  const json = `${JSON.stringify({ widgets }, null, 2)}\n`;
  const catalogue = parseCatalogue(json, CATALOGUE_FILE);
  copyFiles(containers, options.out);
  removeUnlisted(catalogue, options.out);
  writeFileSync(path.join(options.out, CATALOGUE_FILE), json);
  return catalogue;
}

function placeContainer(source: ContainerSource): PlacedContainer {
  if (typeof source === "string") {
    const container = readContainer(source);
    return { ...container, place: `widgets/${container.description.name}/${container.digest}/` };
  }
  if (!/^https?:\/\//.test(source.at))
    throw new Error(`"${source.at}" must be an absolute URL, with https://`);
  return { ...readContainer(source.folder), place: new URL(`${source.at.replace(/\/*$/, "")}/`).href };
}

const isOurs = (url: string): boolean => url.startsWith("widgets/");

function toEntry(container: PlacedContainer, id: string): CatalogueEntry {
  const { description, integrity, folder, place } = container;
  const widget = description.widgets.find((candidate) => candidate.id === id);
  if (!widget) throw new Error(`${folder} has no widget "${id}"`);
  const at = (file: string): string => `${place}${file}`;
  return {
    id,
    version: description.version,
    contract: widget.contract,
    react: widget.react,
    container: description.name,
    entry: at(description.entry),
    expose: widget.expose,
    ...(description.var === undefined ? {} : { var: at(description.var) }),
    integrity: Object.fromEntries(Object.entries(integrity).map(([file, hash]) => [at(file), hash])),
    ...(widget.preload === undefined ? {} : { preload: widget.preload.map(at) }),
    recordTypes: widget.recordTypes,
    titles: widget.titles,
    minHeight: widget.minHeight,
  };
}

function withLastGood(entry: CatalogueEntry, previous: readonly CatalogueEntry[]): CatalogueEntry {
  const old = previous.find(({ id }) => id === entry.id);
  if (!old) return entry;
  if (old.entry === entry.entry) return old.lastGood ? { ...entry, lastGood: old.lastGood } : entry;
  const {
    id: _id,
    recordTypes: _recordTypes,
    titles: _titles,
    minHeight: _minHeight,
    lastGood: _older,
    ...build
  } = old;
  return { ...entry, lastGood: build };
}

function readCatalogue(out: string): readonly CatalogueEntry[] {
  const file = path.join(out, CATALOGUE_FILE);
  if (!existsSync(file)) return [];
  return parseCatalogue(readFileSync(file, "utf8"), file).widgets;
}

function copyFiles(containers: readonly PlacedContainer[], out: string): void {
  mkdirSync(path.join(out, "widgets"), { recursive: true });
  writeFileSync(path.join(out, INTEGRITY_PROBE), PROBE_SOURCE);
  for (const { folder, place, integrity } of containers) {
    if (!isOurs(place)) continue;
    for (const file of Object.keys(integrity)) cpSync(path.join(folder, file), path.join(out, place, file));
  }
}

/** Removes builds no entry names any more, so that the folder does not grow with every build. */
function removeUnlisted(catalogue: Catalogue, out: string): void {
  const wanted = new Set<string>();
  for (const entry of catalogue.widgets) {
    for (const url of [entry.entry, entry.lastGood?.entry]) {
      if (url !== undefined && isOurs(url)) wanted.add(url.split("/").slice(0, 3).join("/"));
    }
  }
  for (const name of subfolders(path.join(out, "widgets"))) {
    for (const digest of subfolders(path.join(out, "widgets", name))) {
      if (!wanted.has(`widgets/${name}/${digest}`))
        rmSync(path.join(out, "widgets", name, digest), { recursive: true });
    }
  }
}

const subfolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name);
