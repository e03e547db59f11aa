import { messagesPlugin, PAGE_DEFINES } from "@sweetspot/config";
import { defineConfig } from "vite";

// Served under any path, so assets are found relative to the page. No federation plugin: the page is a plain host.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [messagesPlugin()],
  define: { ...PAGE_DEFINES },
  build: { target: "es2022", modulePreload: false },
});
