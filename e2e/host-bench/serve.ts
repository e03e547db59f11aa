// A record page to look at by hand: the built package in the real sandbox, over the demo company in an emulated org.
//   node host-bench/serve.ts [sweetspotWhiteSpace …]     without names: all components for an account's page
import process from "node:process";
import { DEMO_TEAM, demoPlans, demoWorld } from "@sweetspot/fixtures";
import { ACCOUNT } from "./record-page.ts";
import { startBenchServer } from "./server.ts";
import { readComponents } from "./shipped-package.ts";

const names = process.argv.slice(2);
const components = (names.length > 0 ? names : readComponents()).join(",");
const server = await startBenchServer();
const org = await server.createOrg({ world: demoWorld(), plans: demoPlans(), user: DEMO_TEAM.lena });
const query = `sid=${org.session}&show=Account/${ACCOUNT}&place=${components}`;
for (const shadow of ["synthetic", "native"])
  console.log(`${shadow.padEnd(9)} ${server.origin}/${shadow}?${query}`);
console.log("Ctrl+C ends it; what was planned is gone then.");
