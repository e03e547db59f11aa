import {
  type IsoDate,
  RELATION_TYPES,
  type RecordId,
  type RelationGround,
  type RelationLink,
  type RelationTie,
  type SourceNote,
} from "@sweetspot/contract";
import type { Cast } from "./chosen-way.ts";
import { type Period, sayDate, sayPeriod, sayWhen, type Speech, tenseOf } from "./period.model.ts";

/** Ties between two people name no body. */
const DIRECT = ["colleague", "crm_contact", "meeting"] as const;

export interface Spoken extends Speech {
  readonly cast: Cast;
  readonly today: IsoDate;
}

export const nameOf = ({ people, bodies }: Cast, id: RecordId | undefined): string =>
  id === undefined ? "" : (people.get(id)?.name ?? bodies.get(id)?.name ?? "");

/** A kind of relation as a word of its own; a kind the texts do not know is said as its source writes it. */
export const sayType = (type: string, { t }: Pick<Speech, "t">): string =>
  isKnownType(type) ? t(`type.${type}`) : type.replaceAll("_", " ");

/**
 * Why two people are believed to know each other, as one sentence: "Anna sat on the board of C together with B from 2016 to
 * 2019". Where both were there in different parts or at different times, it says so of each.
 */
export function sayGround(ground: RelationGround, link: RelationLink, spoken: Spoken): string {
  const [first, second] = ground.ties;
  if (!first) return "";
  const { cast, t } = spoken;
  const one = nameOf(cast, link.from);
  const other = nameOf(cast, link.to);
  if (!second || ground.body === undefined) return tidy(sayDirect(first, one, other, ground, spoken));
  const time = ground.reasons.find(({ reason }) => reason === "time");
  const together = time?.reason === "time" ? time.time : "unknown";
  if (first.type === second.type && together === "together") {
    const common: Period = {
      ...(ground.from === undefined ? {} : { from: ground.from }),
      ...(ground.to === undefined ? {} : { to: ground.to }),
    };
    return tidy(
      sayPart(first.type, one, ground.body, common, ground.current, t("part.with", { name: other }), spoken),
    );
  }
  const say = (tie: RelationTie): string =>
    sayPart(
      tie.type,
      nameOf(cast, tie.person),
      ground.body,
      tie,
      isCurrent(tie, ground, spoken.today),
      "",
      spoken,
    );
  return tidy(t("part.both", { one: say(first), other: say(second), time: together }));
}

/** "Commercial register, 2 Nov 2019", each source of a ground once. */
export function saySources(ties: readonly RelationTie[], speech: Speech): string {
  const said = ties.flatMap(({ source }) => (source ? [saySource(source, speech)] : []));
  return [...new Set(said)].join(" · ");
}

export const saySource = ({ name, date }: SourceNote, speech: Speech): string =>
  date === undefined ? name : speech.t("source.dated", { name, date: sayDate(date, speech) });

/** The sources' own words for the parts played: "Chair · Member". */
export const sayRoles = (ground: RelationGround): string =>
  [...new Set(ground.ties.flatMap(({ role }) => role ?? []))].join(" · ");

function sayPart(
  type: string,
  who: string,
  body: RecordId | undefined,
  period: Period,
  current: boolean,
  along: string,
  spoken: Spoken,
): string {
  const when = sayPeriod(period, current, spoken);
  const values = { body: nameOf(spoken.cast, body), tense: tenseOf(period, current), along, when, who };
  return spoken.t(isKnownType(type) && !isDirect(type) ? `part.${type}` : "part.other", {
    ...values,
    type: sayType(type, spoken),
  });
}

function sayDirect(
  tie: RelationTie,
  one: string,
  other: string,
  { current }: RelationGround,
  spoken: Spoken,
): string {
  const type = tie.type;
  if (type === "meeting") {
    const when = tie.from === undefined ? "" : sayWhen(tie.from, spoken);
    return spoken.t("direct.meeting", { who: one, other, when });
  }
  const values = { who: one, other, tense: tenseOf(tie, current), when: sayPeriod(tie, current, spoken) };
  if (type === "colleague") return spoken.t("direct.colleague", values);
  if (type === "crm_contact") return spoken.t("direct.crm_contact", values);
  return spoken.t("direct.other", { ...values, type: sayType(type, spoken) });
}

/** An open tie of a ground that is over lasts only if it was the other one that ended. */
function isCurrent(tie: RelationTie, ground: RelationGround, today: IsoDate): boolean {
  if (tie.to !== undefined) return tie.to >= today.slice(0, tie.to.length);
  return ground.current || ground.ties.some((other) => other !== tie && other.to !== undefined);
}

const isKnownType = (type: string): type is (typeof RELATION_TYPES)[number] =>
  RELATION_TYPES.some((known) => known === type);

const isDirect = (type: string): type is (typeof DIRECT)[number] => DIRECT.some((direct) => direct === type);

/** Parts that are empty leave their spaces. */
const tidy = (sentence: string): string =>
  sentence
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/\s+([,;.])/gu, "$1")
    .trim();
