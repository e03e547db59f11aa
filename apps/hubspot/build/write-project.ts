import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Stands in the sources for the gateway's address: no real host can have this name. */
export const PLACEHOLDER = "https://sweetspot.invalid";

export interface ProjectOptions {
  /** This app's folder, `widgets.gen.ts` generated. */
  readonly app: string;
  /** Origin of the gateway, https. */
  readonly gateway: string;
  /** Folder to write; what stood there is removed. */
  readonly out: string;
}

/**
 * Writes the folder `hs project upload` takes. HubSpot builds cards and settings from their own folders alone, so each
 * gets its copy of the common files, its `package.json` and its lock file.
 *
 * @throws Error when the gateway's address is none HubSpot would let a card reach.
 */
export function writeProject({ app, gateway, out }: ProjectOptions): void {
  const origin = toOrigin(gateway);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(path.join(app, "hsproject.json"), path.join(out, "hsproject.json"));
  cpSync(path.join(app, "src/app"), path.join(out, "src/app"), { recursive: true });
  for (const folder of ["cards", "settings"]) {
    const target = path.join(out, "src/app", folder);
    cpSync(path.join(app, "src/common"), path.join(target, "common"), { recursive: true });
    for (const file of ["package.json", "package-lock.json"])
      cpSync(path.join(app, "extension", file), path.join(target, file));
  }
  for (const file of filesIn(out)) {
    const before = readFileSync(file, "utf8");
    const after = before.replaceAll(PLACEHOLDER, origin).replaceAll('from "../../common/', 'from "./common/');
    if (after !== before) writeFileSync(file, after);
  }
}

function toOrigin(gateway: string): string {
  const address = URL.canParse(gateway) ? new URL(gateway) : undefined;
  if (address?.protocol !== "https:" || address.hostname === "localhost" || address.pathname !== "/")
    throw new Error(
      `"${gateway}" is no address of a gateway HubSpot can reach. Name an https origin without a path, for example https://sweetspot.example.com.`,
    );
  return address.origin;
}

/** All files beneath a folder, in no particular order. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];
