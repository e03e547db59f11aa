import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ContainerDescription } from "@sweetspot/catalogue";

/** What a build leaves of a container with one widget. */
export const SOME_CONTAINER: ContainerDescription = {
  name: "some_widgets",
  version: "1.0.0",
  entry: "remoteEntry.js",
  var: "some_widgets.var.js",
  react: "^19.3.0",
  widgets: [
    {
      id: "deal-map",
      expose: "./deal-map",
      contract: "widget/1",
      react: "^19.3.0",
      recordTypes: ["account", "opportunity"],
      titles: { en: 'Deals & "maps"', de: "Karte" },
      minHeight: 300,
      options: {
        lens: { type: "text", choices: ["level", "money"], default: "level", titles: { en: "Lens" } },
        onlyOpen: { type: "boolean", default: true, titles: { en: "Open only" } },
        years: { type: "number", default: 3, titles: { en: "Years" } },
      },
    },
  ],
};

export function writeSomeContainer(folder: string, id = "deal-map"): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, content: string): void => writeFileSync(path.join(folder, file), content);
  write("some_widgets.var.js", "var some_widgets = {};");
  write("some_widgets.var.js.map", "{}");
  const widgets = SOME_CONTAINER.widgets.map((widget) => ({ ...widget, id }));
  write("some_widgets.container.json", JSON.stringify({ ...SOME_CONTAINER, widgets }));
  write("sweetspot_page.var.js", "var sweetspot_page = {};");
}
