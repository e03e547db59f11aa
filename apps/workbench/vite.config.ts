import { messagesPlugin, PAGE_DEFINES } from "@sweetspot/config";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// No federation plugin: the page is a plain host, and shares the React it is built with.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [messagesPlugin(), react()],
  define: { ...PAGE_DEFINES },
  build: { target: "es2022", modulePreload: false },
});
