import path from "node:path";
import process from "node:process";
import { readConfig, startGateway } from "@sweetspot/gateway";

// The gateway as apps/gateway/src/main.ts starts it, with the catalogue of SWEETSPOT_TEST_CATALOGUE.
const ROOT = path.resolve(import.meta.dirname, "../..");
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const gateway = await startGateway({
  config: readConfig(process.env, process.argv.slice(2), process.cwd()),
  version: "0.0.0",
  folders: {
    workbench: path.join(ROOT, "apps/workbench/dist"),
    frame: path.join(ROOT, "apps/frame/dist"),
    catalogue: process.env["SWEETSPOT_TEST_CATALOGUE"] ?? "",
  },
  log: silent,
});
// Whoever measures memory has what is garbage collected before (node --expose-gc).
process.on("SIGUSR2", () => void globalThis.gc?.());
console.log(`Sweetspot ready: ${gateway.url}`);
process.once("SIGTERM", () => void gateway.close().then(() => process.exit(0)));
