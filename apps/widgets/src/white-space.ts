import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { WidgetModule } from "@sweetspot/contract";

export const widget: WidgetModule = {
  contract: "widget/1",
  id: "white-space",
  mount(element, services) {
    const host = element.ownerDocument.createElement("div");
    const root = createRoot(host.attachShadow({ mode: "open" }));
    element.append(host);
    root.render(createElement("p", null, `White space of ${services.session.account}`));
    return {
      update: () => {},
      unmount: () => {
        root.unmount();
        host.remove();
      },
    };
  },
};
