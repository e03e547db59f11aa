export { buildCatalogue, CATALOGUE_FILE } from "./catalogue-builder.ts";
export type { CatalogueOptions } from "./catalogue-builder.ts";
export { parseCatalogue, parseContainerDescription, parseWidgetManifest } from "./catalogue-schema.ts";
export type { ContainerDescription, WidgetManifest } from "./catalogue-schema.ts";
export { contentSecurityPolicy } from "./content-security-policy.ts";
export type { PolicyOptions } from "./content-security-policy.ts";
export { CONTAINER_DESCRIPTION, integrityOf, readContainer } from "./container-files.ts";
export { HEAD_PLACEHOLDER, insertHead, renderHead } from "./render-head.ts";
export type { HeadOptions, RenderedHead } from "./render-head.ts";
