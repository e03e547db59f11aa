// npm run import -- <folder or files…>   loads CSV exports of a CRM; --help lists the options.
// Beside a running `npm start` the files are streamed to it; otherwise the data folder is opened here.
import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "..");
const command = spawn(process.execPath, ["apps/gateway/src/import/import-cli.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
// A terminal sends Ctrl-C to both processes; a service manager signals only this one.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => command.kill(signal));
command.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
