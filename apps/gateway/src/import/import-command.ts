import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  createFileSource,
  DEFAULT_IMPORT_OPTIONS,
  type ImportOptions,
  type ImportSource,
} from "@sweetspot/crm-import";
import { systemCode } from "../data-folder/start-error.ts";

/** What `npm run import` was told. */
export interface ImportCommand {
  readonly sources: readonly ImportSource[];
  /** Where the bad rows are written. */
  readonly badRowsFile: string;
  /** What was said about the options; the rest is as at the last import. */
  readonly options: Partial<ImportOptions>;
  /** Ask nothing. */
  readonly yes: boolean;
  /** Take suggestions that differ in case, spaces, punctuation or accents alone. */
  readonly match: boolean;
}

/** A command line that cannot be followed. The message says why. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

export const USAGE = `Usage: npm run import -- <folder or files…> [options]

  --yes               ask nothing
  --currency EUR      currency of amounts for which the files name none
  --dates dmy         order of day and month where a column does not decide it: dmy, mdy or ymd
  --create accounts,products
                      make a record where a file names one nobody knows
  --match             take a suggestion for an unknown name where only case, spaces or punctuation differ

Files are CSV as Salesforce and HubSpot export them, also gzipped. Existing records are updated; nothing is deleted.
Who knows whom is imported by npm run import -- --relations: see its --help.`;

export const BAD_ROWS_NAME = "sweetspot-bad-rows.csv";
const EXPORT = /\.(?:csv|tsv|txt)(?:\.gz)?$/iu;

/**
 * Reads the command line; paths are relative to `folder`.
 *
 * @throws CommandError
 */
export async function readImportCommand(
  parameters: readonly string[],
  folder: string,
): Promise<ImportCommand> {
  const { values, positionals } = parse(parameters);
  if (positionals.length === 0) throw new CommandError(`No files were named.\n\n${USAGE}`);
  const files = (await Promise.all(positionals.map((name) => listFiles(path.resolve(folder, name))))).flat();
  if (files.length === 0) throw new CommandError(`There are no CSV files in ${positionals.join(", ")}.`);
  const first = path.resolve(folder, positionals[0]!);
  const beside = (await stat(first)).isDirectory() ? first : path.dirname(first);
  return {
    sources: await Promise.all(toNames(files).map(([file, name]) => createFileSource(file, name))),
    badRowsFile: path.join(beside, BAD_ROWS_NAME),
    options: toOptions(values),
    yes: values.yes,
    match: values.match,
  };
}

interface CommandValues {
  readonly yes: boolean;
  readonly match: boolean;
  readonly currency?: string | undefined;
  readonly dates?: string | undefined;
  readonly create?: string | undefined;
}

function parse(parameters: readonly string[]): {
  readonly values: CommandValues;
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        yes: { type: "boolean", short: "y", default: false },
        match: { type: "boolean", default: false },
        currency: { type: "string" },
        dates: { type: "string" },
        create: { type: "string" },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, {
      cause: error,
    });
  }
}

function toOptions({ currency, dates, create = "" }: CommandValues): Partial<ImportOptions> {
  if (currency !== undefined && !/^[A-Za-z]{3}$/u.test(currency)) {
    throw new CommandError(`--currency ${currency}: write three letters, for example EUR.`);
  }
  if (dates !== undefined && dates !== "dmy" && dates !== "mdy" && dates !== "ymd") {
    throw new CommandError(`--dates ${dates}: write dmy, mdy or ymd.`);
  }
  const kinds = create.split(",").filter((kind) => kind !== "");
  const wrong = kinds.find((kind) => kind !== "accounts" && kind !== "products");
  if (wrong !== undefined) throw new CommandError(`--create ${wrong}: write accounts, products or both.`);
  return {
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
    ...(dates === undefined ? {} : { dates }),
    create: {
      ...DEFAULT_IMPORT_OPTIONS.create,
      accounts: kinds.includes("accounts"),
      products: kinds.includes("products"),
    },
  };
}

async function listFiles(place: string): Promise<readonly string[]> {
  try {
    if (!(await stat(place)).isDirectory()) return [place];
    const names = await readdir(place);
    return names
      .filter((name) => EXPORT.test(name) && !name.startsWith(".") && name !== BAD_ROWS_NAME)
      .toSorted()
      .map((name) => path.join(place, name));
  } catch (error) {
    const reason =
      systemCode(error) === "ENOENT" ? "does not exist" : `cannot be read (${systemCode(error)})`;
    throw new CommandError(`${place} ${reason}.`, { cause: error });
  }
}

/** Files by the names reports show: without folders, where those tell them apart. */
function toNames(files: readonly string[]): readonly (readonly [string, string])[] {
  const distinct = [...new Set(files)];
  return distinct.map((file) => {
    const name = path.basename(file);
    const shared = distinct.some((other) => other !== file && path.basename(other) === name);
    return [file, shared ? path.join(path.basename(path.dirname(file)), name) : name];
  });
}
