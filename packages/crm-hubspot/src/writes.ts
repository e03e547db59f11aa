import {
  CrmError,
  type NewOpportunity,
  type NewTask,
  type ReadOptions,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { type ObjectType, PATHS } from "./api-version.ts";
import { type Desk, factsOf, idsOf } from "./desk.ts";
import { readRoot } from "./family.ts";
import type { Line } from "./line.ts";
import { readMember } from "./people.ts";
import type { HubspotRecord } from "./raw/answers.ts";
import { propertiesOf } from "./records/fields.ts";
import { propertyOf } from "./standard-fields.ts";
import { isMissingObject, isMissingScope } from "./to-crm-error.ts";

/** What a widget may make in HubSpot. */
export type Makes = "task" | "opportunity";

/** Scopes without which HubSpot makes none. Tasks have none of their own [D tasks]. */
export const MAKING_SCOPES: Readonly<Record<Makes, string>> = {
  task: "crm.objects.contacts.write",
  opportunity: "crm.objects.deals.write",
};

/** Since when an earlier attempt may have made the record already; undefined at the first attempt. */
export type FirstTried = Date | undefined;

export interface HubspotWrites {
  /** @throws CrmError `not-found` for a company this user may not see; `malformed` where the portal's rules refuse it */
  createTask(task: NewTask, firstTried?: FirstTried, options?: ReadOptions): Promise<RecordId>;
  createOpportunity(deal: NewOpportunity, firstTried?: FirstTried, options?: ReadOptions): Promise<RecordId>;
}

/** Associations by which a record belongs to a company [D associations, type id values]. */
const TASK_TO_COMPANY = [192];
const DEAL_TO_COMPANY = [341, 5];
/** The machine's clock and HubSpot's may differ. */
const CLOCK_SLACK_MS = 60_000;

interface Wanted {
  readonly type: ObjectType;
  readonly account: RecordId;
  readonly properties: Readonly<Record<string, string>>;
  readonly associationTypes: readonly number[];
  /** The property whose value tells it from others. */
  readonly title: string;
}

/** Makes records as the user, who owns them unless somebody else is named. */
export function createHubspotWrites(desk: Desk, line: Line): HubspotWrites {
  const { portal, reads } = desk;

  async function make(wanted: Wanted, firstTried: FirstTried, options?: ReadOptions): Promise<RecordId> {
    const { type, properties, associationTypes, account } = wanted;
    const company = await readRoot(reads, account, portal.mapping, options);
    const made =
      firstTried && (await findMade({ ...wanted, account: toRecordId(company.id) }, firstTried, options));
    if (made) return made;
    const record = await line.send<HubspotRecord>(
      {
        name: `${type}.create`,
        method: "POST",
        path: PATHS.records(type),
        // Twice sent is twice made.
        repeatable: false,
        body: {
          properties,
          associations: [
            {
              to: { id: company.id },
              types: associationTypes.map((associationTypeId) => ({
                associationCategory: "HUBSPOT_DEFINED",
                associationTypeId,
              })),
            },
          ],
        },
      },
      options,
    );
    portal.forget([company.id]);
    return toRecordId(record.id);
  }

  /** The company's own, of the same title and made since; never from memory. */
  async function findMade(
    { type, account, title, properties }: Wanted,
    since: Date,
    options?: ReadOptions,
  ): Promise<RecordId | undefined> {
    portal.forget([account]);
    const found = await reads.associations("companies", type, [account], options);
    const records = await reads.records(
      type,
      idsOf(found.get(account) ?? []),
      [title, "createdate"],
      options,
    );
    const earliest = since.getTime() - CLOCK_SLACK_MS;
    const made = records.find((record) => {
      const { [title]: name, createdate } = propertiesOf(record);
      return name === properties[title] && Date.parse(createdate ?? "") >= earliest;
    });
    return made && toRecordId(made.id);
  }

  const ownerOr = async (owner: RecordId | undefined, options?: ReadOptions): Promise<string | undefined> =>
    owner ?? (await readMember(desk, options))?.id;

  /** @returns undefined where the user may not see the product */
  async function nameOf(product: RecordId | undefined, options?: ReadOptions): Promise<string | undefined> {
    if (product === undefined) return undefined;
    try {
      const [record] = await reads.records("products", [product], ["name"], options);
      return record && (propertiesOf(record)["name"] ?? undefined);
    } catch (error) {
      if (isMissingScope(error) || isMissingObject(error)) return undefined;
      throw error;
    }
  }

  return {
    async createTask({ account, subject, due, owner, note }, firstTried, options) {
      const properties = compact({
        hs_task_subject: subject,
        hs_task_body: note,
        hs_task_status: "NOT_STARTED",
        hs_task_type: "TODO",
        // HubSpot has no task without a due date: today, where none is named.
        hs_timestamp: toNoon(due ?? new Date(portal.clock.now()).toISOString().slice(0, 10)),
        hubspot_owner_id: await ownerOr(owner, options),
      });
      const place = { type: "tasks", account, associationTypes: TASK_TO_COMPANY } as const;
      return make({ ...place, properties, title: "hs_task_subject" }, firstTried, options);
    },
    async createOpportunity({ account, name, amount, closeDate, product, owner }, firstTried, options) {
      const { mapping } = portal;
      const [[pipeline, dealstage], named] = await Promise.all([
        firstStage(desk, options),
        mapping.opportunityProduct === undefined ? nameOf(product, options) : undefined,
      ]);
      const properties = compact({
        dealname: name,
        pipeline,
        dealstage,
        [propertyOf(mapping, "opportunityAmount")]: amount && String(amount.amount),
        [propertyOf(mapping, "opportunityCurrency")]: amount?.currency,
        [propertyOf(mapping, "opportunityCloseDate")]: closeDate && toNoon(closeDate),
        // Where the portal names products in its deals. Elsewhere the product stands in words where people read what a deal
        // is about: a line item would change the amount that was just given, and quotes.
        ...(mapping.opportunityProduct === undefined
          ? { description: named }
          : { [mapping.opportunityProduct]: product }),
        hubspot_owner_id: await ownerOr(owner, options),
      });
      const place = { type: "deals", account, associationTypes: DEAL_TO_COMPANY } as const;
      return make({ ...place, properties, title: "dealname" }, firstTried, options);
    },
  };
}

/** Where deals begin: the first stage of the first pipeline that is not an end. */
async function firstStage(desk: Desk, options?: ReadOptions): Promise<readonly [string, string]> {
  const { stages } = await factsOf(desk, options);
  const open = [...stages].find(([, { status }]) => status === "open");
  const [pipeline = "", ...stage] = open?.[0].split("/") ?? [];
  if (!open) throw new CrmError("malformed", "This portal has no stage a deal could begin in.");
  return [pipeline, stage.join("/")];
}

/** Noon falls on the same day in every zone people sell in. */
const toNoon = (date: string): string => `${date}T12:00:00.000Z`;

const compact = (values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
