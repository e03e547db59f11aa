import type { IsoDate, PlanEdit, PlanFields, PlanValue, RecordId } from "@sweetspot/contract";
import { applyPatch, fitText, introduction, type PatchOf } from "@sweetspot/plan-model";
import { addDays } from "./days.model.ts";
import {
  following,
  type IntroductionFields,
  type IntroductionRecord,
  type IntroductionState,
  needsOf,
  owesFeedback,
  reachedWith,
  stateBefore,
  stateOfIntroduction,
} from "./introduction.model.ts";

export type NewId = (type: string) => RecordId;
type Patch = PatchOf<typeof introduction>;
type Introduced = Pick<IntroductionRecord, "id" | "fields">;

const LIMITS = introduction.fields;

const edit = (name: string, id: RecordId, fields: PlanFields): PlanEdit => ({
  name,
  scope: "plan",
  puts: [{ id, type: introduction.name, fields }],
  removes: [],
});

/** Days until the next step of a state is due, unless somebody says otherwise. */
const DUE_AFTER: Readonly<Record<IntroductionState, number>> = {
  candidate: 7,
  asked: 10,
  agreed: 10,
  "target-agreed": 7,
  made: 21,
  "not-usable": 7,
  closed: 7,
};

/** What an introduction begins with; texts that are too long for their fields are cut, ids never. */
export type IntroductionBegin = Pick<
  IntroductionFields,
  | "target"
  | "targetName"
  | "targetContact"
  | "starter"
  | "goBetween"
  | "goBetweenName"
  | "way"
  | "wayNames"
  | "grounds"
  | "cell"
  | "partner"
  | "occasion"
  | "requestText"
  | "requestLanguage"
>;

/** A new candidate: believed in for good reasons, asked of nobody yet. */
export function startIntroduction(
  begin: IntroductionBegin,
  today: IsoDate,
  newId: NewId,
): { readonly id: RecordId; readonly edit: PlanEdit } {
  const id = newId(introduction.name);
  const fields: PlanFields = {
    ...fitted(begin),
    state: "candidate",
    stateDate: today,
    consent: "not-asked",
    nextStepDue: addDays(today, DUE_AFTER.candidate),
  };
  return { id, edit: edit("introduction-started", id, fields) };
}

/** What a step records; which of them it needs depends on the state it leads to. */
export type StepRecord = Pick<
  Patch,
  | "starter"
  | "askedOn"
  | "consentOn"
  | "consentNote"
  | "targetAgreedOn"
  | "targetAgreedNote"
  | "madeOn"
  | "notUsableBecause"
  | "notUsableNote"
  | "outcome"
  | "outcomeNote"
  | "opportunity"
>;

/** One step on; undefined where it does not follow or something it needs is missing. */
export function takeStep(
  { id, fields }: Introduced,
  to: IntroductionState,
  recorded: StepRecord,
  today: IsoDate,
): PlanEdit | undefined {
  if (!following(fields).includes(to)) return undefined;
  // A step records what it is for and nothing else: the last one must not rewrite what others agreed to.
  const own: ReadonlySet<string> = new Set([...reachedWith(to), ...(to === "asked" ? ["starter"] : [])]);
  const patch: PlanFields = {
    ...fitted(Object.fromEntries(Object.entries(recorded).filter(([name]) => own.has(name)))),
    state: to,
    stateDate: today,
    nextStepDue: addDays(today, DUE_AFTER[to]),
    task: null,
    ...STEP_FIELDS[to]?.(recorded, fields, today),
  };
  const after = applyPatch(fields, patch) as unknown as IntroductionFields;
  if (needsOf(after).length > 0) return undefined;
  const isDue = to !== "not-usable" && to !== "closed" ? true : owesFeedback(after);
  return edit(`introduction-${to}`, id, isDue ? patch : { ...patch, nextStepDue: null });
}

const STEP_FIELDS: Partial<
  Record<IntroductionState, (recorded: StepRecord, fields: IntroductionFields, today: IsoDate) => PlanFields>
> = {
  asked: ({ askedOn }, _, today) => ({
    askedOn: askedOn ?? today,
    consent: "not-asked",
    consentOn: null,
    consentNote: null,
  }),
  agreed: ({ consentOn }, _, today) => ({
    consent: "given",
    consentOn: consentOn ?? today,
    agreedOn: consentOn ?? today,
  }),
  "target-agreed": ({ targetAgreedOn }, _, today) => ({ targetAgreedOn: targetAgreedOn ?? today }),
  made: ({ madeOn }, _, today) => ({ madeOn: madeOn ?? today }),
  // Who is asked and does not want to has said no; who agreed before has taken it back.
  "not-usable": ({ notUsableBecause, consentOn }, { consent }, today) =>
    notUsableBecause === "not-willing"
      ? { consent: consent === "given" ? "withdrawn" : "refused", consentOn: consentOn ?? today }
      : {},
};

