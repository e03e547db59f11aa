import { baseUiPlugin, messagesPlugin } from "@sweetspot/config";
import { defineConfig } from "vite";

/** A page for looking at the widget: `pnpm dev`. It is built for the journeys in e2e and never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [messagesPlugin(), baseUiPlugin()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", modulePreload: false },
  server: { host: "127.0.0.1" },
});
