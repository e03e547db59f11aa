import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ConfigError, type GatewayConfig, readConfig } from "./config/config.model.ts";
import { createLog } from "./operation/log.ts";
import { StartError } from "./data-folder/start-error.ts";
import { startGateway } from "./lifecycle/start-gateway.ts";

// The gateway as a process: node apps/gateway/src/main.ts [--empty]
const root = path.resolve(import.meta.dirname, "../../..");

try {
  await run(readConfig(process.env, process.argv.slice(2), process.cwd()));
} catch (error) {
  if (!(error instanceof StartError || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(config: GatewayConfig): Promise<void> {
  const log = createLog(config.logLevel, (line) => process.stderr.write(`${line}\n`));
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const folders = {
    workbench: path.join(root, "apps/workbench/dist"),
    frame: path.join(root, "apps/frame/dist"),
    catalogue: path.join(root, "dist"),
  };
  const gateway = await startGateway({ config, version, folders, log });
  process.once("uncaughtException", (error) => {
    // Where, not what: the words of an error may quote a name.
    log.error("crashed", { error: error.name, at: /\bat .*/.exec(error.stack ?? "")?.[0] });
    process.exit(1);
  });
  console.log(`Sweetspot ready: ${gateway.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(signal));

  async function stop(signal: string): Promise<void> {
    log.info("stopping", { signal });
    await gateway.close();
    process.exit(0);
  }
}
