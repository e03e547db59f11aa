import { useWidgetEnvironment } from "../widget/widget-context.ts";

/** Where portals go: inside the widget's own shadow root, never the page's body. */
export const useOverlay = (): HTMLElement => useWidgetEnvironment().root.overlay;
