import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ContainerDescription, parseContainerDescription } from "./catalogue-schema.ts";

/** File in a container's `dist` that says what it ships. */
export const CONTAINER_DESCRIPTION = "container.json";

/** A built container on disk: what it says about itself, and what its files really are. */
export interface BuiltContainer {
  readonly folder: string;
  readonly description: ContainerDescription;
  /** `sha384-…` by path inside the folder, sorted by path. */
  readonly integrity: Readonly<Record<string, string>>;
  /** Changes with any byte of any file; names the folder the files are served from, so that caches never mix builds. */
  readonly digest: string;
}

const isCode = (file: string): boolean => /\.(js|mjs|css)$/.test(file);

/** Reads a container's `dist`. Throws, naming file and remedy, where it is not built or its description is wrong. */
export function readContainer(folder: string): BuiltContainer {
  const file = path.join(folder, CONTAINER_DESCRIPTION);
  let json: string;
  try {
    json = readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file} is missing: build the container first (vite build)`, { cause: error });
  }
  const description = parseContainerDescription(json, file);
  const files = listFiles(folder).filter(isCode);
  const integrity = Object.fromEntries(
    files.map((name) => [name, integrityOf(readFileSync(path.join(folder, name)))]),
  );
  for (const name of [description.entry, description.var].filter((name) => name !== undefined)) {
    if (!integrity[name]) throw new Error(`${file}: names ${name}, which is not in ${folder}`);
  }
  return { folder, description, integrity, digest: digestOf(integrity) };
}

/** The `integrity` value of a file's bytes. */
export const integrityOf = (bytes: Uint8Array | string): string =>
  `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

const digestOf = (integrity: Readonly<Record<string, string>>): string =>
  createHash("sha256").update(JSON.stringify(integrity)).digest("hex").slice(0, 12);

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).replaceAll(path.sep, "/"))
    .toSorted();
