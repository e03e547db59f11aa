import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { WidgetModule } from "@sweetspot/contract";

export const widget: WidgetModule = {
  contract: "widget/1",
  id: "white-space",
  mount(element, services) {
    const shadow = element.attachShadow({ mode: "open" });
    const root = createRoot(shadow);
    root.render(createElement("p", null, `White space of ${services.session.account}`));
    return { update: () => {}, unmount: () => root.unmount() };
  },
};
