import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** What `npm test` takes, so that a journey run alone sees the same browser. */
const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Every folder of journeys serves what it needs itself, on free ports, so that folders can run alone. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  fullyParallel: false,
  // A journey waits as often as it works: two left two cores idle half the time.
  workers: 3,
  // Patience, not speed: a gateway that starts on a busy machine took the whole minute there was.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A shared machine may stall for seconds. What needed a second try is reported as flaky, not hidden.
  retries: process.env["CI"] ? 1 : 0,
  outputDir: "test-results",
  globalTeardown: "./support/global-teardown.ts",
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: {
      executablePath:
        process.env["CHROME_PATH"] ?? BROWSERS.find((place) => existsSync(place)) ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
