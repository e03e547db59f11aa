/** The page script: what `c/sweetspotHost` reads from the static resource `sweetspot_page`. */
export { placeWidget } from "./place-widget.ts";
export { REACT_VERSION } from "./share-scope.ts";
export type { PlacedWidget, PlaceRequest } from "./place-widget.ts";
export type { WidgetAddress } from "./load-widget.ts";
