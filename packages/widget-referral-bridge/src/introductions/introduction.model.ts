import type { IsoDate, PlanRecord, RecordId } from "@sweetspot/contract";
import { type FieldsOf, introduction, type RecordOf, recordsOf } from "@sweetspot/plan-model";

export type IntroductionRecord = RecordOf<typeof introduction>;
export type IntroductionFields = FieldsOf<typeof introduction>;
export type IntroductionState = NonNullable<IntroductionFields["state"]>;

/** What may follow what. Method, "Sales tools": nobody is introduced whom the go-between and he himself did not agree to. */
const FOLLOWING: Readonly<Record<IntroductionState, readonly IntroductionState[]>> = {
  candidate: ["asked", "not-usable"],
  asked: ["agreed", "not-usable"],
  agreed: ["target-agreed", "not-usable", "closed"],
  "target-agreed": ["made", "not-usable", "closed"],
  made: ["closed"],
  "not-usable": [],
  closed: [],
};

/** One of ours knows the target himself: nobody else has to be asked. */
const FOLLOWING_DIRECT: Partial<Record<IntroductionState, readonly IntroductionState[]>> = {
  candidate: ["target-agreed", "not-usable"],
  "target-agreed": ["made", "not-usable", "closed"],
};

/** The fields each state was reached with; a step back clears them. */
const REACHED_WITH = {
  candidate: [],
  asked: ["askedOn", "consent", "consentOn", "consentNote"],
  agreed: ["agreedOn", "consent", "consentOn", "consentNote"],
  "target-agreed": ["targetAgreedOn", "targetAgreedNote"],
  made: ["madeOn"],
  "not-usable": ["notUsableBecause", "notUsableNote"],
  closed: ["outcome", "outcomeNote", "opportunity", "feedbackOn", "feedbackNote"],
} as const satisfies Record<IntroductionState, readonly (keyof IntroductionFields)[]>;

export const reachedWith = (state: IntroductionState): readonly (keyof IntroductionFields)[] =>
  REACHED_WITH[state];

export const stateOfIntroduction = (fields: IntroductionFields): IntroductionState =>
  fields.state ?? "candidate";

/** There is a way to go at all; without one somebody still has to find it. */
export const hasWay = (fields: IntroductionFields): boolean =>
  (fields.way?.length ?? 0) > 1 || fields.goBetweenName !== undefined || fields.partner !== undefined;

/** Our own person on the way knows the target himself. */
export const isDirect = (fields: IntroductionFields): boolean =>
  hasWay(fields) && fields.goBetweenName === undefined && fields.partner === undefined;

/** States that may follow, the usual one first. */
export const following = (fields: IntroductionFields): readonly IntroductionState[] => {
  const state = stateOfIntroduction(fields);
  if (!hasWay(fields) && state === "candidate") return ["not-usable"];
  return (isDirect(fields) ? FOLLOWING_DIRECT[state] : undefined) ?? FOLLOWING[state];
};

/** What a state still needs before an introduction may be in it. */
export type Need =
  | "starter"
  | "asked-on"
  | "consent"
  | "consent-note"
  | "target-consent"
  | "target-note"
  | "made-on"
  | "reason"
  | "outcome";

const isTold = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";

/** Consent counts for this one request, with its day and how it was given. */
const consentNeeds = (fields: IntroductionFields): readonly Need[] => {
  if (isDirect(fields)) return [];
  const needs: Need[] = [];
  if (fields.askedOn === undefined) needs.push("asked-on");
  if (fields.consent !== "given" || fields.consentOn === undefined || fields.agreedOn === undefined)
    needs.push("consent");
  if (!isTold(fields.consentNote)) needs.push("consent-note");
  return needs;
};

const targetNeeds = (fields: IntroductionFields): readonly Need[] => {
  const needs: Need[] = [];
  if (fields.targetAgreedOn === undefined) needs.push("target-consent");
  if (!isTold(fields.targetAgreedNote)) needs.push("target-note");
  return needs;
};

