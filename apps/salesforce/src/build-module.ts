import path from "node:path";
import { build } from "vite";
import type { GeneratedFile } from "./generated-file.ts";
import { toBundleDescription } from "./lwc-bundle.ts";

export interface ModuleOptions {
  /** Name of the component bundle; components import it as `c/<name>`. */
  readonly name: string;
  /** A file of this folder that exports what components need of the packages. */
  readonly entry: string;
  /** First line, for whoever reads the module in an org. */
  readonly banner: string;
  readonly description: string;
}

/** A module for components, bundled of our packages' own code and left readable: a security review reads it. */
export async function buildModule({
  name,
  entry,
  banner,
  description,
}: ModuleOptions): Promise<GeneratedFile[]> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry: path.join(import.meta.dirname, entry), formats: ["es"], fileName: name },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`The module ${name} was not built.`);
  return [
    { path: `lwc/${name}/${name}.js`, content: `${banner}\n${chunk.code}` },
    toBundleDescription(name, { description }),
  ];
}
