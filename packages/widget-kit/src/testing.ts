export { checkCatalogs } from "./testing/check-catalogs.ts";
