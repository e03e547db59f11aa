import { CrmError, type OpportunityStatus } from "@sweetspot/contract";
import { PATHS } from "./api-version.ts";
import type { Clock } from "./clock.ts";
import type {
  HubspotAccount,
  HubspotPage,
  HubspotPipeline,
  HubspotProperty,
  HubspotUser,
} from "./raw/answers.ts";
import { readWhole, type Reads } from "./reads.ts";
import { isMissingScope } from "./to-crm-error.ts";

export interface Stage {
  readonly label: string;
  readonly status: OpportunityStatus;
}

/** What holds for a whole portal and changes rarely. */
export interface PortalFacts {
  /** Currency of amounts without a code, ISO 4217. */
  readonly currency: string;
  /** Further currencies products may have prices in. */
  readonly currencies: readonly string[];
  /** Closing dates are instants that HubSpot shows in this zone. */
  readonly timeZone: string;
  /** By pipeline and stage, "pipeline/stage". */
  readonly stages: ReadonlyMap<string, Stage>;
  /** Labels of enumerations, by "companies.industry" and value. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** User ids of super admins; undefined where the app may not know. */
  readonly superAdmins: ReadonlySet<string> | undefined;
}

/** Facts of a portal, read once and then for so many milliseconds. */
export interface FactsKeeper {
  read(reads: Reads): Promise<PortalFacts>;
  forget(): void;
}

export function createFactsKeeper(clock: Clock, freshMs: number): FactsKeeper {
  let kept: { readonly by: Reads; readonly facts: Promise<PortalFacts>; readonly until: number } | undefined;

  function read(reads: Reads): Promise<PortalFacts> {
    if (kept && kept.until > clock.now()) {
      // Whoever asked first may have failed by his own fault, such as a token that is over.
      return kept.by === reads ? kept.facts : kept.facts.catch(() => read(reads));
    }
    // Without the signal of the first who asks: others wait for the same answer.
    const mine = { by: reads, facts: readFacts(reads), until: clock.now() + freshMs };
    kept = mine;
    mine.facts.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return mine.facts;
  }

  return {
    read,
    forget() {
      kept = undefined;
    },
  };
}

async function readFacts(reads: Reads): Promise<PortalFacts> {
  const [account, pipelines, companies, contacts, deals, users] = await Promise.all([
    reads.get<HubspotAccount>("account", PATHS.account),
    reads.get<HubspotPage<HubspotPipeline>>("pipelines", PATHS.pipelines),
    reads.get<HubspotPage<HubspotProperty>>("companies.properties", PATHS.properties("companies")),
    reads.get<HubspotPage<HubspotProperty>>("contacts.properties", PATHS.properties("contacts")),
    reads.get<HubspotPage<HubspotProperty>>("deals.properties", PATHS.properties("deals")),
    readWhole<HubspotUser>(reads, "users", PATHS.users, { limit: "100" }).catch(unlessGranted),
  ]);
  return {
    currency: account.companyCurrency ?? "USD",
    currencies: account.additionalCurrencies ?? [],
    timeZone: toTimeZone(account.timeZone),
    stages: new Map(toStages(pipelines)),
    labels: new Map([
      ...toLabels("companies", companies),
      ...toLabels("contacts", contacts),
      ...toLabels("deals", deals),
    ]),
    superAdmins:
      users && new Set(users.filter((user) => user.superAdmin === true).map(({ id }) => String(id))),
  };
}

/** Who the admins are is asked by a scope that not every portal grants. */
function unlessGranted(error: unknown): undefined {
  if (isMissingScope(error)) return undefined;
  throw error;
}

const toStages = ({ results }: HubspotPage<HubspotPipeline>): [string, Stage][] =>
  (results ?? []).flatMap((pipeline) =>
    (pipeline.stages ?? []).map((stage): [string, Stage] => [
      `${pipeline.id}/${stage.id}`,
      { label: stage.label ?? "", status: toStatus(stage.metadata ?? {}) },
    ]),
  );

/** Stages are each portal's own words; whether they close a deal, and how likely it is won, are not. */
function toStatus(metadata: Readonly<Record<string, string | null | undefined>>): OpportunityStatus {
  const probability = Number(metadata["probability"] ?? Number.NaN);
  const isClosed = metadata["isClosed"] ?? String(probability === 0 || probability === 1);
  if (isClosed !== "true") return "open";
  return probability === 1 ? "won" : "lost";
}

const toLabels = (
  type: string,
  { results }: HubspotPage<HubspotProperty>,
): [string, ReadonlyMap<string, string>][] =>
  (results ?? [])
    .filter((property) => property.type === "enumeration")
    .map(({ name, options }) => [
      `${type}.${name}`,
      new Map((options ?? []).map(({ value, label }) => [value ?? "", label ?? value ?? ""])),
    ]);

function toTimeZone(text: string | null | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text ?? "UTC" }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new CrmError("unavailable", `HubSpot named the time zone "${text}", which is unknown here.`, {
      cause,
    });
  }
}
