import { CrmError, type PlanSnapshot, type ReadOptions, type RecordId } from "@sweetspot/contract";
import { PATHS } from "../api-version.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotRequest } from "../line.ts";
import type { HubspotBatch, HubspotRecord } from "../raw/answers.ts";
import { propertiesOf } from "../records/fields.ts";
import { fromBatchError } from "../to-crm-error.ts";
import {
  SUMMARY_GROUP,
  type SummaryFigure,
  toSummaryFigures,
  VERSION_PROPERTY,
} from "./plan-summary.model.ts";

export interface SummaryMirrorOptions {
  readonly portal: HubspotPortal;
  /** Whose token writes: scopes crm.objects.companies.write and, to install, crm.schemas.companies.write. */
  readonly token: HubspotUser["token"];
}

/** A small summary of each plan, kept in properties of its company, so that lists, reports and cards of HubSpot see it. */
export interface SummaryMirror {
  /** Makes the properties the portal does not have yet; those it has stay as they are. */
  install(options?: ReadOptions): Promise<void>;
  /**
   * Brings a company's summary up to its plan. HubSpot has no revisions, the last writer wins: so the plan is loaded again
   * after each write, and written again where it has gone on, until the two agree.
   *
   * @param load the plan as it is now, from the store
   * @throws CrmError `malformed` where the portal's own rules refuse the values
   */
  write(
    account: RecordId,
    load: (options?: ReadOptions) => Promise<PlanSnapshot>,
    options?: ReadOptions,
  ): Promise<"written" | "unchanged">;
  /** Empties a company's summary, for example when its plan is erased. */
  clear(account: RecordId, options?: ReadOptions): Promise<void>;
}

/** Writers that overtake each other agree soon; this many rounds mean that something else is wrong. */
const MOST_ROUNDS = 10;

export function createSummaryMirror({ portal, token }: SummaryMirrorOptions): SummaryMirror {
  const line = portal.line(token);
  const figures = toSummaryFigures();
  const names = figures.map(({ name }) => name);

  async function install(options?: ReadOptions): Promise<void> {
    await line
      .send(
        {
          name: "companies.groups.create",
          method: "POST",
          path: PATHS.propertyGroups("companies"),
          body: SUMMARY_GROUP,
        },
        options,
      )
      .catch(unlessThere);
    const request: HubspotRequest = {
      name: "companies.properties.create",
      method: "POST",
      path: PATHS.createProperties("companies"),
      body: { inputs: figures.map(toDefinition) },
    };
    const answer = await line.send<HubspotBatch<unknown>>(request, options).catch(unlessThere);
    const grave = answer?.errors?.find((error) => error.category !== "CONFLICT");
    if (grave) throw fromBatchError(grave);
  }

  const read = (account: RecordId, options?: ReadOptions): Promise<HubspotRecord> =>
    line.send(
      {
        name: "companies.summary.read",
        path: PATHS.record("companies", account),
        query: { properties: names.join(",") },
      },
      options,
    );

  const patch = (account: RecordId, properties: Readonly<Record<string, string>>, options?: ReadOptions) =>
    line.send(
      {
        name: "companies.summary.write",
        method: "PATCH",
        path: PATHS.record("companies", account),
        body: { properties },
      },
      options,
    );

  return {
    install,
    async write(account, load, options) {
      let plan = await load(options);
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        let record = await read(account, options);
        if (!(VERSION_PROPERTY in propertiesOf(record))) {
          await install(options);
          record = await read(account, options);
        }
        const changed = differences(figures, plan, record);
        if (changed === undefined && round === 1) return "unchanged";
        if (changed !== undefined) await patch(account, changed, options);
        const now = await load(options);
        if (now.version === plan.version) return "written";
        plan = now;
      }
      throw new CrmError("unavailable", `The plan of ${account} changes faster than its summary is written.`);
    },
    async clear(account, options) {
      await patch(account, Object.fromEntries(names.map((name) => [name, ""])), options);
    },
  };
}

function unlessThere(error: unknown): undefined {
  if (CrmError.is(error, "conflict")) return undefined;
  throw error;
}

const FIELD_TYPES: Readonly<Record<SummaryFigure["type"], string>> = {
  number: "number",
  string: "text",
  date: "date",
  datetime: "date",
};

const toDefinition = ({ name, label, help, type }: SummaryFigure) => ({
  name,
  label,
  description: help,
  type,
  fieldType: FIELD_TYPES[type],
  groupName: SUMMARY_GROUP.name,
});

/** The values to write; undefined where HubSpot has them already. A stale writer's values are not what the plan says. */
function differences(
  figures: readonly SummaryFigure[],
  plan: PlanSnapshot,
  record: HubspotRecord,
): Readonly<Record<string, string>> | undefined {
  const stored = propertiesOf(record);
  const wanted = figures.map((figure) => [figure.name, figure.valueIn(plan), figure.type] as const);
  const same = wanted.every(([name, value, type]) => sameValue(stored[name] ?? "", value, type));
  // All of them at once, so that one writer's version never stands beside another one's counts.
  return same ? undefined : Object.fromEntries(wanted);
}

/** HubSpot gives numbers and instants back in forms of its own. */
function sameValue(one: string, other: string, type: SummaryFigure["type"]): boolean {
  if (one === other) return true;
  if (one === "" || other === "") return false;
  if (type === "number") return Number(one) === Number(other);
  if (type === "datetime") return Date.parse(one) === Date.parse(other);
  return false;
}
