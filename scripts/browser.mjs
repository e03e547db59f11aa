// Finds a Chromium to test with, and installs Debian's where there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";
const PLACES = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a browser; throws with the remedy where none can be had. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  installDebianPackages(["chromium"], "a browser");
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error("No Chrome or Chromium was found. Install one, or name it in CHROME_PATH.");
}

/**
 * Path of the browser for journeys: Chromium without the windows nobody sees, as Playwright itself takes it. The engine
 * is the same, for half the time of a processor; where it cannot be had, a whole browser proves the same.
 */
export function ensureHeadlessBrowser() {
  if (process.env.CHROME_PATH) return ensureBrowser();
  if (!existsSync(HEADLESS_SHELL)) installDebianPackages(["chromium-headless-shell"], "a browser");
  return existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : ensureBrowser();
}

/** Debian packages for the tests, when this is a Debian and we are root; otherwise nothing happens. */
export function installDebianPackages(packages, purpose) {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return;
  console.error(`Installing ${purpose} for the tests: ${packages.join(" ")} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env: environment });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    stdio: ["ignore", "ignore", "inherit"],
    env: environment,
  });
}

/** Installs PostgreSQL's server where it is missing; the suite starts its own on a private port. */
export function ensurePostgres() {
  if (!existsSync("/usr/lib/postgresql")) installDebianPackages(["postgresql"], "PostgreSQL");
}

function findBrowser() {
  return PLACES.find((place) => place && existsSync(place));
}
