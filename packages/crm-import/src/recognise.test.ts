import { describe, expect, test } from "vitest";
import { createMemorySource } from "./file-source.ts";
import { recogniseShape } from "./recognise.ts";
import { surveyFile } from "./survey-file.ts";

const survey = (header: string, row = "", name = "export.csv") =>
  surveyFile(createMemorySource(name, `${header}\n${row === "" ? "" : `${row}\n`}`));
const targets = async (header: string, row = ""): Promise<Record<string, string>> => {
  const { mapping } = await survey(header, row);
  return Object.fromEntries(mapping.columns.map((column) => [column.header, column.target]));
};

describe("the kind of a file is told by its columns, whatever the file is called", () => {
  test.each([
    [
      "accounts",
      "Account Owner,Account Name,Billing State/Province,Type,Rating,Last Activity,Last Modified Date",
    ],
    [
      "accounts",
      "Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingStreet,BillingCity,BillingCountry,Phone,Fax,AccountNumber,Website,PhotoUrl,Sic,Industry,AnnualRevenue,NumberOfEmployees,OwnerId,CreatedDate,LastModifiedDate,SystemModstamp",
    ],
    [
      "accounts",
      "Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry",
    ],
    ["accounts", "account,sector,year_established,revenue,employees,office_location,subsidiary_of"],
    ["accounts", "Kundennummer;Firma;Branche;Ort"],
    ["accounts", "Nama Perusahaan,Industri,Kota,Negara"],
    [
      "contacts",
      "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Last Activity Date,Lead Status,Marketing contact status,Create Date,Associated Company IDs",
    ],
    [
      "contacts",
      "Id,AccountId,LastName,FirstName,Salutation,Name,MailingCity,Phone,MobilePhone,Email,Title,Department,LeadSource,Birthdate,OwnerId",
    ],
    ["contacts", "Vorname;Nachname;Accountname;Titel;Telefon;E-Mail"],
    [
      "opportunities",
      "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type,Owner Role",
    ],
    [
      "opportunities",
      "Id,IsDeleted,AccountId,IsPrivate,Name,Description,StageName,Amount,Probability,ExpectedRevenue,TotalOpportunityQuantity,CloseDate,Type,NextStep,LeadSource,IsClosed,IsWon,ForecastCategory,CampaignId,HasOpportunityLineItem,Pricebook2Id,OwnerId",
    ],
    [
      "opportunities",
      "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company,Associated Contact IDs",
    ],
    [
      "opportunities",
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
    ],
    [
      "lineItems",
      "Id,OpportunityId,SortOrder,PricebookEntryId,Product2Id,ProductCode,Name,Quantity,TotalPrice,UnitPrice,ListPrice,ServiceDate,Description",
    ],
    ["lineItems", "Record ID,Name,Quantity,Unit price,Net price,Associated Deal IDs,Product ID"],
    ["products", "Id,Name,ProductCode,Description,IsActive,Family,QuantityUnitOfMeasure,StockKeepingUnit"],
    ["products", "product,series,sales_price"],
    [
      "teamMembers",
      "Id,Username,LastName,FirstName,Name,CompanyName,Division,Department,Title,Street,City,Country,Email,Phone,Fax,MobilePhone,Alias,IsActive,UserRoleId,ProfileId,UserType,ManagerId",
    ],
    ["teamMembers", "sales_agent,manager,regional_office"],
    [
      "assets",
      "Id,ContactId,AccountId,ParentId,RootAssetId,Product2Id,ProductCode,IsCompetitorProduct,Name,SerialNumber,InstallDate,PurchaseDate,UsageEndDate,Status,Price,Quantity,OwnerId",
    ],
    ["ignored", "Table,Field,Description"],
    [
      "ignored",
      "Id,LastName,FirstName,Name,Title,Company,City,Country,Phone,Email,Website,Industry,AnnualRevenue,NumberOfEmployees,OwnerId,IsConverted,ConvertedDate,ConvertedAccountId",
    ],
    ["ignored", "Id,AccountId,ContactId,CaseNumber,Status,Subject"],
    ["ignored", "Id,WhoId,WhatId,Subject,ActivityDate,Status,AccountId,OwnerId"],
  ])("%s: %s", async (kind, header) => expect((await survey(header)).mapping.kind).toBe(kind));
});

test("of two columns for one field the better word is taken; the other one is kept as a further field", async () => {
  const found = await targets("Record ID,Company name,Website URL,Company Domain Name,Industry,Industry");
  expect(found).toMatchObject({ "Website URL": "website", "Company Domain Name": "attribute" });
});

test("what a record page does not show is left out; everything else of accounts is kept under its own label", async () => {
  const found = await targets("Id,Name,Industry,SystemModstamp,PhotoUrl,Region__c");
  expect(found).toMatchObject({ SystemModstamp: "ignored", PhotoUrl: "ignored", Region__c: "attribute" });
});

test("an id column that is empty is no key", async () => {
  expect((await survey("Account ID,Account Name,Industry", ",Acme,Retail")).mapping.key).toBe("name");
  expect((await survey("Account ID,Account Name,Industry", "1,Acme,Retail")).mapping.key).toBe("id");
  expect((await survey("Opportunity Name,Stage,Amount", "Acme deal,Won,1")).mapping.key).toBe("content");
});

test("stages are shown with what they were taken for", async () => {
  const { mapping } = await survey(
    "Opportunity Name,Stage,Amount",
    "A,Closed Won,1\nB,Abgeschlossen und verloren,1\nC,Discovery,1",
  );
  expect(mapping.stages).toEqual({
    "Closed Won": "won",
    "Abgeschlossen und verloren": "lost",
    Discovery: "open",
  });
});

test("whose words a header uses is told", () => {
  expect(recogniseShape(["ID", "ACCOUNTID", "STAGENAME"])).toBe("salesforce");
  expect(recogniseShape(["Record ID", "Deal Name"])).toBe("hubspot");
  expect(recogniseShape(["account", "sector"])).toBe("generic");
});
