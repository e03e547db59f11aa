import type { HostContext, WidgetModule } from "@sweetspot/contract";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import styles from "./pulse.css?inline";
import { PulseView } from "./pulse.view.tsx";

/** A third party's widget: the contract and React, nothing else of Sweetspot. */
export const widget: WidgetModule = {
  contract: "widget/1",
  id: "account-pulse",
  mount(element, { feed, surface, onFailure }, options = {}) {
    const host = element.ownerDocument.createElement("div");
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    element.append(host);
    const root = createRoot(shadow, { onUncaughtError: onFailure });
    const draw = (context: HostContext): void =>
      root.render(createElement(PulseView, { feed, context, compact: options["compact"] === true }));
    draw(surface.context);
    return {
      update: draw,
      unmount: () => {
        root.unmount();
        host.remove();
      },
    };
  },
};
