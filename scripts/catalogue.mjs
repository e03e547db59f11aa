// Writes dist/widgets.json and dist/widgets/ from the built containers.
//   npm run catalogue                                our own widgets
//   npm run catalogue -- --add <dist of a container>  another container joins; no page is rebuilt
//   npm run catalogue -- --add <dist> --at <url>     the same, for a container that is served from elsewhere
//   npm run catalogue -- --base <url> [--gateway <url>]   also dist/site: the same for a static host, frame included
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { buildCatalogue, buildStaticSite } from "../shared/catalogue/src/index.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    add: { type: "string", multiple: true },
    at: { type: "string" },
    base: { type: "string" },
    gateway: { type: "string" },
    out: { type: "string", default: path.join(root, "dist") },
  },
});

try {
  const own = path.join(root, "apps/widgets/dist");
  const catalogue = buildCatalogue(
    values.add
      ? { containers: values.add.map(toSource), out: values.out, add: true }
      : { containers: [own], out: values.out },
  );
  if (values.base) {
    buildStaticSite({
      catalogue,
      source: values.out,
      frame: path.join(root, "apps/frame/dist"),
      out: path.join(values.out, "site"),
      base: values.base,
      ...(values.gateway ? { gateway: values.gateway } : {}),
    });
  }
  for (const { id, version, entry } of catalogue.widgets) console.log(`${id} ${version}  ${entry}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function toSource(folder) {
  const dist = path.resolve(folder);
  return values.at ? { folder: dist, at: values.at } : dist;
}
