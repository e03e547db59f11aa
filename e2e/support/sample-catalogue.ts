import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildCatalogue } from "@sweetspot/catalogue";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A folder with a catalogue in which a third party's widget stands beside ours, as `npm run catalogue -- --add` makes it. */
export async function catalogueWithSample(): Promise<string> {
  const containers = ["apps/widgets/dist", "apps/sample-widget/dist"].map((folder) =>
    path.join(ROOT, folder),
  );
  for (const container of containers) {
    if (!existsSync(path.join(container, "container.json")))
      throw new Error(`${container} is not built: run pnpm exec turbo run build first`);
  }
  const out = await mkdtemp(path.join(tmpdir(), "sweetspot-e2e-catalogue-"));
  buildCatalogue({ containers, out });
  return out;
}
