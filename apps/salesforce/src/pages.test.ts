import { describe, expect, test } from "vitest";
import { generatePackage } from "./generate-package.ts";
import { generatePages, type PageWidget, toRecordPages } from "./generate-pages.ts";

const GRID: PageWidget = {
  component: "sweetspotGrid",
  recordTypes: ["account", "opportunity"],
  minHeight: 480,
};
const PULSE: PageWidget = { component: "sweetspotPulse", recordTypes: ["account"], minHeight: 180 };
const MAP: PageWidget = { component: "sweetspotMap", recordTypes: ["contact", "account"], minHeight: 400 };

const pageOf = (name: string, widgets: readonly PageWidget[]): string =>
  generatePages(widgets).find((file) => file.path === `flexipages/${name}.flexipage-meta.xml`)?.content ?? "";
const regionOf = (page: string, region: string): string =>
  page.split("<flexiPageRegions>").find((part) => part.includes(`<name>${region}</name>`)) ?? "";

describe("an example record page", () => {
  test("is made for the object that a widget calls home, with every widget that may stand there", () => {
    expect(toRecordPages([GRID, PULSE, MAP]).map((page) => [page.name, page.widgets.length])).toEqual([
      ["Sweetspot_Account_Page", 3],
      ["Sweetspot_Contact_Page", 1],
    ]);
    expect(toRecordPages([])).toEqual([]);
  });

  test("shows broad widgets across the page and narrow ones beside the details", () => {
    const page = pageOf("Sweetspot_Account_Page", [GRID, PULSE]);
    expect(regionOf(page, "subheader")).toContain("<componentName>sweetspotGrid</componentName>");
    expect(regionOf(page, "sidebar")).toContain("<componentName>sweetspotPulse</componentName>");
    expect(page).toContain("<sobjectType>Account</sobjectType>");
  });

  test("names every part of the page once, and every facet it shows", () => {
    const page = pageOf("Sweetspot_Account_Page", [GRID, PULSE, MAP]);
    const identifiers = [...page.matchAll(/<identifier>([^<]+)</g)].map((match) => match[1]);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    for (const facet of ["sweetspotTabs", "sweetspotDetail", "sweetspotRelated"]) {
      expect(page).toContain(`<value>${facet}</value>`);
      expect(page).toContain(`<name>${facet}</name>`);
    }
  });
});

describe("the app", () => {
  const files = generatePackage(undefined, [GRID, PULSE]);
  const contentOf = (ending: string): string =>
    files.find((file) => file.path.endsWith(ending))?.content ?? "";

  test("opens accounts with the widgets, in the app alone, on a desk and on a phone", () => {
    const app = contentOf("Sweetspot.app-meta.xml");
    expect(app.match(/<content>Sweetspot_Account_Page<\/content>/g)).toHaveLength(2);
    expect(app).toMatch(/<tabs>Sweetspot_Start<\/tabs>\s*<tabs>standard-Account<\/tabs>/);
  });

  test("names in its navigation what is worth opening", () => {
    const tabs = [...contentOf("Sweetspot.app-meta.xml").matchAll(/<tabs>(.+)<\/tabs>/g)].map(
      (match) => match[1],
    );
    expect(tabs).toEqual([
      "Sweetspot_Start",
      "standard-Account",
      "Sweetspot_Plan__c",
      "Sweetspot_Library_Offering__c",
      "Sweetspot_Offering__c",
      "Sweetspot_Library_WhiteSpaceRules__c",
      "Sweetspot_Area__c",
      "Sweetspot_Cell__c",
      "Sweetspot_KnowledgeGap__c",
      "Sweetspot_Library_OwnInsight__c",
      "Sweetspot_BuyingCentreMember__c",
      "Sweetspot_Insight__c",
      "Sweetspot_CoreMessage__c",
      "Sweetspot_Library_Proof__c",
      "Sweetspot_Proof__c",
      "Sweetspot_ValueProposition__c",
      "Sweetspot_BenefitLadder__c",
      "Sweetspot_VoiceNote__c",
      "Sweetspot_LexiconTerm__c",
      "Sweetspot_MeetingSheet__c",
      "Sweetspot_AccountPlan__c",
      "Sweetspot_Library_RelationRules__c",
      "Sweetspot_Library_SearchProfile__c",
      "Sweetspot_Library_ReferralPartner__c",
      "Sweetspot_Introduction__c",
      "Sweetspot_DismissedTie__c",
      "Sweetspot_SavedView__c",
      "standard-report",
    ]);
  });

  test("shows on a plan's page what is in it, and in reports what was planned before what was noted about it", () => {
    const layout = contentOf("Sweetspot_Plan__c-Sweetspot%20plan%20layout.layout-meta.xml");
    expect(layout).toMatch(/<fields>Level__c<\/fields>[\s\S]*<relatedList>Sweetspot_Cell__c\.Scope__c</);
    const columns = [
      ...contentOf("Sweetspot_Cell.reportType-meta.xml").matchAll(
        /<checkedByDefault>true<\/checkedByDefault>\s*<field>(\w+)</g,
      ),
    ].map((match) => match[1]);
    expect(columns).toEqual([
      "Name",
      "Name",
      "Area__c",
      "Offering__c",
      "OfferingLibrary__c",
      "Level__c",
      "LevelReason__c",
    ]);
    expect(contentOf("Sweetspot_Cell.reportType-meta.xml")).not.toContain("Opportunities__c");
  });

  test.for(["Rep", "Manager", "Admin"])("comes with the permission set %s: app, service and tabs", (role) => {
    const set = contentOf(`Sweetspot_${role}.permissionset-meta.xml`);
    expect(set).toMatch(/<application>Sweetspot<\/application>\s*<visible>true/);
    expect(set).toMatch(/<apexClass>SweetspotPlanStore<\/apexClass>\s*<enabled>true/);
    const tabs = files
      .filter((file) => file.path.startsWith("tabs/"))
      .map((file) => file.path.replace(/^tabs\/(.*)\.tab-meta\.xml$/, "$1"));
    for (const tab of tabs) expect(set).toContain(`<tab>${tab}</tab>`);
  });
});
