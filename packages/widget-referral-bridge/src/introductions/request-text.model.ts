import type { RecordId, RelationGround, RelationLink } from "@sweetspot/contract";
import { type Cast, type ChosenWay } from "../model/chosen-way.ts";
import { nameOf } from "../model/sentence.model.ts";
import { askedOn } from "./begin-way.model.ts";
import type { IntroductionFields } from "./introduction.model.ts";
import { sayPeriod, type Speech } from "../model/period.model.ts";

/** How one speaks to the go-between: as to a friend or a colleague, or as to somebody one hardly knows. */
export type Address = "familiar" | "formal";

export interface RequestInput {
  readonly way: ChosenWay;
  /** Who writes: the team member and his name. */
  readonly from: RecordId;
  readonly starter: string;
  /** Why we want to meet the target, in the rep's words. */
  readonly occasion: string;
  readonly address: Address;
}

/** In what a ground's people were together, as a phrase of its own. */
const CIRCLES: Readonly<Record<string, Circle>> = {
  board_seat: "board",
  foundation_board: "board",
  supervisory_board: "supervisory",
  managing_director: "management",
  officer: "management",
  authorised_signatory: "management",
  shareholder: "owners",
  employer: "employer",
  past_employer: "employer",
  club: "members",
  association_mandate: "members",
  chamber_mandate: "members",
  commission: "members",
};
type Circle = "board" | "supervisory" | "management" | "owners" | "employer" | "members" | "other";

const DIRECT = ["colleague", "crm_contact", "meeting"] as const;

/** What a request says, of whomever it is. */
interface Letter {
  readonly asked: string;
  /** Whom the one who is asked knows: the target, or the next on the way to him. */
  readonly other: string;
  readonly target: string;
  readonly part?: string | undefined;
  readonly because: string;
  readonly starter: string;
  readonly occasion: string;
  readonly address: Address;
}

/**
 * What a rep would write to the go-between: short, with the reason and with an easy way to say no. It says no more than the
 * grounds of the link do, and never that people know each other. Empty where there is nobody to ask.
 */
export function draftRequest(
  { way, from, starter, occasion, address }: RequestInput,
  speech: Speech,
): string {
  const { people, links } = way.path;
  const place = askedOn(way, from);
  const asked = place === undefined ? undefined : people[place];
  const next = place === undefined ? undefined : people[place + 1];
  if (place === undefined || asked === undefined || next === undefined) return "";
  const target = way.target.name;
  const link = links[place];
  const other = people.length > place + 2 ? nameOf(way.cast, next) || target : target;
  return writeRequest(
    {
      asked: nameOf(way.cast, asked),
      other,
      target,
      part: way.target.part,
      because: link ? sayWhy(link, other, way.cast, address, speech) : "",
      starter,
      occasion,
      address,
    },
    speech,
  );
}

/** What a started introduction keeps of its way, and the way itself where the relations still know it. */
export interface AgainInput {
  readonly fields: IntroductionFields;
  readonly starter: string;
  readonly address: Address;
  readonly known?: Pick<ChosenWay, "path" | "cast"> | undefined;
}

/** The same request anew, for an introduction that is on the list; without a reason where the way is known no more. */
export function redraftRequest({ fields, starter, address, known }: AgainInput, speech: Speech): string {
  const {
    goBetweenName: asked,
    goBetween,
    targetName: target,
    way = [],
    wayNames = [],
    occasion = "",
  } = fields;
  if (asked === undefined) return "";
  const place = goBetween === undefined ? -1 : way.indexOf(goBetween);
  const other = (place < 0 || place + 2 >= way.length ? undefined : wayNames[place + 1]) ?? target;
  const link = known?.path.links[place];
  const because = known && link ? sayWhy(link, other, known.cast, address, speech) : "";
  return writeRequest({ asked, other, target, because, starter, occasion, address }, speech);
}

function writeRequest(letter: Letter, { t }: Speech): string {
  const { asked, other, target, because, starter, address } = letter;
  const reason = letter.occasion.trim().replace(/[.!?…\s]+$/u, "");
  const part = letter.part?.trim() ?? "";
  const lines = [
    t("request.greeting", { name: address === "familiar" ? givenName(asked) : asked, address }),
    t("request.favour", { target, part: part === "" ? "" : ` (${part})`, address }),
    reason === "" ? "" : t("request.reason", { reason }),
    because,
    other === target ? "" : t("request.over", { other, target, address }),
    t("request.ask", { target: other, address }),
    t("request.promise", { address }),
    t("request.regards", { starter, address }),
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

/** The strongest ground, in the words of one who asks whether it is so. */
function sayWhy(link: RelationLink, other: string, cast: Cast, address: Address, speech: Speech): string {
  const [ground] = link.because;
  const [tie] = ground?.ties ?? [];
  if (!ground || !tie) return "";
  const direct = DIRECT.find((type) => type === tie.type);
  const body = nameOf(cast, ground.body);
  if (ground.body === undefined || body === "")
    return speech.t("request.direct", {
      type: direct ?? "other",
      other,
      address,
      tense: ground.current ? "now" : "past",
    });
  const together = togetherIn(ground);
  const when = together === "now" || together === "past" ? padded(periodOf(ground, speech)) : "";
  return speech.t("request.because", {
    other,
    address,
    part: speech.t(`request.part.${circleOf(ground)}`, { body }),
    when,
    time: together === "now" && when !== "" ? "since" : together,
  });
}

/** Only who was there at the same time, as far as the dates say for certain, was there together. */
function togetherIn(ground: RelationGround): "now" | "past" | "apart" | "unknown" {
  const time = ground.reasons.find(({ reason }) => reason === "time");
  if (time?.reason !== "time" || time.time === "unknown") return "unknown";
  if (time.time === "apart") return "apart";
  return ground.current ? "now" : "past";
}

function circleOf({ ties }: RelationGround): Circle {
  const circles = new Set(ties.map(({ type }) => CIRCLES[type] ?? "other"));
  const [circle] = circles;
  return circles.size === 1 && circle !== undefined ? circle : "other";
}

const periodOf = ({ from, to, current }: RelationGround, speech: Speech): string =>
  sayPeriod(
    { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    current,
    speech,
  );

const padded = (text: string): string => (text === "" ? "" : ` ${text}`);

/** The first word, or what stands after a comma; titles and initials are no name to call somebody by. */
function givenName(name: string): string {
  const [family, given] = name.split(",");
  const words = (given?.trim() || family || name).trim().split(/\s+/);
  return words.find((word) => !word.endsWith(".") && word.length > 1) ?? name;
}
