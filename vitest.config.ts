import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { messagesPlugin } from "./shared/config/src/index.ts";

/**
 * Packages whose tests leave nothing behind: no database, no server, no module replaced. Their files share a worker and
 * what it has loaded, in any order (prove it with --sequence.shuffle.files); loading took twice the time of the tests.
 */
const TOGETHER = [
  "shared/{contract,plan-model,fixtures,catalogue}/src/**/*.test.{ts,tsx}",
  "packages/{widget-*,white-space,white-space-plan,customer-insights,strategy-overlap,bridge-graph,relation-book}/src/**/*.test.{ts,tsx}",
  "packages/{plan-session,host-bridge,federation-host,crm-memory,crm-http,crm-conformance}/src/**/*.test.ts",
  "apps/{frame,sample-widget}/src/**/*.test.{ts,tsx}",
  // Not import: its desk has a module replaced, which a shared worker would keep.
  "apps/workbench/src/!(import)/**/*.test.{ts,tsx}",
];

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    passWithNoTests: true,
    environment: "node",
    // By default one core is kept free, which leaves a single worker on two cores; tests of databases and processes wait.
    maxWorkers: availableParallelism() + 1,
    // Only a test that hangs may meet these: databases and servers start slowly where cores are few.
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "apart",
          include: [
            "{packages,shared,apps}/*/src/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "e2e/soak/*.test.ts",
            // As `exclude` these would replace what the command line leaves out.
            ...TOGETHER.map((pattern) => `!${pattern}`),
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "together",
          include: TOGETHER,
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
    ],
  },
});
