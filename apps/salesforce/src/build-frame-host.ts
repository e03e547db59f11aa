import { buildModule } from "./build-module.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** The module `c/sweetspotChannel`: the host's end of the channel to a frame, from `host-bridge`. */
export const buildFrameHost = (): Promise<GeneratedFile[]> =>
  buildModule({
    name: "sweetspotChannel",
    entry: "frame-host.ts",
    banner: "// Generated from packages/host-bridge: the Lightning page's end of the channel to a frame.",
    description: "Sweetspot: the page's end of the channel to a frame.",
  });
