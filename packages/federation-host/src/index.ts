export type { ContainerFormat } from "./federation.ts";
export { loadCatalogue, readPageCatalogue } from "./page-catalogue.ts";
export type { PageCatalogue } from "./page-catalogue.ts";
export { WidgetFailure } from "./widget-failure.ts";
export type { WidgetFailureCode } from "./widget-failure.ts";
export { createWidgetHost } from "./widget-host.ts";
export type { MountedSlot, WidgetHost, WidgetHostOptions, WidgetPlace } from "./widget-host.ts";
