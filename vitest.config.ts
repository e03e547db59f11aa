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
    // By default one core is kept free, which leaves a single worker on two cores; tests of databases and processes wait.
    maxWorkers: availableParallelism() + 1,
    // Only a test that hangs may meet these: databases and servers start slowly where cores are few.
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
