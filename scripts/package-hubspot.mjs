// Writes apps/hubspot/dist/project, the folder that `hs project upload` takes.
//   npm run package:hubspot -- --gateway https://sweetspot.example.com
//   npm run package:hubspot -- --gateway … apps/sample-widget   another container's widgets stand on the cards too
//   npm run package:hubspot -- --gateway … --out some/folder    into some/folder/project
//   npm run package:hubspot -- --texts                          only the generated file, for working on the cards
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { findProjectFaults } from "../apps/hubspot/build/check-project.ts";
import { generateWidgets } from "../apps/hubspot/build/generate-widgets.ts";
import { writeProject } from "../apps/hubspot/build/write-project.ts";
import { compileCatalog } from "../shared/config/src/messages-plugin.ts";

const root = path.resolve(import.meta.dirname, "..");
const app = path.join(root, "apps/hubspot");
const { values, positionals } = parseArgs({
  options: {
    gateway: { type: "string" },
    out: { type: "string", default: "apps/hubspot/dist" },
    texts: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
if (values.gateway === undefined && !values.texts) {
  console.error(
    "Say where your gateway answers: npm run package:hubspot -- --gateway https://sweetspot.example.com",
  );
  process.exit(2);
}

const manifests = [];
for (const folder of ["apps/widgets", ...positionals]) {
  if (!existsSync(path.resolve(root, folder, "container.config.ts"))) {
    console.error(
      `${folder} holds no container of widgets: it has no container.config.ts. Name its folder as seen from ${root}.`,
    );
    process.exit(2);
  }
  const { container } = await import(pathToFileURL(path.resolve(root, folder, "container.config.ts")).href);
  for (const { manifest } of container.widgets) manifests.push(path.resolve(container.root, manifest));
}
generateWidgets({ app, manifests, compile: compileCatalog });
if (!values.texts) {
  const out = path.join(path.resolve(root, values.out), "project");
  try {
    writeProject({ app, gateway: values.gateway, out });
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
  const faults = findProjectFaults(out);
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    process.exit(1);
  }
  console.log(
    `HubSpot project: ${path.relative(process.cwd(), out)}\nNext: cd there, then: hs project upload`,
  );
}
