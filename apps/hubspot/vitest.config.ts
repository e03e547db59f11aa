import { defineConfig } from "vitest/config";

// Run by scripts/test.mjs from this folder, after `npm ci` here; the workspace's own run leaves it out.
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: "test/package-project.setup.ts",
    testTimeout: 90_000,
    // HubSpot's parser asks HubSpot for its schemas; inlined, the question can be answered by ours.
    server: { deps: { inline: [/project-parsing-lib/] } },
  },
});
