import type {
  CrmFeed,
  CrmView,
  HostContext,
  HostSurface,
  InsightReader,
  PlanSession,
  PlanView,
  RelationReader,
  WidgetServices,
} from "@sweetspot/contract";
import { createContext, use, useCallback, useMemo, useSyncExternalStore } from "react";
import type { Format } from "../i18n/format.ts";
import type { KitKey } from "../i18n/kit-catalogs.ts";
import type { Translate, Translator } from "../i18n/translator.ts";
import type { WidgetRoot } from "./widget-root.ts";
import type { WidthSource } from "./width-source.ts";

/** What a mounted widget knows about its place; set by `defineWidget`. */
export interface WidgetEnvironment {
  readonly services: WidgetServices;
  readonly host: HostContext;
  readonly translator: Translator;
  readonly format: Format;
  readonly root: WidgetRoot;
  readonly width: WidthSource;
}

export const WidgetContext = createContext<WidgetEnvironment | undefined>(undefined);

export function useWidgetEnvironment(): WidgetEnvironment {
  const environment = use(WidgetContext);
  if (environment === undefined) {
    throw new Error(
      "A part of the kit stands outside a widget: render it inside the view given to defineWidget.",
    );
  }
  return environment;
}

export const usePlanSession = (): PlanSession => useWidgetEnvironment().services.session;

/** The account's plan and the library, with the draft applied; renders anew when they change. */
export function usePlan(): PlanView {
  const session = usePlanSession();
  const source = useMemo(() => toSource(session), [session]);
  return useSyncExternalStore(source.subscribe, source.getView, source.getView);
}

/**
 * One part of the plan's view; renders anew when that part changes, not with every step of saving. `read` answers with
 * the same value as long as nothing in it changed.
 */
export function usePlanPart<Part>(read: (view: PlanView) => Part): Part {
  const session = usePlanSession();
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const get = (): Part => read(session.getView());
  return useSyncExternalStore(subscribe, get, get);
}

/** The CRM data of the record page; renders anew while pages stream in. */
export function useCrm(): CrmView {
  const { feed } = useWidgetEnvironment().services;
  const source = useMemo(() => toSource(feed), [feed]);
  return useSyncExternalStore(source.subscribe, source.getView, source.getView);
}

/** Where the CRM data comes from: to ask for it anew after a widget has made something in the CRM. */
export const useCrmFeed = (): CrmFeed => useWidgetEnvironment().services.feed;

export const useSurface = (): HostSurface => useWidgetEnvironment().services.surface;

/** Who can introduce us to whom; undefined where this host has no relations. */
export const useRelations = (): RelationReader | undefined => useWidgetEnvironment().services.relations;

/** What similar customers buy; undefined where this host cannot compare customers. */
export const useInsights = (): InsightReader | undefined => useWidgetEnvironment().services.insights;

export const useHost = (): HostContext => useWidgetEnvironment().host;

/** Texts of the widget and of the kit. Give the keys of your `en.json`: `useT<keyof typeof en>()`. */
export function useT<Key extends string = string>(): Translate<Key | KitKey> {
  return useWidgetEnvironment().translator.t;
}

export const useFormat = (): Format => useWidgetEnvironment().format;

/** Inline size of the widget in pixels. Prefer container queries; this is for what CSS cannot decide. */
export function useWidgetWidth(): number {
  const { width } = useWidgetEnvironment();
  return useSyncExternalStore(width.subscribe, width.get, width.get);
}

interface Viewed<View> {
  getView(): View;
  subscribe(listener: () => void): () => void;
}

/** Bound, because ports may be classes. */
const toSource = <View>(viewed: Viewed<View>): Viewed<View> => ({
  getView: () => viewed.getView(),
  subscribe: (listener) => viewed.subscribe(listener),
});