/** What is missing for the introduction to stand in the state its fields name; empty when all is there. */
export function needsOf(fields: IntroductionFields): readonly Need[] {
  switch (stateOfIntroduction(fields)) {
    case "candidate":
      return [];
    case "asked":
      return [
        ...(fields.starter === undefined ? (["starter"] as const) : []),
        ...(fields.askedOn === undefined ? (["asked-on"] as const) : []),
      ];
    case "agreed":
      return consentNeeds(fields);
    case "target-agreed":
      return [...consentNeeds(fields), ...targetNeeds(fields)];
    case "made":
      return [
        ...consentNeeds(fields),
        ...targetNeeds(fields),
        ...(fields.madeOn === undefined ? (["made-on"] as const) : []),
      ];
    case "not-usable":
      return fields.notUsableBecause === undefined ? ["reason"] : [];
    case "closed":
      return fields.outcome === undefined ? ["outcome"] : [];
  }
}

/** The state before the present one, as the dates tell it; undefined at the beginning. */
export function stateBefore(fields: IntroductionFields): IntroductionState | undefined {
  const furthest = (): IntroductionState => {
    if (fields.madeOn !== undefined) return "made";
    if (fields.targetAgreedOn !== undefined) return "target-agreed";
    if (fields.agreedOn !== undefined && fields.consent === "given") return "agreed";
    return fields.askedOn === undefined ? "candidate" : "asked";
  };
  switch (stateOfIntroduction(fields)) {
    case "candidate":
      return undefined;
    case "asked":
      return "candidate";
    case "agreed":
      return "asked";
    case "target-agreed":
      return isDirect(fields) ? "candidate" : "agreed";
    case "made":
      return "target-agreed";
    case "not-usable":
      return fields.consent === "withdrawn" ? "asked" : furthest();
    case "closed":
      return furthest();
  }
}

/** What somebody of ours has to do next. */
export type NextStep =
  | "find-way"
  | "ask"
  | "hear-answer"
  | "ask-target"
  | "ask-target-self"
  | "introduce"
  | "tell-outcome"
  | "give-feedback";

export function nextStepOf(fields: IntroductionFields): NextStep | undefined {
  switch (stateOfIntroduction(fields)) {
    case "candidate":
      if (!hasWay(fields)) return "find-way";
      return isDirect(fields) ? "ask-target-self" : "ask";
    case "asked":
      return "hear-answer";
    case "agreed":
      return "ask-target";
    case "target-agreed":
      return "introduce";
    case "made":
      return "tell-outcome";
    case "closed":
    case "not-usable":
      return owesFeedback(fields) ? "give-feedback" : undefined;
  }
}

/** A go-between who agreed hears what came of it, whatever it was. */
export const owesFeedback = (fields: IntroductionFields): boolean =>
  !isDirect(fields) &&
  fields.feedbackOn === undefined &&
  fields.agreedOn !== undefined &&
  (stateOfIntroduction(fields) === "closed" || stateOfIntroduction(fields) === "not-usable");

/** Over and done: nothing of ours is left to do. */
export const isOver = (fields: IntroductionFields): boolean => nextStepOf(fields) === undefined;

/** One introduction with what a rep should know of it before he opens it. */
export interface Introduction {
  readonly id: RecordId;
  readonly fields: IntroductionFields;
  readonly state: IntroductionState;
  readonly next: NextStep | undefined;
  readonly due: IsoDate | undefined;
  readonly overdue: boolean;
}

/** All introductions: those with something to do by the day it is due, then those that are over, the latest first. */
export const readIntroductions = (records: Iterable<PlanRecord>, today: IsoDate): readonly Introduction[] =>
  recordsOf(introduction, records)
    .map(({ id, fields }): Introduction => {
      const next = nextStepOf(fields);
      const due = next === undefined ? undefined : fields.nextStepDue;
      return {
        id,
        fields,
        state: stateOfIntroduction(fields),
        next,
        due,
        overdue: due !== undefined && due < today,
      };
    })
    .toSorted(byUrgency);

function byUrgency(one: Introduction, other: Introduction): number {
  if ((one.next === undefined) !== (other.next === undefined)) return one.next === undefined ? 1 : -1;
  const key = ({ next, due, fields }: Introduction): string =>
    next === undefined ? (fields.stateDate ?? "") : (due ?? "9999");
  const [left, right] = [key(one), key(other)];
  if (left === right) return one.id < other.id ? -1 : 1;
  return (left < right ? -1 : 1) * (one.next === undefined ? -1 : 1);
}
