import { briefPage } from "./brief-page.ts";
import { meetingsPage } from "./meetings-page.ts";
import { messagesPage } from "./messages-page.ts";
import { peoplePage } from "./people-page.ts";
import type { PageKind, PlanPage } from "./plan-page.ts";
import { type PlanSource, readSource, type SourceInput } from "./plan-source.ts";
import { propositionsPage } from "./propositions-page.ts";
import { strategyPage } from "./strategy-page.ts";
import { voicePage } from "./voice-page.ts";
import { whiteSpacePage } from "./white-space-page.ts";
import { joined, type Words } from "./words.ts";

/** An account plan as it is read, printed or shown: one page for each step that has content. */
export interface PlanDocument {
  readonly customer: string;
  readonly title: string;
  /** Version, date, region and manager: at the head of every page. */
  readonly head: string;
  readonly pages: readonly PlanPage[];
}

type MakePage = (source: PlanSource, words: Words) => PlanPage | undefined;

const MAKERS: Readonly<Record<PageKind, MakePage>> = {
  brief: briefPage,
  strategy: strategyPage,
  messages: messagesPage,
  voice: voicePage,
  propositions: propositionsPage,
  "white-space": whiteSpacePage,
  people: peoplePage,
  meetings: meetingsPage,
};

/** Writes the plan of one account for one audience (method, "The account plan"). Steps without content have no page. */
export function writePlan(input: SourceInput, words: Words): PlanDocument {
  const source = readSource(input);
  return {
    customer: source.customer,
    title: words.t(source.audience === "team" ? "document.plan" : "document.excerpt", {
      customer: source.customer,
    }),
    head: headLine(source, words),
    pages: Object.values(MAKERS).flatMap((make) => make(source, words) ?? []),
  };
}

function headLine({ head, teamName, today }: PlanSource, { t, format }: Words): string {
  const manager = teamName(head.manager);
  return joined([
    t("head.version", { version: head.version ?? 1 }),
    format.date(head.versionDate ?? today),
    head.region,
    head.period,
    manager === undefined ? undefined : t("head.manager", { name: manager }),
  ]);
}
