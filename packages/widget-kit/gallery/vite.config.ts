import { baseUiPlugin, dndKitPlugin, messagesPlugin } from "@sweetspot/config";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** For looking at the kit and for e2e/kit; never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [messagesPlugin(), baseUiPlugin(), dndKitPlugin(), react()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
});
