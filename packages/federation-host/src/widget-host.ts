import type {
  Catalogue,
  CatalogueEntry,
  MountedWidget,
  WidgetModule,
  WidgetOptions,
  WidgetServices,
} from "@sweetspot/contract";
import { type ContainerFormat, createFederation } from "./federation.ts";
import { loadWidget, type LoadOptions } from "./load-widget.ts";
import { createPageIntegrity } from "./page-integrity.ts";
import { findBuild } from "./widget-build.ts";
import type { WidgetFailure } from "./widget-failure.ts";
import { mountSlot } from "./widget-slot.ts";

export interface WidgetHostOptions {
  readonly catalogue: Catalogue;
  /** Where the catalogue came from; its files are found relative to it. Relative to the page, or absolute. */
  readonly catalogueUrl: string;
  /** Milliseconds until a widget that is still loading counts as failed. Default 10,000. */
  readonly timeoutMs?: number;
  readonly format?: ContainerFormat;
  /** Told of every failure, for logs; the user is told by the failure screen. */
  readonly onFailure?: (failure: WidgetFailure) => void;
}

/** Loads widgets from one catalogue into one page. Create it once: all its widgets share one React. */
export interface WidgetHost {
  readonly entries: readonly CatalogueEntry[];
  /** The widget's module, checked; the last good version where asked for. Rejects with a `WidgetFailure`. */
  load(id: string, version?: string): Promise<WidgetModule>;
  /** Loads and draws a widget into an empty, connected element; a failing one leaves a screen with a retry there. */
  mount(id: string, element: HTMLElement, services: WidgetPlace, options?: WidgetOptions): MountedSlot;
}

/** What a page gives a widget; the host itself listens for its failure. */
export type WidgetPlace = Omit<WidgetServices, "onFailure">;

export interface MountedSlot extends MountedWidget {
  /** Settles when the first attempt is drawn or has failed; never rejects. */
  readonly ready: Promise<"mounted" | "failed">;
}

/** Creates the host of a page. Nothing is fetched before the first `load` or `mount`. */
export function createWidgetHost(options: WidgetHostOptions): WidgetHost {
  const catalogueUrl = new URL(options.catalogueUrl, document.baseURI).href;
  const loading: LoadOptions = {
    federation: createFederation("sweetspot-page"),
    integrity: createPageIntegrity(document, catalogueUrl, (url) => import(/* @vite-ignore */ url)),
    format: options.format ?? "module",
    timeoutMs: options.timeoutMs ?? 10_000,
  };
  const load = async (id: string, version?: string): Promise<WidgetModule> =>
    loadWidget(findBuild(options.catalogue, catalogueUrl, id, version), loading);
  return {
    entries: options.catalogue.widgets,
    load,
    mount: (id, element, place, widgetOptions) =>
      mountSlot(element, place, {
        id,
        entry: options.catalogue.widgets.find((entry) => entry.id === id),
        load: (version) => load(id, version),
        options: widgetOptions ?? {},
        onFailure: options.onFailure ?? (() => {}),
      }),
  };
}
