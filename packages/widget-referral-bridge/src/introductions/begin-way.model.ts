import type { RecordId } from "@sweetspot/contract";
import type { ChosenWay } from "../model/chosen-way.ts";
import { nameOf } from "../model/sentence.model.ts";
import type { IntroductionBegin } from "./introduction-edits.model.ts";
import { type Introduction, hasWay } from "./introduction.model.ts";

interface Begin {
  readonly starter: RecordId;
  readonly occasion: string;
  readonly requestText?: string;
  readonly requestLanguage?: string;
  /** Who is asked is a referral partner. */
  readonly partner?: RecordId;
}

/**
 * Which of the people on the way is asked for the introduction: the first beyond our own person, or our own person himself
 * where he knows the target and somebody else wants to meet him. Nobody where who starts knows the target.
 */
export function askedOn(way: ChosenWay, starter: RecordId): number | undefined {
  if (way.path.people.length > 2) return 1;
  const ours = starterOf(way);
  return ours === undefined || ours === starter ? undefined : 0;
}

/** Who should start: our own person on the way, or the user where that one can introduce him. */
export const usualStarter = (way: ChosenWay, user: RecordId): RecordId =>
  way.path.people.length > 2 ? (starterOf(way) ?? user) : user;

/** What an introduction on this way starts with: who asks whom, and why we believe in it. */
export function beginOn(way: ChosenWay, begin: Begin): IntroductionBegin {
  const { target, path, cast, grounds } = way;
  const place = askedOn(way, begin.starter);
  const asked = place === undefined ? undefined : path.people[place];
  const { occasion, ...rest } = begin;
  const last = path.people.at(-1);
  return {
    target: last ?? target.person ?? target.contact ?? target.name,
    targetName: target.name,
    ...(target.contact === undefined ? {} : { targetContact: target.contact }),
    ...(asked === undefined ? {} : { goBetween: asked, goBetweenName: nameOf(cast, asked) }),
    way: path.people,
    wayNames: path.people.map((id) => nameOf(cast, id)),
    ...(grounds.length === 0 ? {} : { grounds: grounds.join("\n") }),
    ...(occasion.trim() === "" ? {} : { occasion: occasion.trim() }),
    ...rest,
  };
}

/** The one of ours the way sets out from. */
function starterOf({ path, cast }: ChosenWay): RecordId | undefined {
  const [first] = path.people;
  return first === undefined ? undefined : cast.people.get(first)?.teamMember;
}

/** Somebody put the target on the list before there was a way: the way is for that one. */
export const wantedFor = (
  all: readonly Introduction[],
  { target, path }: ChosenWay,
): Introduction | undefined =>
  all.find(
    ({ state, fields }) =>
      state === "candidate" &&
      !hasWay(fields) &&
      (fields.target === path.people.at(-1) ||
        (target.contact !== undefined && fields.targetContact === target.contact)),
  );