/** Takes the last step back; what it recorded goes, the store's history keeps it. */
export function stepBack({ id, fields }: Introduced, today: IsoDate): PlanEdit | undefined {
  const before = stateBefore(fields);
  if (before === undefined) return undefined;
  const state = stateOfIntroduction(fields);
  const cleared: Record<string, PlanValue | null> = {};
  for (const name of reachedWith(state)) cleared[name] = null;
  // Whoever refused or took back may say yes another time, with a consent of its own.
  if (before === "asked" || before === "candidate")
    for (const name of ["agreedOn", "targetAgreedOn", "targetAgreedNote", "consentOn", "consentNote"])
      cleared[name] = null;
  if (before === "asked" || before === "candidate") cleared["consent"] = "not-asked";
  return edit("introduction-step-back", id, {
    ...cleared,
    state: before,
    stateDate: today,
    nextStepDue: addDays(today, DUE_AFTER[before]),
    task: null,
  });
}

/** The same way once more: a new request, which needs a new consent. The old one stays as it ended. */
export const askAgain = ({ fields }: Introduced, today: IsoDate, newId: NewId) =>
  startIntroduction(
    Object.fromEntries(Object.entries(fields).filter(([name]) => BEGIN.has(name))) as IntroductionBegin,
    today,
    newId,
  );

const BEGIN: ReadonlySet<string> = new Set([
  "target",
  "targetName",
  "targetContact",
  "starter",
  "goBetween",
  "goBetweenName",
  "way",
  "wayNames",
  "grounds",
  "cell",
  "partner",
  "occasion",
  "requestText",
  "requestLanguage",
] satisfies (keyof IntroductionBegin)[]);

/** What may be written at any time: nothing of what somebody agreed to. Empty texts clear their field. */
export type Details = Pick<
  Patch,
  | "starter"
  | "occasion"
  | "requestText"
  | "requestLanguage"
  | "nextStepDue"
  | "task"
  | "outcomeNote"
  | "opportunity"
  | "feedbackNote"
>;

export const changeDetails = (id: RecordId, details: Details): PlanEdit =>
  edit(
    "introduction-changed",
    id,
    fitted(
      Object.fromEntries(
        Object.entries(details).map(([name, value]) => [
          name,
          typeof value === "string" && value.trim() === "" ? null : value,
        ]),
      ),
    ),
  );

/** The way to somebody whom others put on the list: only while nobody has been asked. */
export const chooseWay = ({ id, fields }: Introduced, way: IntroductionBegin): PlanEdit | undefined =>
  stateOfIntroduction(fields) === "candidate" ? edit("introduction-way-chosen", id, fitted(way)) : undefined;

/** A referral partner as the one who introduces us. */
export interface PartnerAsked {
  readonly id: RecordId;
  readonly fields: { readonly name: string; readonly person?: string };
}

/** The fields of an introduction that goes over a referral partner. */
export const overPartner = ({ id, fields: { name, person } }: PartnerAsked) => ({
  partner: id,
  goBetweenName: name,
  ...(person === undefined ? {} : { goBetween: person }),
});

/**
 * Asks a referral partner instead of whoever was to be asked; without one, whoever stands there stays, and a way that was
 * the partner's alone has to be found anew. Only while nobody has been asked.
 */
export function choosePartner(
  { id, fields }: Introduced,
  partner: PartnerAsked | undefined,
): PlanEdit | undefined {
  if (stateOfIntroduction(fields) !== "candidate") return undefined;
  const nobody = { goBetween: null, goBetweenName: null };
  const noWay = { way: null, wayNames: null, grounds: null };
  if (partner === undefined)
    return edit("introduction-changed", id, { partner: null, ...(fields.way === undefined ? nobody : {}) });
  const isOnWay = fields.goBetween !== undefined && fields.goBetween === partner.fields.person;
  return edit(
    "introduction-way-chosen",
    id,
    isOnWay ? { partner: partner.id } : { ...nobody, ...noWay, ...fitted(overPartner(partner)) },
  );
}

/** The go-between has been told what came of it. */
export const giveFeedback = (
  { id, fields }: Introduced,
  note: string,
  today: IsoDate,
): PlanEdit | undefined =>
  owesFeedback(fields)
    ? edit("introduction-feedback", id, {
        feedbackOn: today,
        nextStepDue: null,
        task: null,
        ...(note.trim() === "" ? {} : fitted({ feedbackNote: note })),
      })
    : undefined;

export const removeIntroduction = (id: RecordId): PlanEdit => ({
  name: "introduction-removed",
  scope: "plan",
  puts: [],
  removes: [id],
});

/** An id that is cut is somebody else's: one that does not fit is refused where the plan is saved, and said so. */
const IDS: ReadonlySet<string> = new Set(["target", "goBetween", "way"]);

/** Cut to the limits of their fields; names and grounds come from sources that know no limits. */
function fitted(fields: Readonly<Record<string, unknown>>): PlanFields {
  const cut = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => {
      const field = LIMITS[name as keyof typeof LIMITS];
      if (IDS.has(name)) return [name, value];
      if (typeof value === "string" && field.kind === "text") return [name, fitText(value, field.max)];
      if (Array.isArray(value) && field.kind === "list")
        return [
          name,
          value
            .slice(0, field.max)
            .map((one: string) => ("max" in field.of ? fitText(one, field.of.max) : one)),
        ];
      return [name, value];
    });
  return Object.fromEntries(cut) as PlanFields;
}
