import { type Opportunity, valueOf } from "@sweetspot/contract";
import { inGivenOrder } from "./given-order.ts";
import { upcoming } from "./meetings-page.ts";
import { named } from "./people-page.ts";
import { type Block, listBlock, type PlanPage, textBlock } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { nextSteps } from "./white-space-page.ts";
import { joined, type Words } from "./words.ts";

/** What fits on one A4 page together with the texts of the head. */
const MOST = 5;
const LONGEST = 220;

/**
 * One page a managing director reads before a visit: what the customer wants, what to say, whom he meets, what happens
 * next. It looks ahead: nothing that is won, held or done stands on it.
 */
export function briefPage(source: PlanSource, words: Words): PlanPage | undefined {
  if (source.audience === "customer") return undefined;
  const { t } = words;
  const more = { most: MOST, say: (rest: number) => t("text.more", { rest }) };
  const blocks: Block[] = [
    ...textBlock(source.head.brief),
    ...textBlock(source.head.request, t("brief.request")),
    ...textBlock(source.head.aims, t("brief.aims")),
    ...listBlock(t("brief.say"), sayings(source), more),
    ...listBlock(t("brief.people"), deciders(source, words), more),
    ...listBlock(t("brief.meetings"), visits(source, words), more),
    ...listBlock(
      t("brief.deals"),
      source.openDeals.map((deal) => dealItem(deal, words)),
      more,
    ),
    ...listBlock(
      t("brief.steps"),
      source.grids.flatMap((model) => nextSteps(model, source, words)),
      more,
    ),
    ...listBlock(
      t("brief.questions"),
      source.openGaps.map(({ fields }) => ({
        text: fields.question,
        note: source.teamName(fields.owner) ?? "",
      })),
      more,
    ),
  ];
  return blocks.length === 0 ? undefined : { kind: "brief", title: t("page.brief"), blocks };
}

/** The first message of each sweet spot, from the top level down. */
function sayings({ board, messages }: PlanSource) {
  return board.spots.flatMap((spot) => {
    const first = inGivenOrder(messages.filter(({ fields }) => fields.sweetSpot === spot.id))[0];
    const level = board.level(spot.fields.level)?.fields.name ?? "";
    return first ? [{ text: shortened(first.fields.statement), note: level }] : [];
  });
}

function deciders(source: PlanSource, { t }: Words) {
  return source.members
    .filter(
      ({ fields }) =>
        fields.leftOn === undefined && (fields.role === "sponsor" || fields.role === "decision-maker"),
    )
    .map(({ fields }) => ({
      text: joined(named(fields), ", "),
      note: source.teamName(fields.lead) ?? t("people.no-lead"),
    }));
}

function visits(source: PlanSource, { format, t }: Words) {
  return upcoming(source).map(({ fields }) => ({
    text: joined([source.memberName(fields.member), fields.reason], ": "),
    note: joined([
      fields.meetingDate === undefined ? t("text.no-date") : format.date(fields.meetingDate),
      source.teamName(fields.internalContact),
      fields.colleagues,
    ]),
  }));
}

function dealItem({ name, amount, closeDate, stage }: Opportunity, { format }: Words) {
  const [money, date] = [valueOf(amount), valueOf(closeDate)];
  return {
    text: name,
    note: joined([
      money ? format.money(money) : undefined,
      valueOf(stage),
      date === undefined ? undefined : format.date(date),
    ]),
  };
}

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/u, "")} …`;
