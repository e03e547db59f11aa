import { defineConfig } from "vitest/config";
import { messagesPlugin } from "./shared/config/src/index.ts";

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    passWithNoTests: true,
    include: [
      "{packages,shared,apps}/*/src/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts",
      "e2e/soak/*.test.ts",
    ],
    environment: "node",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
