import type { WidgetSummary } from "@sweetspot/contract";
import type { PropertiesAnswer, SettingsAnswer, SummaryAnswer } from "../src/common/gateway-answers.ts";

export const FULL: WidgetSummary = {
  state: "ready",
  headline: { key: "summary.best", values: { area: "Bucharest", offering: "Cabinets <b>" } },
  counts: [
    { key: "summary.count.covered", value: 1234, of: 5000 },
    { key: "summary.count.suggestions", value: 3 },
    { key: "summary.count.potential", value: { amount: 1_250_000, currency: "EUR" } },
  ],
  nextStep: { text: "Call the buyer", about: ["Bucharest", "Cabinets"], due: "2020-01-31" },
  lastReview: "2026-11-20T10:00:00.000Z",
  preview: {
    width: 300,
    height: 120,
    layers: [
      { tone: "strong", path: "M0 0h25v25h-25z" },
      { tone: "outline", path: "M30 0h25v25h-25z" },
    ],
    labels: [{ x: 4, y: 12, text: '<script>alert("x")</script>', anchor: "start" }],
    leftOut: 2,
  },
};

export const ready = (summary: WidgetSummary = FULL): SummaryAnswer => ({
  state: "ready",
  summaries: { "white-space": summary },
});

export const SETTINGS: SettingsAnswer = {
  connection: {
    state: "installed",
    installedAt: "2026-11-01T08:00:00.000Z",
    users: 12,
    userLevel: true,
    people: [
      { user: "700001", name: "Mara Lindqvist", since: "2026-11-01T08:00:00.000Z", isYou: true },
      { user: "700002", since: "2026-11-03T08:00:00.000Z", isYou: false },
    ],
    scopes: [
      { name: "crm.objects.deals.read", granted: true },
      { name: "crm.objects.deals.write", granted: false },
    ],
  },
  storage: { mode: "gateway", native: "ready" },
  widgets: ["white-space"],
  settings: { offWidgets: [], mapping: {} },
};

export const PROPERTIES: PropertiesAnswer = {
  properties: {
    companies: [
      { name: "industry", label: "Industry", kind: "choice" },
      { name: "branche", label: "Our industry", kind: "text" },
      { name: "staff", label: "Staff", kind: "number" },
    ],
    contacts: [{ name: "team", label: "Team", kind: "text" }],
    deals: [{ name: "amount", label: "Amount", kind: "number" }],
  },
  fields: [
    { name: "accountIndustry", object: "companies", property: "industry", kinds: ["choice", "text"] },
    { name: "opportunityAmount", object: "deals", property: "amount", kinds: ["number"] },
  ],
  problems: [],
};
