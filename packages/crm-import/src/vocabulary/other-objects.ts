import { list } from "./vocabulary.model.ts";

/** Headers of objects that are not imported: leads, cases, tickets, activities, campaigns look much like ours. */
export const OTHER_OBJECTS = list(
  "IsConverted | ConvertedAccountId | Lead ID | Lead Owner | Company / Account | Firma / Account | Lead-Inhaber | CaseNumber | Case Number | Kundenvorgangsnummer | Ticket ID | Ticket name | Ticket status | Ticketname | WhoId | WhatId | ActivityDate | Activity type | Aktivitätstyp | NumberOfLeads | CampaignMemberStatus",
);

/** Columns of the CRM's own housekeeping: kept as attributes they would drown what people look for. */
export const HOUSEKEEPING = list(
  "SystemModstamp | CreatedById | LastModifiedById | LastViewedDate | LastReferencedDate | PhotoUrl | Jigsaw | JigsawCompanyId | MasterRecordId | CleanStatus | DandbCompanyId | RecordTypeId | OperatingHoursId | Pricebook2Id | CampaignId | ContactId | HasOpportunityLineItem | HasOpenActivity | HasOverdueTask | LastAmountChangedHistoryId | LastCloseDateChangedHistoryId | SyncedQuoteId | ForecastCategory | PushCount | BillingLatitude | BillingLongitude | BillingGeocodeAccuracy | ShippingLatitude | ShippingLongitude | ShippingGeocodeAccuracy | Associated Contact | Associated Contact IDs | Associated Deal IDs | Associated Deal | Zugeordnete Kontakt-IDs | Zugeordnete Deal-IDs",
);
