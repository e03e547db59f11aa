import { parseArgs } from "node:util";
import type { Person } from "@sweetspot/crm-sql";
import { CommandError } from "../import/import-command.ts";
import { LOCAL } from "../operation/operation.ts";

/** With whose rights plans are reached that a portal keeps in HubSpot. */
export interface InHubspot {
  /** HubSpot's number of a connected user. Without it: who has lent his rights. */
  readonly as: string | undefined;
  /** They are left as they are. */
  readonly withoutHubspot: boolean;
}

/** What `npm run gateway` was told about the data that is kept. */
export type DataCommand = { readonly tenant: string } & (
  | ({ readonly verb: "export"; readonly person: Person | undefined; readonly file: string } & InHubspot)
  | ({ readonly verb: "erase"; readonly person: Person | undefined; readonly yes: boolean } & InHubspot)
  | {
      readonly verb: "audit";
      readonly scope: string | undefined;
      readonly by: string | undefined;
      readonly since: Date | undefined;
    }
);

export const DATA_USAGE = `Usage: npm run gateway -- <what> [options]

  export --to plans.jsonl        everything that is kept, one row a line, all as of one moment
  export --person 005… --to …    everything that belongs to this person, was written by it, or names it
  erase --yes                    everything that is kept; without --yes it only counts
  erase --person 005… --yes      the person: its own record, its id and name wherever they stand, in history too
  audit                          who has looked at what in which hour, and who has changed what when, newest first
        [--account 001… | --library] [--by 005…] [--since 2027-01-31]

  --tenant hubspot:123           whose data; without it the gateway's own (${LOCAL}). To erase a portal ends its connection
  --as 123                       export, erase: plans a portal keeps in HubSpot are reached as this connected user; without it
                                 as the admin who has lent his rights on the settings page
  --without-hubspot              export, erase: leaves them out

A person is named by its id in the CRM, as a user or as a contact. In HubSpot whoever owns records has a second id as an
owner: erase both. A data folder must not be in use; a PostgreSQL server
(DATABASE_URL) may be.`;

/**
 * Reads the command line.
 *
 * @throws CommandError
 */
export function readDataCommand(parameters: readonly string[]): DataCommand {
  const { values, positionals } = parse(parameters);
  const [verb, ...rest] = positionals;
  if (rest.length > 0) throw new CommandError(`${rest.join(" ")} is one word too many.\n\n${DATA_USAGE}`);
  const { tenant = LOCAL, to, by } = values;
  const person = toPerson(tenant, values);
  switch (verb) {
    case "export":
      if (to === undefined) throw new CommandError("Say where to write it: export --to plans.jsonl.");
      return { verb, tenant, person, file: to, ...toPlace(values) };
    case "erase":
      return { verb, tenant, person, yes: values.yes, ...toPlace(values) };
    case "audit":
      return { verb, tenant, scope: toScope(values), by, since: toInstant(values.since) };
    default:
      throw new CommandError(`${verb === undefined ? "" : `${verb} is not known.\n\n`}${DATA_USAGE}`);
  }
}

interface Values {
  readonly tenant?: string | undefined;
  readonly person?: string | undefined;
  readonly name?: readonly string[] | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly account?: string | undefined;
  readonly since?: string | undefined;
  readonly as?: string | undefined;
  readonly library: boolean;
  readonly yes: boolean;
  readonly "without-hubspot": boolean;
}

function parse(parameters: readonly string[]): {
  readonly values: Values;
  readonly positionals: readonly string[];
} {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        tenant: text,
        person: text,
        name: { type: "string", multiple: true },
        to: text,
        by: text,
        account: text,
        since: text,
        as: text,
        "without-hubspot": flag,
        library: flag,
        yes: flag,
      },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${words}\n\n${DATA_USAGE}`, { cause: error });
  }
}

function toPerson(tenant: string, { person: id, name: names = [] }: Values): Person | undefined {
  const short = names.find((name) => name.trim().length < 5);
  if (short !== undefined)
    throw new CommandError(`--name ${short}: so short a name stands in too many words.`);
  if (id === undefined && names.length > 0) throw new CommandError("--name needs --person.");
  return id === undefined ? undefined : { tenant, id, names };
}

function toPlace({ as, "without-hubspot": withoutHubspot }: Values): InHubspot {
  if (as !== undefined && withoutHubspot) throw new CommandError("Say either --as or --without-hubspot.");
  return { as, withoutHubspot };
}

const toScope = ({ account, library }: Values): string | undefined =>
  library ? "library" : account === undefined ? undefined : `account:${account}`;

function toInstant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new CommandError(`--since ${text}: write a date such as 2027-01-31.`);
  return date;
}
