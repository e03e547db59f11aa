import type { NewOpportunity, NewTask, RecordId } from "@sweetspot/contract";

/** Creates a record through Lightning: its API name, and values by API name. Rejects with what Lightning says. */
export type CreateSalesforceRecord = (
  object: "Task" | "Opportunity",
  fields: Readonly<Record<string, string | number>>,
) => Promise<{ readonly id: string }>;

export interface SalesforceWritesOptions {
  readonly createRecord: CreateSalesforceRecord;
  /** API name of the first stage a deal of this user can have; undefined where there is none. */
  readonly firstStage: () => Promise<string | undefined>;
  /** ISO 4217 code of amounts that say no other: only an org with several currencies has a field for it. */
  readonly currency: () => string;
  /** Turns Lightning's failure into one of the contract's. */
  readonly toFailure: (failure: unknown) => Error;
  readonly now?: () => Date;
  readonly onCreated?: () => void;
}

export interface SalesforceWrites {
  createTask(task: NewTask): Promise<{ readonly id: RecordId }>;
  createOpportunity(opportunity: NewOpportunity): Promise<{ readonly id: RecordId }>;
}

/** Lengths of Task.Subject and Opportunity.Name. */
const LONGEST_SUBJECT = 255;
const LONGEST_NAME = 120;
/** A deal in Salesforce must have a closing date; a quarter is what a rep would guess. */
const QUARTER_DAYS = 90;

/** Tasks and deals as Salesforce keeps them. A deal's product is not set: that needs a price book, which is the rep's choice. */
export function createSalesforceWrites(options: SalesforceWritesOptions): SalesforceWrites {
  const { createRecord, firstStage, currency, toFailure, now = () => new Date(), onCreated } = options;

  async function create(object: "Task" | "Opportunity", fields: Fields): Promise<{ readonly id: RecordId }> {
    try {
      const { id } = await createRecord(object, withoutUndefined(fields));
      onCreated?.();
      return { id: id as RecordId };
    } catch (failure) {
      throw toFailure(failure);
    }
  }

  return {
    createTask: ({ account, subject, due, owner, note }) =>
      create("Task", {
        Subject: subject.slice(0, LONGEST_SUBJECT),
        WhatId: account,
        ActivityDate: due,
        OwnerId: owner,
        Description: note,
      }),
    async createOpportunity({ account, name, amount, closeDate, owner }) {
      const stage = await firstStage().catch(() => undefined);
      return create("Opportunity", {
        Name: name.slice(0, LONGEST_NAME),
        AccountId: account,
        StageName: stage,
        CloseDate: closeDate ?? inDays(now(), QUARTER_DAYS),
        Amount: amount?.amount,
        CurrencyIsoCode: amount && amount.currency !== currency() ? amount.currency : undefined,
        OwnerId: owner,
      });
    },
  };
}

type Fields = Readonly<Record<string, string | number | undefined>>;

const withoutUndefined = (fields: Fields): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );

const inDays = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
