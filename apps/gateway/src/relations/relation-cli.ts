import path from "node:path";
import process from "node:process";
import type { RelationImportProgress, RelationImportReport } from "@sweetspot/relation-import";
import { readConfig } from "../config/config.model.ts";
import { isLive, LOCK_FILE, readLock } from "../data-folder/lock-file.ts";
import { CommandError } from "../import/import-command.ts";
import { countOf } from "../import/import-words.ts";
import { LOCAL } from "../operation/operation.ts";
import { readRelationCommand, type RelationCommand } from "./relation-command.ts";
import { type CommandRun, importDirectly, importThroughGateway } from "./relation-desk-command.ts";

const MOST_SHOWN = 10;
const TELL_MS = 5000;

/** `npm run import -- --relations …` @returns the code the process ends with */
export async function runRelationImport(
  parameters: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  const command = await readRelationCommand(parameters, folder);
  const report = await importSomewhere({ command, signal, onProgress: showProgress() });
  console.log(describeReport(report, command).join("\n"));
  return report.outcome === "finished" ? 0 : 1;
}

async function importSomewhere(run: CommandRun): Promise<RelationImportReport> {
  const config = readConfig(process.env, [], process.cwd());
  const lock =
    config.databaseUrl === undefined ? await readLock(path.join(config.dataFolder, LOCK_FILE)) : undefined;
  if (!lock || lock.address === "" || !(await isLive(lock))) {
    console.log("Importing relations into the database.\n");
    return importDirectly(config, run);
  }
  if (run.command.tenant !== LOCAL)
    throw new CommandError(
      `A gateway has the data folder open. Stop it to import relations of ${run.command.tenant}.`,
    );
  console.log(`Importing relations into the running Sweetspot at ${lock.address}.\n`);
  return importThroughGateway(lock, run);
}

function showProgress(): (progress: RelationImportProgress) => void {
  let shown = Date.now();
  return ({ file, good, bad }) => {
    if (Date.now() - shown < TELL_MS) return;
    shown = Date.now();
    console.log(`${file ?? ""}: ${countOf(good, "row")} taken, ${countOf(bad, "row")} left out`);
  };
}

/** Names of people stay out of the terminal and of whatever keeps its output: the file has them. */
function describeReport(report: RelationImportReport, { badRowsFile }: RelationCommand): readonly string[] {
  const { outcome, counts, files, problems, problemCount, failure } = report;
  const kinds = (["people", "bodies", "ties"] as const).map((kind) => {
    const { created, updated, unchanged, ended } = counts[kind];
    return `  ${kind}: ${created} new, ${updated} changed, ${unchanged} as before${ended > 0 ? `, ${ended} ended` : ""}`;
  });
  return [
    ...files.map(({ name, bad, refused }) =>
      refused ? `✗ ${name}: ${refused.message}` : `✓ ${name}: ${countOf(bad, "row")} left out`,
    ),
    ...(outcome === "finished" ? kinds : [`Nothing was changed: ${failure ?? outcome}.`]),
    ...problems
      .slice(0, MOST_SHOWN)
      .map(({ file, line, message, remedy }) => `  ${file}, line ${line}: ${message} ${remedy}`),
    ...(problemCount > 0 ? [`${countOf(problemCount, "problem")} listed in ${badRowsFile}`] : []),
  ];
}
