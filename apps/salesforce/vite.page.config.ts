import path from "node:path";
import { defineConfig } from "vite";

/** The page script as one classic script that declares `sweetspot_page`, as Lightning's `loadScript` wants it. */
export default defineConfig({
  define: { "process.env.NODE_ENV": '"production"' },
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    // One file is what a static resource is; its own limit of five megabytes is checked when the package is written.
    chunkSizeWarningLimit: 5000,
    lib: {
      entry: path.join(import.meta.dirname, "src/page/main.ts"),
      formats: ["iife"],
      name: "sweetspot_page",
      fileName: () => "sweetspot_page.var.js",
    },
  },
});
