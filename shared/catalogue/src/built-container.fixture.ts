import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const WIDGET = {
  id: "acme",
  expose: "./acme",
  contract: "widget/1",
  react: "^19.3.0",
  recordTypes: ["account"],
  titles: { en: "Acme" },
  minHeight: 100,
};

export interface ContainerChanges {
  readonly name?: string;
  readonly version?: string;
  readonly widget?: object;
  readonly description?: object;
  readonly files?: Readonly<Record<string, string>>;
}

export const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), "sweetspot-catalogue-"));

/** A `dist` as a container's build leaves it. */
export function writeContainer(changes: ContainerChanges = {}): string {
  const folder = emptyFolder();
  const files = {
    "remoteEntry.js": "export const get = 1;",
    "assets/chunk.js": "export const chunk = 1;",
    ...changes.files,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const description = {
    name: changes.name ?? "acme_widgets",
    version: changes.version ?? "1.0.0",
    entry: "remoteEntry.js",
    react: "^19.3.0",
    widgets: [{ ...WIDGET, ...changes.widget }],
    ...changes.description,
  };
  writeFileSync(path.join(folder, "container.json"), JSON.stringify(description));
  return folder;
}
