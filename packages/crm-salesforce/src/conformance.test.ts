import { describeCrmAdapter, describePlanStore, describeRelationReader } from "@sweetspot/crm-conformance";
import { emulatedSalesforce } from "./emulated-salesforce.fixture.ts";

describeCrmAdapter("crm-salesforce over REST", emulatedSalesforce);
describePlanStore("crm-salesforce over REST", emulatedSalesforce);
describeRelationReader("crm-salesforce over REST", emulatedSalesforce);
