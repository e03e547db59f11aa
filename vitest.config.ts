import { availableParallelism } from "node:os";
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
    // By default one core is kept free, which leaves a single worker on two cores.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
