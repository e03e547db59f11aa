import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { createFileSource, type ImportSource } from "@sweetspot/crm-import";
import type { RelationImportSource } from "@sweetspot/relation-import";
import { CommandError } from "../import/import-command.ts";
import { LOCAL } from "../operation/operation.ts";

/** What `npm run import -- --relations` was told. */
export interface RelationCommand {
  readonly files: readonly ImportSource[];
  readonly source: RelationImportSource;
  /** Whose relations. */
  readonly tenant: string;
  readonly badRowsFile: string;
}

export const RELATION_USAGE = `Usage: npm run import -- --relations <files…> --source <name> --purpose <text> [options]

  --source "Commercial register"   where the data comes from; the same name again updates it
  --purpose "…"                    what it may be used for
  --retention 36                   forget what the source has not shown for so many months
  --whole                          these files are all that the source knows: its ties that are missing end
  --date 2026-11-01                the day of the data, where its rows do not say
  --tenant hubspot:123             whose relations; without it the gateway's own

Files are CSV or JSON lines as shared/docs/relation-format.md has them, also gzipped.`;

export const isRelationCommand = (parameters: readonly string[]): boolean =>
  parameters.includes("--relations");

/** Reads the command line; paths are relative to `folder`. @throws CommandError */
export async function readRelationCommand(
  parameters: readonly string[],
  folder: string,
): Promise<RelationCommand> {
  const { values, positionals } = parse(parameters);
  const { source: name, purpose, retention, date, tenant = LOCAL } = values;
  if (positionals.length === 0) throw new CommandError(`No files were named.\n\n${RELATION_USAGE}`);
  if (name === undefined || purpose === undefined)
    throw new CommandError(`Say where the data comes from and what for.\n\n${RELATION_USAGE}`);
  const months = Number(retention ?? 1);
  if (!Number.isInteger(months) || months < 1)
    throw new CommandError(`--retention ${retention}: write a number of months.`);
  if (date !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date))
    throw new CommandError(`--date ${date}: write a day as 2026-11-01, a month or a year.`);
  const files = positionals.map((file) => path.resolve(folder, file));
  for (const file of files) await ensureFile(file);
  return {
    files: await Promise.all(files.map((file) => createFileSource(file, path.basename(file)))),
    source: {
      name,
      purpose,
      ...(retention === undefined ? {} : { retentionMonths: months }),
      ...(values.whole ? { whole: true } : {}),
      ...(date === undefined ? {} : { date }),
    },
    tenant,
    badRowsFile: path.join(path.dirname(files[0]!), "sweetspot-bad-relations.csv"),
  };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        relations: { type: "boolean" },
        yes: { type: "boolean", short: "y" },
        source: { type: "string" },
        purpose: { type: "string" },
        retention: { type: "string" },
        whole: { type: "boolean", default: false },
        date: { type: "string" },
        tenant: { type: "string" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${message}\n\n${RELATION_USAGE}`, { cause: error });
  }
}

async function ensureFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CommandError(`${file} is no file.`);
}
