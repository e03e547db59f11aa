import type { CrmView } from "./crm-feed.port.ts";
import type { IsoDate, IsoInstant } from "./dates.ts";
import type { Money } from "./money.ts";
import type { PlanRecord } from "./plan-store.port.ts";

/** What is known of one account when its summaries are made. Plain data: a server makes them without a page. */
export interface SummaryInput {
  /** Live records of the account's plan, upgraded. */
  readonly plan: readonly PlanRecord[];
  /** Live records of the company's library, upgraded. */
  readonly library: readonly PlanRecord[];
  /** The CRM as this user may see it; absent where it could not be read. */
  readonly crm?: SummaryCrm;
  readonly today: IsoDate;
}

export type SummaryCrm = Pick<CrmView, "account" | "family" | "opportunities" | "assets">;

/**
 * One widget's account in a few figures, for places too small for the widget: a CRM's own card, a list, a mail.
 * It holds no word of any language: keys are found in the widget's locales, names are those of the plan.
 */
export interface WidgetSummary {
  /** `empty`: nothing planned yet, `headline` says what to do. `partial`: made without the CRM's data. */
  readonly state: "empty" | "partial" | "ready";
  readonly headline: SummaryText;
  /** The figures that matter, most important first; at most four. */
  readonly counts: readonly SummaryCount[];
  /** The next step due first. */
  readonly nextStep?: SummaryStep;
  /** When a person last changed something here. */
  readonly lastReview?: IsoInstant;
  readonly preview?: SummaryPreview;
}

/** A message of the widget's locales; every key begins with "summary.". */
export interface SummaryText {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A labelled figure; `of` is what it is a part of. */
export interface SummaryCount {
  readonly key: string;
  readonly value: number | Money;
  readonly of?: number;
}

export interface SummaryStep {
  /** The rep's own words. */
  readonly text: string;
  /** What it is about, by names of the plan, the wider one first. */
  readonly about: readonly string[];
  readonly due?: IsoDate;
}

/** A picture as plain layout: one path per tone, labels apart. Whoever draws it chooses the colours of the tones. */
export interface SummaryPreview {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly SummaryLayer[];
  readonly labels: readonly SummaryLabel[];
  /** What the picture leaves out for want of room; 0 where it shows everything. */
  readonly leftOut: number;
}

/** From much to little; `outline` is stroked, all others are filled. */
export type SummaryTone = "strong" | "present" | "weak" | "none" | "outline";

export interface SummaryLayer {
  readonly tone: SummaryTone;
  /** Path data of SVG. */
  readonly path: string;
}

export interface SummaryLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

/** A widget's summary, declared beside the widget in a file without React and exported as "./summary". */
export interface SummaryDeclaration {
  /** Id of the widget in the catalogue. */
  readonly widget: string;
  compute(input: SummaryInput): WidgetSummary;
}

export const defineSummary = (declaration: SummaryDeclaration): SummaryDeclaration => declaration;
